import { type Item, type Lex, means } from "../item.ts";
import { type Hit, isMark, type Recogniser, spanOf } from "./recogniser.ts";

const dayAt = (item: Item | undefined): number | undefined => {
  const day = item?.kind === "lex" ? item.senses.weekday : undefined;
  return day === undefined || day === "w" ? undefined : Number(day);
};

const isTo = (item: Item | undefined): boolean =>
  isMark(item, "-", "~") || means(item, "t", "until") || means(item, "to");

/** 周一到周五每天, "mon-fri, daily": how many days of a week have work; without a daily rate it is a span of days. */
export const workdays: Recogniser = {
  name: "workdays",
  at(items, i, { text }): Hit | undefined {
    const [first, last] = [dayAt(items[i]), dayAt(items[i + 2])];
    if (first === undefined || last === undefined || !isTo(items[i + 1])) return undefined;
    if (!items.slice(i + 3, i + 8).some((item) => means(item, "rate", "day"))) return undefined;
    const span = spanOf(items, i, 3);
    const days = String(((last - first + 7) % 7) + 1);
    const put: Lex = {
      kind: "lex",
      ...span,
      text: text.slice(span.start, span.end),
      senses: { workdays: days },
      glued: false,
    };
    return { take: 3, put: [put] };
  },
};
