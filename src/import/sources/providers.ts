import { z } from "zod";
import { dayOf } from "../day.ts";
import { emptyExtract, type SourceParser } from "../fact.ts";
import { eachRecord, needDay } from "../record.ts";

/** The hand-made classification of the models.dev providers. */

const KINDS = {
  lab: "lab",
  cloud: "cloud",
  host: "host",
  aggregator: "aggregator",
  "subscription-plan": "plan",
  local: "local",
} as const;

const Record = z.object({
  id: z.string(),
  name: z.string(),
  class: z.enum(Object.keys(KINDS) as [keyof typeof KINDS]),
  billing_currency: z.string(),
});
const Shape = z.object({ snapshot: z.string(), judgement: z.string(), providers: z.array(z.unknown()) });
const DAY_INSIDE = /\d{4}-\d{2}-\d{2}/;

export const providers: SourceParser = {
  id: "provider-classes",
  recognises: (file) => Shape.safeParse(file.data).success,
  parse(file) {
    const root = Shape.parse(file.data);
    const out = emptyExtract("provider-classes", needDay(file, dayOf(DAY_INSIDE.exec(root.snapshot)?.[0])));
    eachRecord(
      root.providers,
      () => "provider",
      out.rejected,
      (raw) => {
        const record = Record.parse(raw);
        const bills = record.billing_currency === "CNY" ? "CNY" : "USD";
        out.providers.push({ id: record.id, name: record.name, kind: KINDS[record.class], bills });
      },
    );
    return out;
  },
};
