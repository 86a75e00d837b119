import { z } from "zod";
import { dayOf } from "../day.ts";
import { type Extract, emptyExtract, type SnapshotFile, type SourceParser } from "../fact.ts";
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
      const rates = ratesOf({ ...pricing, currency: pricing.currency ?? "CNY" });
      if (rates.length === 0) return;
      out.prices.push({
        provider: row.provider,
        id: row.model,
        currency: pricing.currency ?? "CNY",
        ...(pricing.currency == null && { currencyUnsure: true }),
        rates,
        seen,
      });
    },
  );
  return out;
}
