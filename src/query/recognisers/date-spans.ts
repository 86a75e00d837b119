import { addDays } from "../days.ts";
import { type Item, means, textOf, type When } from "../item.ts";
import { isTo } from "./dates/day-spans.ts";
import { type Hit, type Recogniser, spanOf } from "./recogniser.ts";

function made(items: readonly Item[], i: number, take: number, span: Omit<When, "kind" | "start" | "end">): Hit {
  return { take, put: [{ kind: "when", ...spanOf(items, i, take), ...span, span: true }] };
}

const isEnd = (item: Item | undefined): boolean => isTo(item) || means(item, "t", "until");

/** "from X to Y", "X - Y", "X to now". */
function between(items: readonly Item[], i: number, today: string): Hit | undefined {
  const leads = ["since", "range", "between"].some((kind) => means(items[i], kind) || means(items[i], "t", kind));
  const lead = leads ? 1 : 0;
  const first = items[i + lead];
  if (first?.kind !== "when" || !isEnd(items[i + lead + 1])) return undefined;
  const last = items[i + lead + 2];
  const take = lead + 3;
  if (means(last, "t", "now")) return made(items, i, take, { ...(first.from && { from: first.from }), to: today });
  if (last?.kind !== "when") return undefined;
  const from = first.from && ordered(first.from, last.to);
  return made(items, i, take, { ...(from && { from }), ...(last.to && { to: last.to }) });
}

/** "march to may 2025": the year of the end is the one of the start, where it lent none of its own. */
function ordered(from: string, to: string | undefined): string {
  if (to === undefined || from <= to) return from;
  const same = to.slice(0, 4) + from.slice(4);
  return same <= to ? same : `${Number(to.slice(0, 4)) - 1}${from.slice(4)}`;
}

const LEADING = /^(?:since|from|after|starting|beginning|later than|as from|starting from|ever since)$/i;

const AFTER = /^(after|later than)$/i;

/** "since april", "after 2025", 5月以来, 2025年以后. */
function since(items: readonly Item[], i: number, today: string): Hit | undefined {
  if (means(items[i], "t", "since")) {
    const when = items[i + 1];
    const word = items[i];
    if (when?.kind !== "when" || when.from === undefined || word?.kind !== "lex") return undefined;
    // "from june 22 to 28" is whole already.
    if (when.span === true && when.to !== undefined) return made(items, i, 2, { from: when.from, to: when.to });
    const strict = AFTER.test(word.text) && when.to !== undefined;
    const closes = means(items[i + 2], "t", "since") || means(items[i + 2], "t", "now") ? 1 : 0;
    return made(items, i, 2 + closes, { from: strict ? addDays(when.to ?? today, 1) : when.from, to: today });
  }
  const when = items[i];
  if (when?.kind !== "when" || when.from === undefined || !means(items[i + 1], "t", "since")) return undefined;
  // "in june from alibaba": these words lead to what follows and close nothing.
  if (means(items[i + 1], "t", "asof") || LEADING.test(textOf(items[i + 1]))) return undefined;
  return made(items, i, 2, { from: when.from, to: today });
}

const INCLUSIVE = /^(until|till|til|through|thru|by|截|到|至|直到|up)/i;

/** "before 2025", "until june", 2025年之前. */
function until(items: readonly Item[], i: number): Hit | undefined {
  const lead = means(items[i], "t", "until");
  const when = items[lead ? i + 1 : i];
  if (when?.kind !== "when" || when.from === undefined || when.to === undefined) return undefined;
  const word = lead ? items[i] : items[i + 1];
  if (!lead && !means(word, "t", "until")) return undefined;
  if (word?.kind !== "lex") return undefined;
  const strict = !INCLUSIVE.test(word.text);
  const ahead = when.ahead && { ahead: when.ahead };
  return made(items, i, 2, { to: strict ? addDays(when.from, -1) : when.to, ...ahead });
}

/** Dates with the words that make spans of them. */
export const dateSpans: Recogniser = {
  name: "date span",
  at: (items, i, { today }) => between(items, i, today) ?? since(items, i, today) ?? until(items, i),
};
