import type { Item, Name } from "./item.ts";
import { isJoiner, LEXICON, type Node } from "./locales/lexicon.ts";
import { nearWord } from "./locales/spelling.ts";
import type { Mention } from "./names.ts";
import type { NumberHit } from "./recognisers/number-hit.ts";
import { numberAt } from "./recognisers/numbers.ts";
import type { Token } from "./tokens.ts";

/** Names at least this sure are taken before any phrase. */
const SURE = 0.5;
/** No phrase has more tokens, or spans more characters: what lies further on is not looked at. */
const LONGEST = 24;
const FAR = 200;
/** Marks that part or join; all others say nothing. */
const TELLING = new Set([..."，,;:/()、+-~?!|&[]{}=\"'`.；：？（）", "\n", "→", "->"]);

interface PhraseHit {
  end: number;
  senses: Readonly<Record<string, string>>;
}

/** The longest phrase of the lexicon that starts at a token and ends before `limit`; of two, the one that says more. */
function phraseAt(tokens: readonly Token[], at: number, limit: number): PhraseHit | undefined {
  return walk(tokens, at, limit, LEXICON, at);
}

function walk(tokens: readonly Token[], start: number, limit: number, node: Node, at: number): PhraseHit | undefined {
  const here = node.senses && at > start ? { end: at, senses: node.senses } : undefined;
  const token = at < limit ? tokens[at] : undefined;
  if (token === undefined || token.type === "line") return here;
  const next = node.next.get(token.text);
  const further = next && walk(tokens, start, limit, next, at + 1);
  const other = token.type === "latin" ? singular(node, token.text) : undefined;
  const single = other && walk(tokens, start, limit, other, at + 1);
  const joined =
    next === undefined && at > start && isJoiner(token.text) ? walk(tokens, start, limit, node, at + 1) : undefined;
  const longer = better(better(further, single), joined && joined.end > at + 1 ? joined : undefined);
  return longer ?? here;
}

function better(a: PhraseHit | undefined, b: PhraseHit | undefined): PhraseHit | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  if (a.end !== b.end) return a.end > b.end ? a : b;
  return isEmpty(a.senses) && !isEmpty(b.senses) ? b : a;
}

function isEmpty(senses: object): boolean {
  for (const _ in senses) return false;
  return true;
}

/** The node of the singular of a plural word, or of the owner in "lab's". */
function singular(node: Node, text: string): Node | undefined {
  if (text.endsWith("'s")) return node.next.get(text.slice(0, -2));
  if (text.length < 4 || !text.endsWith("s")) return undefined;
  if (text.endsWith("ies")) return node.next.get(`${text.slice(0, -3)}y`) ?? node.next.get(text.slice(0, -1));
  return node.next.get(text.slice(0, -1)) ?? (text.endsWith("es") ? node.next.get(text.slice(0, -2)) : undefined);
}

/** State of one pass over the tokens. */
interface Pass {
  tokens: readonly Token[];
  mentions: readonly Mention[];
  /** The next mention that was not reached yet. */
  mention: number;
  items: Item[];
}

function limitOf(pass: Pass, start: number): number {
  for (let i = pass.mention; i < pass.mentions.length; i++) {
    const mention = pass.mentions[i];
    if (mention && mention.start > start + FAR) break;
    if (mention && mention.start > start && mention.strength >= SURE) return mention.start;
  }
  return Number.POSITIVE_INFINITY;
}

function tokenLimit({ tokens }: Pass, at: number, place: number): number {
  if (place === Number.POSITIVE_INFINITY) return tokens.length;
  let end = at + 1;
  while (end < tokens.length && end < at + LONGEST && (tokens[end]?.end ?? 0) <= place) end += 1;
  return end;
}

function takeName(pass: Pass, at: number, mention: Mention, text: string): number {
  const name: Name = { kind: "name", start: mention.start, end: mention.end, mention, text };
  pass.items.push(name);
  let end = at;
  while (end < pass.tokens.length && (pass.tokens[end]?.start ?? 0) < mention.end) end += 1;
  return Math.max(end, at + 1);
}

function takeNumber(pass: Pass, at: number, { end, ...hit }: NumberHit): number {
  const [start, stop] = [pass.tokens[at]?.start ?? 0, pass.tokens[end - 1]?.end ?? 0];
  pass.items.push({ kind: "num", start, end: stop, ...hit });
  return end;
}

function takePhrase(pass: Pass, at: number, { end, senses }: PhraseHit, source: string): number {
  const first = pass.tokens[at];
  const [start, stop] = [first?.start ?? 0, pass.tokens[end - 1]?.end ?? 0];
  if (isEmpty(senses)) return end;
  pass.items.push({
    kind: "lex",
    start,
    end: stop,
    senses,
    text: source.slice(start, stop),
    glued: first?.glued ?? false,
  });
  return end;
}

function takeRest(pass: Pass, at: number, source: string): number {
  const token = pass.tokens[at];
  if (token === undefined) return at + 1;
  const last = pass.items.at(-1);
  if (token.type === "mark" || token.type === "line") {
    if (TELLING.has(token.text))
      pass.items.push({ kind: "mark", start: token.start, end: token.end, text: token.text });
  } else if (token.type === "han" && last?.kind === "word" && last.end === token.start) {
    last.end = token.end;
    last.text += token.text;
  } else {
    const near = token.type === "latin" ? nearWord(token.text) : undefined;
    if (near) return takePhrase(pass, at, { end: at + 1, senses: near }, source);
    pass.items.push({ kind: "word", start: token.start, end: token.end, text: source.slice(token.start, token.end) });
  }
  return at + 1;
}

function mentionAt(pass: Pass, token: Token): Mention | undefined {
  while ((pass.mentions[pass.mention]?.start ?? Number.POSITIVE_INFINITY) < token.start) pass.mention += 1;
  const mention = pass.mentions[pass.mention];
  return mention && mention.start < token.end ? mention : undefined;
}

/** Whether the words of a misspelt name are a phrase of their own, rightly spelt. */
function isPhrase(pass: Pass, at: number, mention: Mention): boolean {
  const phrase = phraseAt(pass.tokens, at, pass.tokens.length);
  return phrase !== undefined && (pass.tokens[phrase.end - 1]?.end ?? 0) >= mention.end;
}

/** 1~3: between two numbers the mark says something. */
function isRangeMark(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.text !== "~" || at === 0) return false;
  return tokens[at + 1]?.type === "number" || numberAt(tokens, at + 1) !== undefined;
}

function step(pass: Pass, at: number, source: string): number {
  const token = pass.tokens[at];
  if (token === undefined) return at + 1;
  const mention = mentionAt(pass, token);
  const nameText = mention ? source.slice(mention.start, mention.end) : "";
  if (mention && mention.strength >= SURE && !(mention.typo && isPhrase(pass, at, mention)))
    return takeName(pass, at, mention, nameText);
  const phrase = phraseAt(pass.tokens, at, tokenLimit(pass, at, limitOf(pass, token.start)));
  const number = numberAt(pass.tokens, at);
  const phraseEnd = phrase ? (pass.tokens[phrase.end - 1]?.end ?? 0) : 0;
  if (mention && mention.end > phraseEnd) return takeName(pass, at, mention, nameText);
  if (number && number.end >= (phrase?.end ?? 0)) return takeNumber(pass, at, number);
  if (phrase && !isRangeMark(pass.tokens, at)) return takePhrase(pass, at, phrase, source);
  return takeRest(pass, at, source);
}

/**
 * Cuts the tokens of a text into items from left to right: sure names first, else the longest of number and phrase.
 * Words that say nothing leave no item.
 */
export function lex(source: string, tokens: readonly Token[], mentions: readonly Mention[]): Item[] {
  const pass: Pass = { tokens, mentions, mention: 0, items: [] };
  for (let at = 0; at < tokens.length; ) at = step(pass, at, source);
  return pass.items;
}
