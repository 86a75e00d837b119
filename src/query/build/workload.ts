import { type Item, means, textOf, type Usage } from "../item.ts";
import type { Workload } from "../query.ts";
import { isMark } from "../recognisers/recogniser.ts";
import { partOf } from "../recognisers/shares.ts";
import type { Placed } from "../refiners/comparisons.ts";
import { beside, isSoft, type Scene, says, take, withSense } from "../scene.ts";
import { type Amount, addUp, assignRoles, collect, distributed, lend, pairs, type Sides } from "./amounts.ts";
import { mixOf } from "./mix.ts";
import { readRequests } from "./requests.ts";
import { readText } from "./text-amounts.ts";

const isCached = (item: Item | undefined): boolean =>
  means(item, "part", "cached") || means(item, "side", "cache_read");
const isAudio = (item: Item | undefined): boolean => means(item, "part", "audio") || means(item, "ability", "audio");

/** 70% cached, 八成命中缓存, 一半是音频: a share of the input. */
function shareOf(scene: Scene, is: (item: Item | undefined) => boolean): number | undefined {
  for (const [i, item] of scene.items.entries()) {
    const part = item.by === undefined ? partOf(item) : undefined;
    if (part === undefined || part > 1) continue;
    if (isWholeOf(scene, i)) continue;
    const of = PART_OF.test(textOf(item)) || means(scene.items[i + 1], "of");
    const across = of ? (one: Item | undefined) => passes(one) || one?.kind === "num" || one?.kind === "qty" : passes;
    const places = [beside(scene, i, 1, 5, across), beside(scene, i, -1, 3, passes)];
    const at = places.find((place) => is(scene.items[place]));
    if (at === undefined) continue;
    take(scene, item, "share");
    take(scene, scene.items[at], "share");
    return part;
  }
  return undefined;
}

const PART_OF = /\bof\b|之/;

/** 前缀12k全命中缓存: all of one amount rather than of the whole input. */
const isWholeOf = ({ items }: Scene, i: number): boolean =>
  means(items[i], "share", "1") && isAmount(items[isMark(items[i - 1], "(") ? i - 2 : i - 1]);

const isAmount = (item: Item | undefined): boolean => item?.kind === "num" || item?.kind === "qty";

const passes = (item: Item | undefined): boolean =>
  isSoft(item) ||
  means(item, "part", "input") ||
  means(item, "side", "input") ||
  means(item, "io") ||
  isMark(item, ":", "：", "=", "(");

function split(scene: Scene, sides: Sides): void {
  if (sides.tokens === undefined || sides.input !== undefined || sides.output !== undefined) return;
  const ratio = mixOf(scene);
  if (ratio === undefined) return;
  for (const [item] of withSense(scene, "blend")) take(scene, item, "workload");
  const total = ratio.input + ratio.output;
  const [input, output] = [round((sides.tokens * ratio.input) / total), round((sides.tokens * ratio.output) / total)];
  if (ratio.input > 0) sides.input = input;
  if (ratio.output > 0) sides.output = output;
  delete sides.tokens;
}

const round = (n: number): number => Number(n.toPrecision(12));

const SUMS = /(?:共|合计|累计|总计|\btotal(?: of|ling|ing)?|altogether)\D{0,8}$/i;
const SUMMED = /^\D{0,12}\b(?:in total|altogether|combined|all told)\b/i;
const LARGE = 1e5;

/** "4,321 calls, 9.8M in and 1.2M out in total": the amounts are for all the calls together. */
function areTotals({ context: { text }, ...scene }: Scene, counts: readonly Amount[]): boolean {
  const [first, last] = [counts[0], counts.at(-1)];
  if (first === undefined || last === undefined || first.n < LARGE) return false;
  if (scene.items.some((item) => means(item, "rate", "request"))) return false;
  const before = text.slice(Math.max(0, first.item.start - 24), first.item.start);
  return SUMS.test(before) || SUMMED.test(text.slice(last.item.end, last.item.end + 40));
}

/** 输出是输入的十分之一, "output is a tenth of the input". */
const OF_INPUT =
  /输出(?:大概|大约|约)?[是为]?输入的|\boutputs? (?:is |are |about |roughly |around )*(?:a |one )?[\w%]+ (?:of )?(?:the |that of the )?input/i;

/** "same length out": the output is as long as the input, where that is known in tokens. */
function asLong(scene: Scene, sides: Sides): void {
  if (sides.output !== undefined || sides.input === undefined) return;
  const share = scene.items.find((item) => item.by === undefined && (partOf(item) ?? 1) < 1);
  if (share !== undefined && OF_INPUT.test(scene.context.text)) {
    sides.output = round(sides.input * (partOf(share) ?? 1));
    take(scene, share, "workload");
  }
  for (const [item] of withSense(scene, "samelength")) {
    take(scene, item, "workload");
    sides.output = sides.input;
  }
}

function usageOf(scene: Scene): Usage | undefined {
  const found = scene.items.find((item) => item.kind === "usage");
  if (found) take(scene, found, "workload");
  return found?.kind === "usage" ? found : undefined;
}

const CALL =
  /prompt(?! cach)|(?<!tool |function |hours of |minutes of )call|request|answer|reply|response|一次|单次|一个请求|回复|回答|one shot|message|消息|提问|question|\bsingle\b|one (?:go|pass|run|call|read)|one-off|一把|一口气|一趟|一遍|一回|这一[次趟把]|单趟|日志|\blogs?\b/i;

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
  lend(scene, counts);
  const sides = addUp(counts);
  const sided = counts.some(({ role }) => role === "input" || role === "output");
  // Beside amounts of a side, one that has none was not understood.
  const bare = sided ? undefined : counts.find(({ role }) => role === undefined);
  if (sided) delete sides.tokens;
  for (const one of counts) if (one.role !== undefined || one === bare) take(scene, one.item, "workload");
  if (text.input !== undefined) sides.input = (sides.input ?? 0) + text.input;
  if (text.output !== undefined) sides.output = (sides.output ?? 0) + text.output;
  if (text.audio !== undefined) {
    sides.audio = text.audio;
    sides.input = (sides.input ?? 0) + text.audio;
  }
  if (audible !== undefined && sides.input !== undefined) sides.audio = round(audible * sides.input);
  split(scene, sides);
  asLong(scene, sides);
  if (areTotals(scene, counts)) delete requests.requests;
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
  const batch =
    counted &&
    (says(scene, "batch") || says(scene, "side", "batch")) &&
    !scene.items.some((item) => means(item, "batch") && item.not);
  if (batch) {
    workload.batch = true;
    for (const [item] of withSense(scene, "batch")) take(scene, item, "workload");
  }
  const some = counted || requests.requests !== undefined;
  return {
    ...(some && { workload }),
    counted,
    ...(share !== undefined && { cachedShare: share }),
    assumed: [...requests.assumed, ...(text.assumed === undefined ? [] : [text.assumed])],
  };
}
