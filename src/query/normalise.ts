import type * as opencc from "opencc-js/t2cn";
import { require } from "../lib/require.ts";

/** Text in one plain form, with the place in the original of each of its characters. */
export interface Normalised {
  /** Width folded, compatibility forms folded, simplified characters; case is kept. */
  text: string;
  /** `offsets[i]` is the place in the original of character `i`; one more entry for the end. Absent if nothing moved. */
  offsets?: readonly number[];
  /** How many characters of the original were read, where it was longer. */
  readUpTo?: number;
}

/** Questions are short; what lies beyond this many characters is not read, and the answer says so. */
export const MAX_LENGTH = 4000;

const ASCII = /^[\n\t\r\x20-\x7e]*$/;
const HAN = /\p{Script=Han}/u;
let converter: opencc.ConverterFunction | undefined;

/** The simplified form of a character. */
function simplified(char: string): string {
  if (!HAN.test(char)) return char;
  converter ??= (require("opencc-js/t2cn") as typeof opencc).Converter({ from: "t", to: "cn" });
  return converter(char);
}

const folded = new Map<string, string>();
/** Marks that mean a plain character here, though Unicode keeps them apart. */
const PLAIN: Record<string, string> = {
  "’": "'",
  "‘": "'",
  "“": '"',
  "”": '"',
  "–": "-",
  "—": "-",
  "−": "-",
  "‐": "-",
  "‑": "-",
  "‒": "-",
  "～": "~",
  "〜": "~",
  "∼": "~",
  "￥": "¥",
  "。": ".",
  // Chinese commas stay what they are: beside digits they part numbers, they never group them.
  "，": "，",
  "、": "、",
  "·": " ",
  "•": "-",
  "▪": "-",
  "●": "-",
  "⁄": "/",
  "∶": ":",
  妳: "你",
  "⩾": "≥",
  "≧": "≥",
  "⩽": "≤",
  "≦": "≤",
  "＂": '"',
  "…": " ",
  "⋯": " ",
  "\u00a0": " ",
  "\u200b": " ",
  "\ufeff": " ",
  "½": "0.5",
  "¼": "0.25",
  "⅓": "1/3",
  "⅔": "2/3",
  "¾": "0.75",
  "×": "×",
};

function fold(char: string): string {
  const known = folded.get(char);
  if (known !== undefined) return known;
  const plain = PLAIN[char] ?? char.normalize("NFKC");
  const value = PLAIN[plain] ?? (plain.length === char.length ? simplified(plain) : plain);
  folded.set(char, value);
  return value;
}

const ENTRY = /(^|[\s:;,，])[1-9]\)/g;

/** "1) pdf 2) tools": the numbers of a list part its entries and say nothing; offsets stay. */
function unnumbered(text: string): string {
  const entries = text.match(ENTRY)?.length ?? 0;
  return entries > 1 ? text.replace(ENTRY, "$1; ") : text;
}

/** Folds a text; the work grows linearly with its length, up to `MAX_LENGTH` characters. */
export function normalise(original: string): Normalised {
  const readUpTo = original.length > MAX_LENGTH ? MAX_LENGTH : undefined;
  const source = readUpTo === undefined ? original : original.slice(0, readUpTo);
  const rest = readUpTo === undefined ? {} : { readUpTo };
  if (ASCII.test(source)) return { text: unnumbered(source), ...rest };
  let text = "";
  let moved = false;
  const offsets: number[] = [];
  let place = 0;
  for (const char of source) {
    const value = fold(char);
    for (let i = 0; i < value.length; i++) offsets.push(place + Math.min(i, char.length - 1));
    moved ||= value.length !== char.length;
    text += value;
    place += char.length;
  }
  offsets.push(place);
  text = unnumbered(text);
  return moved ? { text, offsets, ...rest } : { text, ...rest };
}

/** The words of the original that stand between two places of the normalised text. */
export function original(source: string, { offsets }: Normalised, start: number, end: number): string {
  return source.slice(offsets?.[start] ?? start, offsets?.[end] ?? end);
}
