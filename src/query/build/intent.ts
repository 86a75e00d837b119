import type { Intent } from "../query.ts";
import { type Scene, says, stillSays } from "../scene.ts";
import { asksCount, asksHosts, asksList, asksMoves, type Parts, targets } from "./signals.ts";

/** A rule that settles what is asked, or leaves it to the next one. */
type Rule = (scene: Scene, parts: Parts) => Intent | undefined;

const isPriceOrder = (by: string | undefined): boolean =>
  by === "price" || by === "input" || by === "output" || by === "cache_read" || by === "cost" || by === "batch_input";

const MODELS = /\b(?:models?|llms?)\b|模型/i;

/** "the cheapest qwen models for …": the models of families are the rows. */
const isOfFamilies = (scene: Scene, { names, order }: Parts): boolean =>
  names.models.length === 0 &&
  names.families.length > 0 &&
  MODELS.test(scene.context.text) &&
  (order.sort !== undefined || says(scene, "cue.which") || says(scene, "cue.howmany"));

const spending: Rule = (scene, parts) => {
  if (!parts.budget) return undefined;
  if (targets(parts) > 0 && !isOfFamilies(scene, parts))
    return parts.workload.counted && !says(scene, "cue.howmany") && asksAmount(scene) ? "cost" : "budget";
  if (parts.order.sort) return "rank";
  // "what can I run for $50 a month at 100k requests": all the calls are known, the models are asked for.
  if (parts.workload.workload?.requests !== undefined && !says(scene, "cue.howmany")) return "list";
  if (asksList(scene) || says(scene, "cue.which1") || says(scene, "cue.cap")) return "list";
  return "budget";
};

const asksAmount = (scene: Scene): boolean => says(scene, "cue.estimate") && !says(scene, "cue.budget");

/** "1M output tokens of o3-pro": one side of exactly one unit of prices is that unit. */
export function isUnit({ workload }: Parts["workload"], text: string): boolean {
  if (workload === undefined) return false;
  const part = workload.audioInput ?? workload.cachedInput;
  if (part !== undefined && part === workload.input)
    return isUnit({ counted: true, assumed: [], workload: { input: workload.input } }, text);
  const { input, output, ...others } = workload;
  const both = input === output && (input === 1e6 || input === 1e3) && Object.keys(others).length === 0;
  if (both) return EACH.test(text);
  if (Object.keys(workload).length !== 1) return false;
  const n = workload.input ?? workload.output ?? workload.tokens;
  return (n === 1e6 || n === 1e3) && !(workload.tokens !== undefined && RUNS.test(text));
}

const EACH = /各|分别|\beach\b|respectively/i;
const RUNS = /\b(?:run|process|burn|through|push|send|use)\w*\b|跑|处理|消耗|烧|用了|用掉/i;

/** "A vs B for 300k-token prompts": a length of prompts, no work to be done. */
function isLength({ workload: { workload } }: Parts): boolean {
  return (
    workload?.input !== undefined &&
    Object.keys(workload).every((key) => key === "input" || (key === "requests" && workload.requests === 1))
  );
}

/** "cheapest claude for 1,000 calls": the family's models are ordered by what the calls cost. */
const ordersFamilies = ({ names, order }: Parts): boolean =>
  names.models.length === 0 && names.families.length > 0 && isPriceOrder(order.sort?.by);

const working: Rule = (scene, parts) => {
  if (!parts.workload.counted || (targets(parts) > 0 && isUnit(parts.workload, scene.context.text))) return undefined;
  if (targets(parts) > 1 && says(scene, "cue.compare") && isLength(parts)) return undefined;
  if (targets(parts) === 1 && isPriceOrder(parts.order.sort?.by) && asksHosts(scene)) return "rank";
  if (targets(parts) > 0 && !isOfFamilies(scene, parts) && !ordersFamilies(parts)) return "cost";
  if (parts.order.sort || says(scene, "cue.whichcheaper") || says(scene, "cue.which1")) return "rank";
  return asksList(scene) ? (parts.bounds.length > 0 ? "list" : "rank") : "cost";
};

const moving: Rule = (scene, parts) => {
  const { models, families } = parts.names;
  // No query says which prices never moved.
  if (models.length === 0 && UNMOVED.test(scene.context.text)) return "clarify";
  const past = says(scene, "cue.history");
  const moves = asksMoves(scene);
  const named = models.length > 0 || (families.length > 0 && past);
  const span = scene.items.some((item) => item.kind === "when" && item.span === true && item.by === undefined);
  if (models.length + families.length === 1 && severalTimes(scene)) return "history";
  if (named && models.length < 2 && (past || span || (moves && isAboutMoves(scene, parts))))
    return asksOneDay(scene, past) ? undefined : "history";
  if (
    named &&
    models.length >= 2 &&
    (past || moves) &&
    !says(scene, "than") &&
    !says(scene, "cue.compare") &&
    !stillSays(scene, "derive")
  )
    return "history";
  if (models.length > 0) return undefined;
  if (past && parts.names.labs.length > 0 && !parts.order.sort) return "changes";
  if (asksGone(scene)) return undefined;
  if (parts.order.sort?.by === "change" || parts.order.sort?.by === "change_abs") return "changes";
  if (parts.order.sort && !says(scene, "cue.changes") && !says(scene, "when")) return undefined;
  return moves && isAboutMoves(scene, parts) ? "changes" : undefined;
};

/** "on june 1 and then on june 13", "in 2024 vs 2025": a price at several times. */
function severalTimes({ items, context: { text } }: Scene): boolean {
  if (text.length > BRIEF) return false;
  const times = items.filter((item) => item.kind === "when" && item.by === undefined && item.span !== true);
  const [first, second] = times;
  if (first?.kind !== "when" || second?.kind !== "when" || first.to === second.to) return false;
  return JOINS.test(text.slice(first.end, second.start));
}

const JOINS = /\b(?:vs|and|then|versus)\b|&|和|跟|与|、|对比/i;

const BRIEF = 90;
const UNMOVED =
  /(?<!有)[没未]有?(?:[变调涨降改])过|价格?不变|\b(?:unchanged|never changed|hasn't changed|haven't changed|(?:hasn't|haven't|never) moved)\b/i;

const STATES = new Set(["retired", "new", "free"]);

/** "what was it on the day before the cut", 还在卖吗: a price of one day or a state, not a course. */
function asksOneDay(scene: Scene, past: boolean): boolean {
  const states = scene.items.every(
    (item) => item.kind !== "lex" || item.senses.move === undefined || STATES.has(item.senses.move),
  );
  if (!past && states && !says(scene, "cue.changes") && (says(scene, "status") || says(scene, "dim", "status")))
    return true;
  const day = scene.items.some((item) => item.kind === "when" && item.point === true && item.span !== true);
  return day && !past && says(scene, "cue.howmuch");
}

/** "new" and "up" are also plain words: they ask for changes with a time, or with a word for prices or change. */
function isAboutMoves(scene: Scene, parts: Parts): boolean {
  if (isPriceOrder(parts.order.sort?.by) && parts.names.models.length === 0) return says(scene, "cue.changes");
  if (says(scene, "cue.changes") || says(scene, "when")) return true;
  if (parts.bounds.length > 0 || parts.workload.counted) return false;
  return (
    !says(scene, "than") &&
    (["down", "up", "new", "retired", "free", "announced"] as const).some((move) => stillSays(scene, "move", move))
  );
}

/** 哪些已经下架了: the retired models are asked for, at no time in particular. */
function asksGone(scene: Scene): boolean {
  const onlyGone = scene.items.every(
    (item) => item.kind !== "lex" || item.senses.move === undefined || item.senses.move === "retired",
  );
  return (
    onlyGone &&
    says(scene, "status") &&
    (says(scene, "cue.which") || says(scene, "cue.list")) &&
    !says(scene, "when") &&
    !scene.kinds.has("when")
  );
}

const COMPARES = /\bcompare\b|对比|横评/i;

const comparing: Rule = (scene, parts) => {
  if (isOfFamilies(scene, parts)) return undefined;
  const { names, order, than, limit } = parts;
  // "deepseek, qwen or glm, top 3 by output": rows of families.
  if (names.models.length === 0 && order.sort && limit.limit !== undefined && !says(scene, "derive")) return undefined;
  const count = names.models.length + names.families.length + names.prefixes.length;
  if (count === 0 && order.sort && !says(scene, "derive")) return undefined;
  const sides = names.labs.length + (says(scene, "origin", "cn") && says(scene, "origin", "overseas") ? 2 : 0);
  if (says(scene, "derive", "median")) return "compare";
  if (
    count >= 2 &&
    (says(scene, "cue.compare") ||
      says(scene, "derive") ||
      says(scene, "cue.whichcheaper") ||
      order.sort ||
      than.length > 0)
  )
    return "compare";
  if (count >= 2 && (says(scene, "rel") || says(scene, "cue.which1") || says(scene, "cue.which"))) return "compare";
  if (count === 1 && weighsOne(scene, parts)) return "compare";
  return count === 0 && sides >= 2 && (says(scene, "cue.compare") || says(scene, "derive")) ? "compare" : undefined;
};

/** Whether one model or family is compared: between its sellers, with a price of the asker's own, in its spread. */
function weighsOne(scene: Scene, { names, order, than }: Parts): boolean {
  // "cheapest qwen via together or fireworks" orders a family's models, and compares nothing.
  const ordersFamily = order.sort !== undefined && names.models.length === 0;
  const sellers = names.providers.length + names.labs.length;
  if (sellers >= 2 && isDifference(scene) && !ordersFamily) return true;
  if (names.providers.length > 0 && says(scene, "offers", "official") && isDifference(scene)) return true;
  if (order.spread || (than.length > 0 && (isPriced(scene) || sellers > 0))) return true;
  return (says(scene, "derive") || COMPARES.test(scene.context.text)) && asksHosts(scene);
}
/** A price with its unit, not taken as a bound: one that the question itself sets. */
const isPriced = (scene: Scene): boolean =>
  scene.items.some((item) => item.kind === "money" && item.by === undefined && item.per !== undefined);

const isDifference = (scene: Scene): boolean => says(scene, "derive") || says(scene, "cue.compare");

const ranking: Rule = (scene, parts) => {
  const { order, limit, groupBy, names } = parts;
  if (asksCount(scene) && limit.limit === undefined && !order.sort) return undefined;
  if (names.models.length === 1) {
    const hosts = asksHosts(scene);
    const offers = hosts || (order.sort?.by === "price" && !order.weak);
    return isPriceOrder(order.sort?.by) && offers ? "rank" : undefined;
  }
  if (names.models.length > 1) return undefined;
  if (order.sort) return "rank";
  return (limit.limit !== undefined && !asksCount(scene)) || groupBy !== undefined ? "rank" : undefined;
};

const listing: Rule = (scene, parts) => {
  const { names } = parts;
  if (
    asksCount(scene) &&
    (names.models.length === 0 || says(scene, "noun", "provider") || says(scene, "dim", "providers"))
  )
    return "list";
  if (names.models.length > 0 && parts.than.length === 0) return undefined;
  const narrowed = isNarrowed(scene, parts);
  if (names.families.length + names.prefixes.length > 0) return narrowed || isOfMany(scene) ? "list" : undefined;
  return narrowed || asksList(scene) || says(scene, "dim", "providers") ? "list" : undefined;
};

const MANY = /models|all |every|list|哪些|哪几|有哪|全部|所有|都有|列/i;

const isOfMany = (scene: Scene): boolean => MANY.test(scene.context.text) && asksList(scene);

const SERIES = /系列|家族|全系|\b(?:series|line-?up|family)\b/i;

function isNarrowed(scene: Scene, { names, bounds, abilities, than }: Parts): boolean {
  const gone = says(scene, "status", "all") || says(scene, "status", "retired") || says(scene, "status", "deprecated");
  const flags =
    gone || ["origin", "open", "free", "freeNo", "preview", "group", "offers"].some((kind) => says(scene, kind));
  const many = says(scene, "cue.which") || says(scene, "noun", "model") || SERIES.test(scene.context.text);
  const narrow = bounds.length > 0 || than.length > 0 || names.labs.length > 0 || names.providers.length > 0;
  if (scene.items.some((item) => item.by === "name beginning")) return true;
  if (names.families.length + names.prefixes.length > 0) return many && (narrow || flags || abilities.items.length > 0);
  return (
    narrow ||
    flags ||
    abilities.items.length > 0 ||
    Object.values(names.out).some((list) => list.length > 0) ||
    (says(scene, "dim", "released") && scene.kinds.has("when"))
  );
}

/** Several models side by side are compared, whatever word is used for it. */
const looking: Rule = (_, parts) =>
  targets(parts) === 0 ? undefined : parts.names.models.length > 1 ? "compare" : "lookup";

/** What is asked, the most telling rule first. */
const RULES: readonly Rule[] = [spending, working, moving, comparing, ranking, listing, looking];

/** What kind of question the parts make, or undefined where they make none. */
export function intentOf(scene: Scene, parts: Parts): Intent | undefined {
  for (const rule of RULES) {
    const intent = rule(scene, parts);
    if (intent !== undefined) return intent;
  }
  return undefined;
}
