import { type Item, means, textOf } from "../item.ts";
import { type Hit, type Recogniser, spanOf } from "./recogniser.ts";

const STARTS = /^(?:(?:at )?(?:the )?(?:start|beginning) of)$/;
const ENDS = /^(?:(?:at )?(?:the )?end of)$/;

/** "the start of this year", "end of june": the first or last day of a span. */
export const dateEdges: Recogniser = {
  name: "date edge",
  at(items: readonly Item[], i): Hit | undefined {
    const [word, when] = [items[i], items[i + 1]];
    if (when?.kind !== "when" || when.point || !means(word, "t", "asof")) return undefined;
    const text = textOf(word);
    const day = STARTS.test(text) ? when.from : ENDS.test(text) ? when.to : undefined;
    if (day === undefined) return undefined;
    return { take: 2, put: [{ ...when, ...spanOf(items, i, 2), from: day, to: day, point: true }] };
  },
};
