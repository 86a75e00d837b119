import type { Token } from "../tokens.ts";
import type { NumberHit } from "./number-hit.ts";
import { HAN_UNITS, numeral } from "./numerals.ts";

const SUFFIXES: Record<string, number> = {
  k: 1e3,
  kk: 1e6,
  m: 1e6,
  mm: 1e6,
  mn: 1e6,
  mil: 1e6,
  mio: 1e6,
  mln: 1e6,
  million: 1e6,
  millions: 1e6,
  b: 1e9,
  bn: 1e9,
  bil: 1e9,
  billion: 1e9,
  t: 1e12,
  tn: 1e12,
  trillion: 1e12,
  w: 1e4,
  kw: 1e7,
  thousand: 1e3,
  thou: 1e3,
  thousands: 1e3,
  hundred: 1e2,
  hundreds: 1e2,
  mtok: 1e6,
  mtoks: 1e6,
  ktok: 1e3,
};
/** Magnitudes that may stand apart from their number; a lone "b", "t" or "w" may not. */
const SPACED = new Set([
  ...["k", "m", "mm", "mn", "mil", "mio", "mln", "million", "millions", "bn", "bil", "billion", "trillion"],
  ...["thousand", "thousands", "thou", "hundred", "hundreds", "w", "mtok", "mtoks", "ktok"],
]);
/** These may be said with no number before them. */
const ALONE = new Set(["million", "billion", "thousand", "hundred"]);
const ORDINAL_ENDS = new Set(["st", "nd", "rd", "th"]);

const ONES =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split(" ");
const WORDS = new Map<string, number>([
  ...ONES.map((word, n): [string, number] => [word, n]),
  ["seventeen", 17],
  ["eighteen", 18],
  ["nineteen", 19],
  ["twenty", 20],
  ["thirty", 30],
  ["forty", 40],
  ["fifty", 50],
  ["sixty", 60],
  ["seventy", 70],
  ["eighty", 80],
  ["ninety", 90],
  ["couple", 2],
  ["dozen", 12],
]);
const ORDINALS = new Map<string, number>([
  ["second", 2],
  ["third", 3],
  ["fourth", 4],
  ["fifth", 5],
  ["sixth", 6],
]);
const PARTS = new Map<string, number>([
  ["half", 0.5],
  ["quarter", 0.25],
]);

const exact = (n: number): number => Number(n.toPrecision(15));

function suffixed(tokens: readonly Token[], at: number, n: number): NumberHit {
  let end = at + 1;
  let value = n;
  let big = false;
  let step: number | undefined;
  for (; end <= at + 2; end++) {
    const token = tokens[end];
    const factor = token?.type === "latin" ? SUFFIXES[token.text] : undefined;
    if (token === undefined || factor === undefined) break;
    // "3 w/ tools" is no 万.
    if (!token.glued && token.text === "w" && tokens[end + 1]?.text === "/") break;
    if (!token.glued && (!SPACED.has(token.text) || startsName(tokens[end + 1]))) break;
    if (big && !ALONE.has(token.text)) break;
    value *= factor;
    big ||= factor >= 1000;
    if (factor === 1000) step = 1024;
    else step = undefined;
  }
  return { end, n: exact(value), big, ...(step !== undefined && { step }) };
}

/** "430 k2.7": a letter with a number at its heels is no magnitude of the number before. */
const startsName = (next: Token | undefined): boolean => next?.type === "number" && next.glued;

function digits(tokens: readonly Token[], at: number, n: number): NumberHit {
  const next = tokens[at + 1];
  if (next?.glued && ORDINAL_ENDS.has(next.text)) return { end: at + 2, n, big: false, ordinal: true };
  if (next?.type === "han" && HAN_UNITS.has(next.text)) return numeral(tokens, at) ?? { end: at + 1, n, big: false };
  return suffixed(tokens, at, n);
}

/** "half a million", "a quarter of a million". */
function partOf(tokens: readonly Token[], at: number): NumberHit | undefined {
  const part = PARTS.get(tokens[at]?.text ?? "");
  if (part === undefined) return undefined;
  let end = at + 1;
  while (["of", "a", "an", "-"].includes(tokens[end]?.text ?? "") && end < at + 3) end += 1;
  const word = tokens[end]?.text ?? "";
  if (word === "dozen" && part === 0.5) return { end: end + 1, n: 6, big: false };
  const factor = SUFFIXES[word];
  if (factor === undefined || !SPACED.has(word)) return undefined;
  return { end: end + 1, n: part * factor, big: true };
}

/** "forty-two", "two hundred and fifty": what stands between two words of one number. */
function joinsWords(tokens: readonly Token[], at: number): boolean {
  const [before, after] = [tokens[at - 1]?.text ?? "", tokens[at + 1]];
  const n = WORDS.get(after?.text ?? "");
  if (n === undefined) return false;
  if (tokens[at]?.text === "-") return after?.glued === true && n < 10 && (WORDS.get(before) ?? 0) >= 20;
  return tokens[at]?.text === "and" && ALONE.has(before) && n < 100;
}

function spoken(tokens: readonly Token[], at: number): NumberHit | undefined {
  let total = 0;
  let section = 0;
  let end = at;
  let big = false;
  for (; end < tokens.length; end++) {
    const word = tokens[end]?.text ?? "";
    if (end > at && joinsWords(tokens, end)) continue;
    const n = WORDS.get(word);
    const factor = ALONE.has(word) ? SUFFIXES[word] : undefined;
    if (n !== undefined && (section % 100 === 0 || (section % 10 === 0 && n < 10))) section += n;
    else if (factor === 100) section = (section || 1) * 100;
    else if (factor !== undefined) {
      total += (section || 1) * factor;
      section = 0;
      big = true;
    } else break;
  }
  if (end === at) return undefined;
  const first = tokens[at]?.text ?? "";
  const alone = end === at + 1;
  return {
    end,
    n: total + section,
    big,
    ...(alone && first === "one" && { weak: true }),
    ...(ALONE.has(first) && { bare: true }),
  };
}

/** "a million", "a couple of thousand", "half a million", "twenty five". */
function words(tokens: readonly Token[], at: number): NumberHit | undefined {
  const article = ["a", "an"].includes(tokens[at]?.text ?? "");
  const start = article ? at + 1 : at;
  const part = partOf(tokens, start);
  if (part) return part;
  const next = tokens[start]?.text ?? "";
  if (article && !ALONE.has(next) && !["couple", "dozen"].includes(next)) return undefined;
  const ordinal = article ? undefined : ORDINALS.get(next);
  if (ordinal !== undefined) return { end: start + 1, n: ordinal, big: false, ordinal: true };
  const hit = spoken(tokens, start);
  if (!hit) return undefined;
  const ofMore = next === "couple" && tokens[hit.end]?.text === "of" ? spoken(tokens, hit.end + 1) : undefined;
  if (ofMore) return { end: ofMore.end, n: 2 * ofMore.n, big: ofMore.big };
  const after = next === "couple" && tokens[hit.end]?.text === "of" ? hit.end + 1 : hit.end;
  return { ...hit, end: after, ...(article && { bare: false }) };
}

/** The number that starts at a token, or undefined. */
export function numberAt(tokens: readonly Token[], at: number): NumberHit | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  if (token.type === "number") return digits(tokens, at, token.n ?? 0);
  if (token.type === "latin") return words(tokens, at);
  if (token.text === "第") {
    const hit = numeral(tokens, at + 1) ?? undefined;
    return hit && { end: hit.end, n: hit.n, big: false, ordinal: true };
  }
  return token.type === "han" ? numeral(tokens, at) : undefined;
}
