import { type Item, means, textOf } from "../item.ts";
import { portionAt } from "../recognisers/mixes.ts";
import { isMark } from "../recognisers/recogniser.ts";
import { partOf } from "../recognisers/shares.ts";
import { ioOf } from "../refiners/sides.ts";
import { beside, isSoft, type Scene, take } from "../scene.ts";

type Role = "input" | "output" | "cached" | "audio";

export interface Amount {
  at: number;
  n: number;
  item: Item;
  role?: Role;
  /** A part of the prompt that is named on its own: the parts add up. */
  part?: boolean;
  /** A part of an amount that was said before ("of it", 其中). */
  within?: boolean;
}

const MIN_TOKENS = 20;
/** "5 output tokens": the side says what is counted. */
const COUNTS = /\btokens?\b/;

const namesSide = (item: Item | undefined): boolean => means(item, "io") || means(item, "side") || means(item, "part");

/** Whether an item may count tokens; small numbers only with a side right beside them ("150进5出"). */
function tokensAt(items: readonly Item[], i: number): number | undefined {
  const item = items[i];
  if (
    item?.kind === "num" &&
    !item.big &&
    item.n < MIN_TOKENS &&
    item.by === undefined &&
    !item.weak &&
    !item.ordinal &&
    item.to === undefined
  ) {
    const after = items[i + 1];
    return namesSide(after) && (after?.start === item.end || COUNTS.test(textOf(after))) ? item.n : undefined;
  }
  return tokensOf(item);
}

function tokensOf(item: Item | undefined): number | undefined {
  if (item === undefined || item.by !== undefined) return undefined;
  if (item.kind === "qty") return item.unit === "token" ? item.n : undefined;
  if (item.kind !== "num" || item.ordinal || item.weak || item.to !== undefined) return undefined;
  return item.big || item.n >= MIN_TOKENS ? item.n : undefined;
}

/** "3k system + 500 user + 400 reply": what the user says, where parts are added up. */
const isUserPart = (items: readonly Item[], i: number): boolean =>
  textOf(items[i]) === "user" && (isMark(items[i - 2], "+") || isMark(items[i + 1], "+"));

/** The role that a word gives to the number beside it. */
function roleOf(items: readonly Item[], i: number): { role: Role; part: boolean } | undefined {
  const item = items[i];
  if (item?.kind !== "lex" || item.not || item.by === "share") return undefined;
  const { side, part } = item.senses;
  if (part === "cached" || side === "cache_read") return { role: "cached", part: false };
  if (part === "audio" || side === "audio_price") return { role: "audio", part: false };
  if (side === "input" || side === "output") return { role: side, part: false };
  if (part === "system") return { role: "input", part: true };
  if (part === "input" || part === "output") return { role: part, part: false };
  if (isUserPart(items, i)) return { role: "input", part: true };
  const io = ioOf(items, i);
  return io && { role: io, part: false };
}

const transparent = (item: Item | undefined): boolean =>
  isSoft(item) ||
  means(item, "unit", "token") ||
  means(item, "dim", "price") ||
  means(item, "rate", "request") ||
  isMark(item, ":", "：", "(", "=", "~", "-");

/** "12k tokens prose in", "500M monthly input tokens": a noun or rate between a count and its role. */
function leadsOn(items: readonly Item[], i: number): boolean {
  const next = items[i + 1];
  if (next?.kind === "word") return items[i]?.kind === "qty";
  return means(next, "rate") && items[i + 3]?.kind !== "num";
}

/** The role word nearest to a number in one direction, with no other number between. */
function roleBeside({ items }: Scene, i: number, step: 1 | -1): { at: number; role: Role; part: boolean } | undefined {
  for (let at = i + step, left = 4; left > 0; at += step, left--) {
    const found = roleOf(items, at);
    // "输入占85%" names a part of the count, and no side of all of it.
    if (found && step === 1 && portionAt(items, at) !== undefined) return undefined;
    if (found) return { at, ...found };
    if ((partOf(items[at]) ?? 1) < 1) return undefined;
    if (!transparent(items[at]) && !(step === 1 && at === i + 1 && leadsOn(items, i))) return undefined;
  }
  return undefined;
}

/** Whether the roles of a question stand before their numbers ("input 3k output 1k") or after ("3k in 1k out"). */
function roleLeads(scene: Scene, amounts: readonly Amount[]): boolean {
  const [first] = amounts;
  if (first === undefined) return true;
  const before = roleBeside(scene, first.at, -1);
  const after = roleBeside(scene, first.at, 1);
  if (before === undefined || after === undefined) return before !== undefined;
  const last = amounts.at(-1) ?? first;
  // The direction in which the last number has a role as well is the one of all.
  return roleBeside(scene, last.at, 1) === undefined || amounts.length === 1;
}

export function assignRoles(scene: Scene, amounts: Amount[]): void {
  const leads = roleLeads(scene, amounts);
  const used = new Set<number>();
  for (const amount of amounts) {
    const own = [roleBeside(scene, amount.at, leads ? -1 : 1), roleBeside(scene, amount.at, leads ? 1 : -1)];
    const found = own.find((candidate) => candidate !== undefined && !used.has(candidate.at));
    if (found === undefined) continue;
    used.add(found.at);
    amount.role = found.role;
    amount.part = found.part;
    const marks = cachedMark(scene, amount.at, found.at);
    if (marks) amount.role = "cached";
    amount.within = isWithin(scene, amount.at);
    take(scene, scene.items[found.at], "workload");
  }
}

const leadsToCache = (item: Item | undefined): boolean =>
  isSoft(item) || means(item, "share", "1") || isMark(item, "(", "-");

/** 6k走缓存读: a word for the cache right after a number whose role was said before it. */
function cachedMark(scene: Scene, i: number, roleAt: number): boolean {
  if (roleAt > i) return false;
  const next = beside(scene, i, 1, 3, leadsToCache);
  const item = scene.items[next];
  if (item?.by !== undefined || (!means(item, "part", "cached") && !means(item, "side", "cache_read"))) return false;
  if (tokensOf(scene.items[beside(scene, next, 1, 2)]) !== undefined && !isMark(scene.items[next + 1], ",", "，"))
    return false;
  take(scene, item, "workload");
  return true;
}

const WITHIN = /of it|of which|of that|of those|of the|其中|里|里面|当中|里头/i;

function isWithin({ items }: Scene, i: number): boolean {
  return items
    .slice(Math.max(0, i - 2), i + 4)
    .some((item) => item.kind === "lex" && "of" in item.senses && WITHIN.test(item.text));
}

/** "2k/400", "2k + 400": two numbers with no words are input and output. */
export function pairs({ items }: Scene, amounts: Amount[]): void {
  for (const [place, amount] of amounts.entries()) {
    const next = amounts[place + 1];
    if (next === undefined || amount.role !== undefined || next.role !== undefined) continue;
    if (next.at !== amount.at + 2 || !isMark(items[amount.at + 1], "/", "+", "→", "|", ",")) continue;
    amount.role = "input";
    next.role = "output";
  }
}

/** "in/out 2k/500", "2k/500 in/out": two roles for two numbers. */
export function distributed({ items }: Scene, amounts: Amount[]): void {
  for (const [place, amount] of amounts.entries()) {
    const next = amounts[place + 1];
    const slash = next?.at === amount.at + 2 && isMark(items[amount.at + 1], "/");
    if (!slash || next === undefined) continue;
    const [left, right] = [items[amount.at - 1], items[next.at + 1]];
    const both =
      means(left, "side", "both") || means(right, "side", "both") || means(left, "blend") || means(right, "blend");
    if (!both && (amount.role !== undefined || next.role !== undefined) && amount.role !== next.role) continue;
    amount.role = "input";
    next.role = "output";
  }
}

/** "12k tokens each, 1k out": beside an output, tokens with no side are the input. */
export function lend({ items }: Scene, amounts: Amount[]): void {
  for (const one of amounts) {
    const added = items
      .slice(Math.max(0, one.at - 1), one.at + 4)
      .some((item) => isMark(item, "+") || textOf(item) === "plus");
    if (one.role === undefined && added && amounts.some(({ role }) => role === "input")) one.role = "input";
  }
  const bare = amounts.filter(({ role }) => role === undefined);
  const [only] = bare;
  if (only === undefined || bare.length > 1 || amounts.some(({ role }) => role === "input")) return;
  if (amounts.some(({ role }) => role === "output")) only.role = "input";
}

export function collect(scene: Scene): Amount[] {
  const amounts: Amount[] = [];
  for (const [at, item] of scene.items.entries()) {
    const n = tokensAt(scene.items, at);
    if (n === undefined || nearMoney(scene, at)) continue;
    amounts.push({ at, n: n * movedPart(scene, at), item });
  }
  return amounts;
}

const MOVES = /\b(?:move|shift|switch|migrate|route|offload|send|push|divert)\w*\b|挪|迁|切|转|换|搬|分流/i;

/** "move 30% of my 500M tokens", 把5亿token的三成换到: the part of an amount that is spoken of. */
function movedPart(scene: Scene, at: number): number {
  if (!MOVES.test(scene.context.text)) return 1;
  const places = [beside(scene, at, -1, 2, isOf), beside(scene, at, 1, 3, isCounted)];
  const share = places
    .map((place) => scene.items[place])
    .find((item) => item?.by === undefined && (partOf(item) ?? 1) < 1);
  if (share === undefined) return 1;
  const part = partOf(share) ?? 1;
  take(scene, share, "workload");
  return part;
}

const isOf = (item: Item | undefined): boolean => means(item, "of") || means(item, "rate") || means(item, "scope");
const isCounted = (item: Item | undefined): boolean =>
  means(item, "of") || means(item, "unit", "token") || namesSide(item);

const ASKS = /多少$|几$/;

function nearMoney({ items, context: { text } }: Scene, i: number): boolean {
  const item = items[i];
  // 一年多少万 asks for a figure in 万.
  if (item?.kind === "num" && item.bare && ASKS.test(text.slice(0, item.start).slice(-2))) return true;
  return means(items[i + 1], "pct") || means(items[i + 1], "fx") || means(items[i - 1], "fx");
}

export interface Sides {
  input?: number;
  output?: number;
  cached?: number;
  audio?: number;
  tokens?: number;
}

/** Adds the amounts up by role; cached parts are added to the input unless they were said to be part of it. */
export function addUp(amounts: readonly Amount[]): Sides {
  const sides: Sides = {};
  const whole = amounts.some(({ role, part }) => role === "input" && !part);
  for (const { role, n, within } of amounts) {
    if (role === undefined) {
      sides.tokens ??= n;
      continue;
    }
    if (role === "cached") {
      sides.cached = (sides.cached ?? 0) + n;
      if (!within && !(whole && n <= largest(amounts))) sides.input = (sides.input ?? 0) + n;
    } else if (role === "audio") {
      sides.audio = (sides.audio ?? 0) + n;
      if (!within) sides.input = (sides.input ?? 0) + n;
    } else sides[role] = (sides[role] ?? 0) + n;
  }
  return sides;
}

const largest = (amounts: readonly Amount[]): number =>
  Math.max(0, ...amounts.filter(({ role, part }) => role === "input" && !part).map(({ n }) => n));
