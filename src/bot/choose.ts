import type { Query } from "../query/query.ts";

const ORDINALS: Record<string, number> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
};
const CHOICE = /^(?:the |#|第|选)?(\d|[a-z]+|[一二两三四五])(?: one|st|nd|rd|th|个|\.|\))?$/;

/** The choice that words such as "2", "第二个" or "the second one" pick, or undefined if they pick none. */
export function choose(text: string, choices: readonly Query[]): Query | undefined {
  const picked = CHOICE.exec(text.normalize("NFKC").trim().toLowerCase())?.[1];
  if (picked === undefined) return undefined;
  return choices[(ORDINALS[picked] ?? Number(picked)) - 1];
}
