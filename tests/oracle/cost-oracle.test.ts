import { describe, expect, it } from "vitest";
import { answerQuery } from "../../src/answer/answer-query.ts";
import { loadCatalog } from "../../src/catalog/load.ts";
import { Query } from "../../src/query/query.ts";
import { type Case, costOf, offers, priceOn, pricesOf, type RawOffer, rateFor, round } from "./oracle.ts";
import { generator } from "./random.ts";

const SEED = 20260702;
const WORKLOADS = 1000;
const NOWS = ["2026-07-02", "2026-11-23"];

const catalog = loadCatalog("catalog");

function programCost({ provider, model, day, now, usage, promptTokens }: Case): string | null {
  const { batch, ...tokens } = usage;
  const query = Query.parse({
    intent: "cost",
    language: "en",
    models: [model],
    filters: { providers: { in: [provider] } },
    workload: { ...tokens, ...(batch && { batch }) },
    ...(day !== now && { asOf: day }),
    ...(promptTokens !== undefined && { tier: { promptTokens } }),
  });
  const reading = { query, readAs: [], assumed: [], trace: () => [] };
  const { rows } = answerQuery(reading, catalog, new Date(`${now}T09:00:00Z`));
  return rows.find((row) => row.provider === provider)?.cost ?? null;
}

/** Offers that provider and model name alone. */
function unambiguous(): RawOffer[] {
  const key = ({ provider, model }: RawOffer) => `${provider} ${model}`;
  const counts = new Map<string, number>();
  for (const offer of offers) counts.set(key(offer), (counts.get(key(offer)) ?? 0) + 1);
  return offers.filter((offer) => counts.get(key(offer)) === 1 && !offer.provider.includes("-plan"));
}

function edgesOf(offer: RawOffer, axis: "prompt" | "output"): number[] {
  const bounds = pricesOf(offer).flatMap(({ rates }) =>
    rates.flatMap(({ when }) => [when?.[`${axis}Over`], when?.[`${axis}UpTo`]]),
  );
  return [...new Set(bounds.filter((bound) => bound !== undefined))];
}

function cases(): Case[] {
  const random = generator(SEED);
  const all = unambiguous();
  const has = (offer: RawOffer, test: (units: Record<string, unknown>, when?: object) => boolean) =>
    pricesOf(offer).some(({ rates }) => rates.some(({ units, when }) => test(units, when)));
  const pools = [
    all,
    all.filter((offer) => edgesOf(offer, "prompt").length > 0),
    all.filter((offer) => edgesOf(offer, "output").length > 0),
    all.filter((offer) => has(offer, (_, when) => when !== undefined && ("window" in when || "thinking" in when))),
    all.filter((offer) =>
      has(offer, (units) => "batch_input" in units || "audio_input" in units || "request" in units),
    ),
    all.filter((offer) => has(offer, (units) => "cache_read" in units)),
  ].filter((pool) => pool.length > 0);
  const tokens = (edges: number[]) =>
    edges.length > 0 && random.chance(0.7)
      ? Math.max(0, random.pick(edges) + random.below(3) - 1)
      : random.magnitude(6);
  return Array.from({ length: WORKLOADS }, (): Case => {
    const offer = random.pick(random.pick(pools));
    const now = random.pick(NOWS);
    const days = pricesOf(offer).flatMap(({ from, seen }) => [seen, ...(from ? [from] : [])]);
    const past = random.pick(days);
    const day = random.chance(0.3) && past !== undefined && past < now ? past : now;
    const input = tokens(edgesOf(offer, "prompt"));
    const cachedInput = random.chance(0.4) ? random.below(input + 1) : 0;
    const audioInput = random.chance(0.1) ? random.below(input - cachedInput + 1) : 0;
    const output = input === 0 || random.chance(0.9) ? 1 + tokens(edgesOf(offer, "output")) : 0;
    const totals = random.chance(0.3);
    const usage = {
      input,
      output,
      cachedInput,
      audioInput,
      batch: random.chance(0.25),
      ...(!totals && { requests: random.magnitude(7) }),
    };
    const edges = edgesOf(offer, "prompt");
    const promptTokens =
      totals && edges.length > 0 && random.chance(0.3) ? random.pick(edges) + random.below(2) : undefined;
    return {
      provider: offer.provider,
      model: offer.model,
      day,
      now,
      usage,
      ...(promptTokens !== undefined && { promptTokens }),
    };
  });
}

describe(`${WORKLOADS} random workloads (seed ${SEED})`, () => {
  const all = cases();

  it("cost to the last digit what an oracle in integers says", () => {
    const different = all.flatMap((one) => {
      const [program, oracle] = [programCost(one), costOf(one)];
      return program === oracle ? [] : [{ ...one, program, oracle }];
    });
    expect(different).toEqual([]);
  });

  it("reach edges, windows, cache, batch, history and what is not known", () => {
    const known = all.filter((one) => costOf(one) !== null);
    const rated = (one: Case) => {
      const offer = offers.find(({ provider, model }) => provider === one.provider && model === one.model);
      const rates = offer && priceOn(offer, one.day, one.now)?.rates;
      return rates
        ? { rates, used: rateFor(rates, one.usage.input, one.usage.output) }
        : { rates: [], used: undefined };
    };
    const reached = {
      known: known.length,
      unknown: all.length - known.length,
      tiered: known.filter((one) => rated(one).rates.length > 1).length,
      past: known.filter(({ day, now }) => day < now).length,
      cached: known.filter(({ usage }) => usage.cachedInput > 0).length,
      batch: known.filter((one) => one.usage.batch && rated(one).used?.units.batch_input !== undefined).length,
      edges: known.filter((one) => isAtEdge(one, rated(one).rates)).length,
    };
    for (const [what, count] of Object.entries(reached)) expect(count, what).toBeGreaterThan(what === "batch" ? 3 : 20);
  });

  it.each([
    [1234567890125n, 0, "1234567890120"],
    [1234567890135n, 0, "1234567890140"],
    [12345678901250001n, 4, "1234567890130"],
    [15n, 1, "1.5"],
    [5n, 3, "0.005"],
    [0n, 6, "0"],
  ])("the oracle rounds %s", (value, places, expected) => {
    expect(round(value, places)).toBe(expected);
  });
});

function isAtEdge(
  { usage }: Case,
  rates: { when?: { promptOver?: number | undefined; promptUpTo?: number | undefined } }[],
): boolean {
  const edges = rates.flatMap(({ when }) => [when?.promptOver, when?.promptUpTo]);
  return edges.some((edge) => edge !== undefined && Math.abs(edge - usage.input) <= 1);
}
