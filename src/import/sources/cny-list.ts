import { z } from "zod";
import type { Day, RateCondition } from "../../catalog/schema.ts";
import { dayOf, laterOf } from "../day.ts";
import {
  type Card,
  type Extract,
  emptyExtract,
  type PriceFact,
  type SnapshotFile,
  type SourceParser,
} from "../fact.ts";
import { eachRecord, needDay } from "../record.ts";
import { Pricing, ratesOf } from "./cny-units.ts";

/** Native list prices of Chinese providers, as read in LobeHub's model cards. Re-shaped snapshot. */

export const LOBEHUB = "lobehub";

const CardRecord = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  context_window: z.number().nullish(),
  max_output: z.number().nullish(),
  abilities: z.array(z.string()).default([]),
  released: z.string().nullish(),
  family: z.string().nullish(),
  pricing: Pricing.nullish(),
  rate_period: z.enum(["peak", "off-peak"]).optional(),
  suspect: z.string().optional(),
  note: z.string().optional(),
});
type CardRecord = z.infer<typeof CardRecord>;

const Provider = z.object({
  name: z.string(),
  read_at: z.object({ date: z.string() }),
  pricing_pages: z.array(z.string()).default([]),
  models: z.array(z.unknown()),
});
const Later = z.object({
  provider: z.string(),
  not_before: z.string(),
  complete_file: z.boolean(),
  models: z.array(z.unknown()),
});
const Shape = z.object({
  snapshot: z.object({ commit_date: z.string() }),
  providers: z.record(z.string(), z.unknown()),
  later: z.array(Later).default([]),
});

const ABILITIES: Record<string, keyof Card["abilities"]> = {
  function_call: "tools",
  reasoning: "reasoning",
  structured_output: "structured_output",
  video: "video",
  vision: "vision",
  audio: "audio",
};

export const cnyList: SourceParser = { id: LOBEHUB, recognises: (file) => Shape.safeParse(file.data).success, parse };

function parse(file: SnapshotFile): Extract {
  const root = Shape.parse(file.data);
  const day = needDay(file, dayOf(root.snapshot.commit_date));
  const out = emptyExtract(LOBEHUB, day);
  eachRecord(
    Object.entries(root.providers),
    ([id]) => id,
    out.rejected,
    ([id, raw]) => {
      const provider = Provider.parse(raw);
      out.providers.push({ id, name: provider.name, pages: provider.pricing_pages });
      readCards(out, id, provider.models, dayOf(provider.read_at.date) ?? day, day);
    },
  );
  for (const later of root.later) readLater(out, later, day);
  return out;
}

/** Copies made after the snapshot: dated by what they name, never before the snapshot itself. */
function readLater(out: Extract, later: z.infer<typeof Later>, day: Day): void {
  const seen = laterOf(dayOf(later.not_before), day) ?? day;
  const listed = new Set(later.models.map((raw) => CardRecord.safeParse(raw).data?.id));
  const before = new Set(out.prices.filter((fact) => fact.provider === later.provider).map((fact) => fact.id));
  readCards(out, later.provider, later.models, seen, seen);
  if (!later.complete_file) return;
  for (const id of before) if (!listed.has(id)) out.ends.push({ provider: later.provider, id, day: seen });
}

function readCards(out: Extract, provider: string, models: unknown[], seen: Day, lastSeen: Day): void {
  const taken = new Set<string>();
  eachRecord(
    models,
    (raw) => `${provider} ${idOf(raw)}`,
    out.rejected,
    (raw) => {
      const card = CardRecord.parse(raw);
      if (taken.has(card.id)) throw new Error("the id stands twice in its source");
      taken.add(card.id);
      const rates = card.pricing ? ratesOf(card.pricing) : [];
      if (card.pricing && rates.length === 0) {
        out.dropped.push({ where: `${provider} ${card.id}`, why: "sold by picture, second or film, not by token" });
        return;
      }
      out.cards.push(cardOf(provider, card, seen));
      out.prices.push({
        ...priceOf(provider, card),
        rates: rates.map((rate) => withPeriod(rate, card)),
        seen,
        lastSeen,
      });
    },
  );
}

function idOf(raw: unknown): string {
  return z.object({ id: z.string() }).safeParse(raw).data?.id ?? "?";
}

function withPeriod<T extends { when?: RateCondition | undefined }>(rate: T, { rate_period }: CardRecord): T {
  if (!rate_period) return rate;
  return { ...rate, when: { ...rate.when, window: rate_period === "peak" ? "peak" : "else" } };
}

function sellerOf(provider: string, { id, name, family }: CardRecord) {
  return { provider, id, name, ...(family && { family }) };
}

function priceOf(provider: string, card: CardRecord): Omit<PriceFact, "rates" | "seen"> {
  return {
    ...sellerOf(provider, card),
    currency: card.pricing?.currency ?? "CNY",
    ...(card.pricing && !card.pricing.currency_stated && { currencyUnsure: true }),
    ...(card.suspect && { suspect: card.suspect }),
    ...(card.note && { note: card.note }),
  };
}

function cardOf(provider: string, card: CardRecord, day: Day): Card {
  const released = dayOf(card.released);
  const stated = card.abilities.flatMap((name) => (ABILITIES[name] ? [[ABILITIES[name], true]] : []));
  return {
    ...sellerOf(provider, card),
    day,
    kind: card.kind === "image" || card.kind === "video" ? card.kind : "text",
    ...(card.context_window && { context: card.context_window }),
    ...(card.max_output && { maxOutput: card.max_output }),
    ...(released && { released }),
    abilities: Object.fromEntries(stated),
  };
}
