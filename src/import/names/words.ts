/** Names and ids taken apart: what is compared, counted and spelled. */

const DASHED_VERSION = /(\D|^)(\d)-(\d)(?=$|-)/;
const DAY = /-?(20\d\d)-?([01]\d)-?([0-3]\d)$/;
const LATEST = /-latest$/;
const SEPARATOR = /[-_\s:]+/;
const WORD = /[a-z]+|\d+/g;

/** The name in an id, in parts: the words, and the day or "latest" behind them. */
export interface IdParts {
  words: string[];
  tail?: string;
}

/** "gpt-4o-2024-05-13" → gpt, 4o and the day; "claude-3-5-haiku-latest" → claude, 3.5, haiku and "latest". */
export function partsOf(model: string): IdParts {
  const name = model.slice(model.indexOf("/") + 1);
  const [day, year, month, date] = DAY.exec(name) ?? [];
  const tail = day ? `${year}-${month}-${date}` : LATEST.test(name) ? "latest" : undefined;
  const bare = day ? name.slice(0, -day.length) : name.replace(LATEST, "");
  const words = bare.replace(DASHED_VERSION, "$1$2.$3").split(SEPARATOR).filter(Boolean);
  return { words, ...(tail && { tail }) };
}

/** Words and figures of any spelling, lower case: "GPT-4o mini" → gpt, 4, o, mini. */
export function atoms(text: string): string[] {
  return text.toLowerCase().match(WORD) ?? [];
}

/** The first that lacks in the second, each as often as it stands there. */
export function lacking(wanted: readonly string[], given: readonly string[]): string[] {
  const left = [...given];
  return wanted.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

export function isFigure(word: string | undefined): boolean {
  const first = word?.charAt(0) ?? "";
  return first >= "0" && first <= "9";
}
