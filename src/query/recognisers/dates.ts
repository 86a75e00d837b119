import type { Item } from "../item.ts";
import { chinese } from "./dates/chinese.ts";
import { daySpan } from "./dates/day-spans.ts";
import { edge, weekOfMonth } from "./dates/edges.ts";
import { english, halfYear, quarter } from "./dates/english.ts";
import type { Reader } from "./dates/found.ts";
import { holiday } from "./dates/holiday.ts";
import { dotted, numeric, year } from "./dates/numeric.ts";
import { rarely } from "./dates/rarely.ts";
import { ago, dayOfMonth, edgeMonths, monthDay, relative, weekAndDay, weekday, weekWith } from "./dates/relative.ts";
import { type Hit, type Recogniser, spanOf } from "./recogniser.ts";

/** One kind of date each; the first that finds one keeps it, a bare year comes last. */
const READERS: readonly Reader[] = [
  daySpan,
  weekOfMonth,
  edge,
  rarely,
  holiday,
  numeric,
  dotted,
  dayOfMonth,
  edgeMonths,
  monthDay,
  ago,
  weekWith,
  weekAndDay,
  weekday,
  quarter,
  chinese,
  english,
  halfYear,
  relative,
  year,
];

/** Whether a date can start with an item at all. */
function mayStart(item: Item): boolean {
  if (item.kind === "num") return !item.big;
  if (item.kind === "word") return item.text.length === 1;
  if (item.kind !== "lex") return false;
  const { t, month, weekday, rate, top, holiday: feast } = item.senses;
  return (t ?? month ?? weekday ?? rate ?? top ?? feast) !== undefined;
}

/** Days, months, quarters, years and words such as "last week". */
export const dates: Recogniser = {
  name: "date",
  at(items, i, context): Hit | undefined {
    const first = items[i];
    if (first === undefined || !mayStart(first)) return undefined;
    for (const reader of READERS) {
      const found = reader(items, i, context);
      if (found === undefined || found.take === 0) continue;
      const { take, ...rest } = found;
      return { take, put: [{ kind: "when", ...spanOf(items, i, take), ...rest }] };
    }
    return undefined;
  },
};
