import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { Currency, Day, Lab, Model, Price, Provider } from "../catalog/schema.ts";
import { OperatorError } from "../lib/errors.ts";

/** What people wrote by hand: small files that the importer lays over what the sources say. */

const SourceInfo = z.strictObject({
  id: z.string(),
  name: z.string(),
  url: z.string(),
  licence: z.string(),
  /** A copyright line to repeat. */
  notice: z.string().optional(),
  late: z.literal(true).optional(),
  /** Given where no snapshot of it is imported: the facts were read by hand on that day. */
  date: Day.optional(),
});

const ProviderOverlay = Provider.partial()
  .required({ id: true })
  .extend({
    /** What a price of zero means there, unless it is known to be free. */
    zeros: z.enum(["trial"]).optional(),
    /** One entry, two lists: what is priced in CNY stands on the Chinese one. */
    twoLists: z.boolean().optional(),
  });
export type ProviderOverlay = z.infer<typeof ProviderOverlay>;

const CuratedPrice = z.strictObject({
  provider: z.string(),
  id: z.string(),
  site: z.enum(["cn", "intl"]).optional(),
  currency: Currency,
  rates: Price.shape.rates,
  list: Price.shape.list.optional(),
  from: Day.optional(),
  until: Day.optional(),
  seen: Day,
  lastSeen: Day.optional(),
  kind: z.enum(["cancelled"]).optional(),
  note: z.string().optional(),
  source: z.string(),
});
/** A figure known to be wrong: wherever the source repeats it, it is held out. */
const KnownSlip = z.strictObject({
  source: z.string(),
  provider: z.string(),
  id: z.string(),
  input: z.string(),
  output: z.string(),
  why: z.string(),
});

const ModelOverlay = Model.partial().required({ id: true });
export type ModelOverlay = z.infer<typeof ModelOverlay>;

const Files = {
  labs: z.array(Lab),
  sources: z.array(SourceInfo),
  providers: z.array(ProviderOverlay),
  "provider-names": z.record(z.string(), z.array(z.string())),
  "provider-ids": z.record(z.string(), z.record(z.string(), z.string())),
  prices: z.array(CuratedPrice),
  slips: z.array(KnownSlip),
  models: z.array(ModelOverlay),
} as const;
export type Curated = { [name in keyof typeof Files]: z.infer<(typeof Files)[name]> };

/**
 * Reads `catalog/curated`.
 * @throws OperatorError `bad_catalog` with file, path and reason if a file does not fit.
 */
export function readCurated(dir: string): Curated {
  const read = (name: keyof typeof Files): unknown => {
    const file = join(dir, `${name}.json`);
    const raw: unknown = JSON.parse(readFileSync(file, "utf8"));
    const parsed = Files[name].safeParse(raw);
    // As written, not as parsed: defaults that the schema fills in must not overrule what the sources say.
    if (parsed.success) return raw;
    const issue = parsed.error.issues[0];
    throw new OperatorError("bad_catalog", `${file}: ${issue?.path.join(".")}: ${issue?.message}`, "mend the entry");
  };
  return Object.fromEntries(Object.keys(Files).map((name) => [name, read(name as keyof Curated)])) as Curated;
}
