import type { Placed } from "../refiners/comparisons.ts";
import type { Scene } from "../scene.ts";
import type { Names } from "./names.ts";
import type { Read } from "./workload.ts";

const HOLDS =
  /\b(?:handles?|swallows?|fits?|hold|holds|digest|ingest|takes?|accepts?|can read|deal with|cope with|models? for)\b|塞得下|装得下|吃得下|放得下|能塞|能装|能吃|吃得进|能处理|读得下/i;

/** "100k tokens in one answer", 一次能吐10万: a length of replies that must be possible. */
const SPITS =
  /\b(?:in (?:one|a single|1) (?:go|answer|reply|response|shot|call)|at once|per (?:answer|reply|response))\b|一次(?:能|性)?(?:吐|输出|写|生成)|单次(?:能)?(?:吐|输出|写|生成)/i;

const LONG = 1e4;

/** "cheapest that can swallow a 700k prompt", 塞得下50万字: a length that must fit is no work to be done. */
export function capacityOf({ items, context: { text } }: Scene, names: Names, { workload }: Read): Placed | undefined {
  if (names.models.length + names.families.length > 0) return undefined;
  const { input, output, requests = 1, ...others } = workload ?? {};
  if (output !== undefined && input === undefined && output >= LONG && requests === 1 && SPITS.test(text)) {
    const { start, end } = items[0] ?? { start: 0, end: 0 };
    return {
      op: "min",
      on: "max_output",
      value: { kind: "num", start, end, n: output, big: true },
      said: false,
      start,
    };
  }
  if (!HOLDS.test(text) || output !== undefined) return undefined;
  if (input === undefined || input < LONG || requests !== 1 || Object.keys(others).length > 0) return undefined;
  const { start, end } = items[0] ?? { start: 0, end: 0 };
  return { op: "min", on: "context", value: { kind: "num", start, end, n: input, big: true }, said: false, start };
}
