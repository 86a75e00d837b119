import { z } from "zod";
import type { Rate } from "../../catalog/schema.ts";
import { dayOf } from "../day.ts";
import { type Extract, emptyExtract, type SnapshotFile, type SourceParser } from "../fact.ts";
import { isJump } from "../jump.ts";
import { eachRecord, hasRows, linesOf } from "../record.ts";
import { LOBEHUB } from "./cny-list.ts";
import { Pricing, ratesOf } from "./cny-units.ts";

/** Changes of the native Chinese list cards, oldest first. Re-shaped snapshot. */

const Row = z.object({
  date: z.string(),
  provider: z.string(),
  model: z.string(),
  kind: z.string(),
  change: z.enum(["first_seen", "added", "removed", "price", "limit"]),
  before: z.unknown(),
  after: z.unknown(),
});
const Block = Pricing.extend({ currency: z.enum(["CNY", "USD"]).nullish() });

export const cnyHistory: SourceParser = {
  id: LOBEHUB,
  recognises: (file) => hasRows(file, Row.extend({ upstream_change: z.string().nullable() })),
  parse,
};

function parse(file: SnapshotFile): Extract {
  const lines = linesOf(file);
  const last = dayOf(z.object({ date: z.string() }).safeParse(lines.at(-1)?.value).data?.date);
  const out = emptyExtract(LOBEHUB, last ?? "1970-01-01");
  eachRecord(
    lines,
    ({ line }) => `line ${line}`,
    out.rejected,
    ({ value }) => {
      const row = Row.parse(value);
      const seen = dayOf(row.date);
      if (!seen) throw new Error(`date: ${row.date} is not a day`);
      if (row.change === "removed") out.ends.push({ provider: row.provider, id: row.model, day: seen });
      if (row.change === "removed" || row.change === "limit" || !row.after) return;
      const pricing = Block.parse(row.after);
      const rates = ratesIn(pricing);
      if (rates.length === 0) return;
      const before = row.before ? ratesIn(Block.parse(row.before)) : [];
      const jumps = isJump(before, rates) && { kind: "correction" as const, jump: true as const };
      out.prices.push({
        provider: row.provider,
        id: row.model,
        currency: pricing.currency ?? "CNY",
        ...(pricing.currency == null && { currencyUnsure: true }),
        rates,
        seen,
        ...jumps,
      });
    },
  );
  return out;
}

function ratesIn(pricing: z.infer<typeof Block>): Rate[] {
  return ratesOf({ ...pricing, currency: pricing.currency ?? "CNY" });
}
