import { type Item, means, sense, type Usage } from "../item.ts";
import type { Workload } from "../query.ts";
import { isMark } from "../recognisers/recogniser.ts";
import { partOf } from "../recognisers/shares.ts";
import type { Placed } from "../refiners/comparisons.ts";
import { ioOf } from "../refiners/sides.ts";
import { beside, isSoft, type Scene, says, take, withSense } from "../scene.ts";
import { readRequests } from "./requests.ts";
import { readText } from "./text-amounts.ts";

type Role = "input" | "output" | "cached" | "audio";

interface Amount {
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
    return namesSide(after) && after?.start === item.end ? item.n : undefined;
  }
  return tokensOf(item);
}

function tokensOf(item: Item | undefined): number | undefined {
  if (item === undefined || item.by !== undefined) return undefined;
  if (item.kind === "qty") return item.unit === "token" ? item.n : undefined;
  if (item.kind !== "num" || item.ordinal || item.weak || item.to !== undefined) return undefined;
  return item.big || item.n >= MIN_TOKENS ? item.n : undefined;
}

/** The role that a word gives to the number beside it. */
function roleOf(items: readonly Item[], i: number): { role: Role; part: boolean } | undefined {
  const item = items[i];
  if (item?.kind !== "lex" || item.not) return undefined;
  const { side, part } = item.senses;
  if (part === "cached" || side === "cache_read") return { role: "cached", part: false };
  if (part === "audio" || side === "audio_price") return { role: "audio", part: false };
  if (side === "input" || side === "output") return { role: side, part: false };
  if (part === "system") return { role: "input", part: true };
  if (part === "input" || part === "output") return { role: part, part: false };
  const io = ioOf(items, i);
  return io && { role: io, part: false };
}

const transparent = (item: Item | undefined): boolean =>
  isSoft(item) ||
  means(item, "unit", "token") ||
  means(item, "dim", "price") ||
  means(item, "rate", "request") ||
  isMark(item, ":", "：", "(", "=", "~");

/** The role word nearest to a number in one direction, with no other number between. */
function roleBeside({ items }: Scene, i: number, step: 1 | -1): { at: number; role: Role; part: boolean } | undefined {
  for (let at = i + step, left = 4; left > 0; at += step, left--) {
    const found = roleOf(items, at);
    if (found) return { at, ...found };
    if (!transparent(items[at])) return undefined;
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

function assignRoles(scene: Scene, amounts: Amount[]): void {
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

/** 6k走缓存读: a word for the cache right after a number whose role was said before it. */
function cachedMark(scene: Scene, i: number, roleAt: number): boolean {
  if (roleAt > i) return false;
  const next = beside(scene, i, 1, 2);
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
function pairs({ items }: Scene, amounts: Amount[]): void {
  for (const [place, amount] of amounts.entries()) {
    const next = amounts[place + 1];
    if (next === undefined || amount.role !== undefined || next.role !== undefined) continue;
    if (next.at !== amount.at + 2 || !isMark(items[amount.at + 1], "/", "+", "→", "|", ",")) continue;
    amount.role = "input";
    next.role = "output";
  }
}

/** "in/out 2k/500", "2k/500 in/out": two roles for two numbers. */
function distributed({ items }: Scene, amounts: Amount[]): void {
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
function lend(amounts: Amount[]): void {
  const bare = amounts.filter(({ role }) => role === undefined);
  const [only] = bare;
  if (only === undefined || bare.length > 1 || amounts.some(({ role }) => role === "input")) return;
  if (amounts.some(({ role }) => role === "output")) only.role = "input";
}

interface Sides {
  input?: number;
  output?: number;
  cached?: number;
  audio?: number;
  tokens?: number;
}

/** Adds the amounts up by role; cached parts are added to the input unless they were said to be part of it. */
function addUp(amounts: readonly Amount[]): Sides {
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

const isCached = (item: Item | undefined): boolean =>
  means(item, "part", "cached") || means(item, "side", "cache_read");
const isAudio = (item: Item | undefined): boolean => means(item, "part", "audio") || means(item, "ability", "audio");

/** 70% cached, 八成命中缓存, 一半是音频: a share of the input. */
function shareOf(scene: Scene, is: (item: Item | undefined) => boolean): number | undefined {
  for (const [i, item] of scene.items.entries()) {
    const part = item.by === undefined ? partOf(item) : undefined;
    if (part === undefined || part > 1) continue;
    const places = [beside(scene, i, 1, 4, passes), beside(scene, i, -1, 3, passes)];
    const at = places.find((place) => is(scene.items[place]));
    if (at === undefined) continue;
    take(scene, item, "workload");
    take(scene, scene.items[at], "workload");
    return part;
  }
  return undefined;
}

const passes = (item: Item | undefined): boolean =>
  isSoft(item) ||
  means(item, "part", "input") ||
  means(item, "side", "input") ||
  means(item, "io") ||
  isMark(item, ":", "：", "=", "(");

function split(scene: Scene, sides: Sides): void {
  if (sides.tokens === undefined || sides.input !== undefined || sides.output !== undefined) return;
  const ratio = scene.items.find((item) => item.kind === "ratio" && item.by === undefined);
  if (ratio?.kind !== "ratio") return;
  take(scene, ratio, "workload");
  for (const [item] of withSense(scene, "blend")) take(scene, item, "workload");
  const total = ratio.a + ratio.b;
  sides.input = round((sides.tokens * ratio.a) / total);
  sides.output = round((sides.tokens * ratio.b) / total);
  delete sides.tokens;
}

const round = (n: number): number => Number(n.toPrecision(12));

/** "5M tokens, all of it output": a role said apart from its number. */
function collect(scene: Scene): Amount[] {
  const amounts: Amount[] = [];
  for (const [at, item] of scene.items.entries()) {
    const n = tokensAt(scene.items, at);
    if (n === undefined || nearMoney(scene, at)) continue;
    amounts.push({ at, n, item });
  }
  return amounts;
}

function nearMoney({ items }: Scene, i: number): boolean {
  return means(items[i + 1], "pct") || means(items[i + 1], "fx") || means(items[i - 1], "fx");
}

function usageOf(scene: Scene): Usage | undefined {
  const found = scene.items.find((item) => item.kind === "usage");
  if (found) take(scene, found, "workload");
  return found?.kind === "usage" ? found : undefined;
}

const CALL =
  /prompt|call|request|answer|reply|response|一次|单次|一个请求|回复|回答|one shot|message|消息|提问|question/i;

/** Whether one call is spoken of: its length picks the tier. */
function isOneCall({ context }: Scene, sides: Sides): boolean {
  return sides.input !== undefined && CALL.test(context.text);
}

/** "cheapest 128k model": with no side, call or model near it a size is one of the context. */
function bareSizes(scene: Scene, amounts: readonly Amount[], requested: boolean): Placed[] {
  if (requested || amounts.some(({ role, item }) => role !== undefined || item.kind === "qty")) return [];
  const named = scene.items.some(
    (item) => item.kind === "name" && item.by !== "than" && !item.not && item.mention.model !== undefined,
  );
  if (named || amounts.length > 2) return [];
  return amounts.flatMap(({ item }) => {
    if (item.kind !== "num" || !item.big) return [];
    take(scene, item, "bound");
    return [{ op: "min" as const, on: "context" as const, value: item, said: false, start: item.start }];
  });
}

export interface Read {
  workload?: Workload;
  /** Sizes that no word binds: of the context. */
  sizes?: Placed[];
  /** Whether numbers were said (a batch flag or a period alone makes no workload). */
  counted: boolean;
  /** 20 cached shares and the like, for follow-ups that change a workload. */
  cachedShare?: number;
  assumed: string[];
}

/** Reads the tokens, calls, days and texts of a workload. */
export function readWorkload(scene: Scene): Read {
  const usage = usageOf(scene);
  if (usage) return fromUsage(usage, scene);
  const share = shareOf(scene, isCached);
  const audible = shareOf(scene, isAudio);
  const text = readText(scene);
  const requests = readRequests(scene);
  const amounts = collect(scene);
  assignRoles(scene, amounts);
  distributed(scene, amounts);
  pairs(scene, amounts);
  const sized = bareSizes(scene, amounts, requests.requests !== undefined);
  const counts = amounts
    .filter(({ item }) => item.by === undefined)
    .filter(({ role, item }) => role !== undefined || item.kind === "qty" || (item.kind === "num" && item.big));
  lend(counts);
  const sides = addUp(counts);
  for (const { item } of counts) take(scene, item, "workload");
  if (text.input !== undefined) sides.input = (sides.input ?? 0) + text.input;
  if (text.audio !== undefined) {
    sides.audio = text.audio;
    sides.input = (sides.input ?? 0) + text.audio;
  }
  if (audible !== undefined && sides.input !== undefined) sides.audio = round(audible * sides.input);
  split(scene, sides);
  return { ...finish(scene, sides, share, requests, text), ...(sized.length > 0 && { sizes: sized }) };
}

function fromUsage(usage: Usage, scene: Scene): Read {
  const requests = readRequests(scene);
  const workload: Workload = {
    input: usage.input,
    output: usage.output,
    ...(usage.cached !== undefined && usage.cached > 0 && { cachedInput: usage.cached }),
    ...(usage.audio !== undefined && usage.audio > 0 && { audioInput: usage.audio }),
    requests: requests.requests ?? 1,
    ...(requests.days !== undefined && { days: requests.days }),
    ...(says(scene, "batch") && { batch: true }),
  };
  return { workload, counted: true, assumed: requests.assumed };
}

function finish(
  scene: Scene,
  sides: Sides,
  share: number | undefined,
  requests: ReturnType<typeof readRequests>,
  text: ReturnType<typeof readText>,
): Read {
  const counted =
    sides.input !== undefined || sides.output !== undefined || sides.tokens !== undefined || text.text !== undefined;
  // Pages whose tokens are said count no more.
  if (sides.input !== undefined && text.input === undefined) delete text.text;
  const cached =
    sides.cached ?? (share !== undefined && sides.input !== undefined ? round(share * sides.input) : undefined);
  const times = requests.requests === undefined ? (requests.totals ?? 1) : 1;
  const one = requests.requests === undefined && times === 1 && isOneCall(scene, sides) && !requests.rated;
  const workload: Workload = {
    ...(sides.input !== undefined && { input: round(sides.input * times) }),
    ...(cached !== undefined && { cachedInput: round(cached * times) }),
    ...(sides.audio !== undefined && { audioInput: round(sides.audio * times) }),
    ...(sides.output !== undefined && { output: round(sides.output * times) }),
    ...(sides.tokens !== undefined && { tokens: round(sides.tokens * times) }),
    ...(text.text !== undefined && { text: { ...text.text, amount: text.text.amount * times } }),
    ...(requests.requests !== undefined && { requests: requests.requests }),
    ...(one && { requests: 1 }),
    ...(requests.days !== undefined && { days: requests.days }),
  };
  const batch = counted && says(scene, "batch") && !scene.items.some((item) => means(item, "batch") && item.not);
  if (batch) {
    workload.batch = true;
    for (const [item] of withSense(scene, "batch")) take(scene, item, "workload");
  }
  const some = counted || requests.requests !== undefined;
  return {
    ...(some && { workload }),
    counted,
    ...(share !== undefined && { cachedShare: share }),
    assumed: requests.assumed,
  };
}

export const saidRate = (item: Item | undefined): string | undefined => sense(item, "rate");
