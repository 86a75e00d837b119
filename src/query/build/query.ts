import { means, textOf } from "../item.ts";
import { type Filters, type Intent, MOVES, type Query } from "../query.ts";
import { bounds } from "../refiners/bounds.ts";
import type { Placed } from "../refiners/comparisons.ts";
import { negation } from "../refiners/negation.ts";
import { PRONOUN, takeThan, thans } from "../refiners/than.ts";
import { beside, type Scene, says, take, withSense } from "../scene.ts";
import { capacityOf } from "./capacity.ts";
import { boundClaims, tierOf } from "./claims.ts";
import { costFilter, splitCost } from "./costs.ts";
import { type Field, readFields, saysPrice } from "./fields.ts";
import { abilities, boundFilters, flagFilters, nameFilters } from "./filters.ts";
import { groupOf } from "./group.ts";
import { intentOf } from "./intent.ts";
import { readLimit } from "./limit.ts";
import { freeMoney, isQuote, readClaims, readDisplay, readFx, readGiven } from "./money.ts";
import { type Names, readNames } from "./names.ts";
import { asksCount, asksHosts, type Parts, targets } from "./signals.ts";
import { readOrder } from "./sort.ts";
import { readTimes } from "./when.ts";
import { readWorkload } from "./workload.ts";

/** A query while it is built: absent keys may stand as undefined. */
export type Draft = { [K in keyof Query]?: Query[K] | undefined };

export interface Built {
  draft: Draft;
  parts: Parts;
  assumed: string[];
}

const NAMED = new Set<Intent>(["lookup", "compare", "cost", "budget", "history"]);

/** Binds the items of a question to each other and gathers its parts; each step takes the words it understood. */
function gather(scene: Scene, filters: Filters): Parts {
  negation(scene);
  Object.assign(filters, nameFilters(scene));
  const than = thans(scene);
  const order = readOrder(scene);
  const limit = readLimit(scene, order.at);
  const groupBy = groupOf(
    scene,
    order.sort !== undefined || limit.limit !== undefined || says(scene, "derive", "median"),
  );
  const isThanFilter = than.length > 0 && isFilter(scene, new Set(than.flatMap(({ names }) => names)).size);
  if (isThanFilter) filters.than = than.flatMap((one) => takeThan(scene, one));
  const placed = bounds(scene);
  const names = readNames(scene);
  if (placed.length === 0 && !order.sort && limit.limit === undefined && groupBy === undefined)
    asFamilies(scene, names);
  const budget = isBudget(scene, names, placed.length > 0);
  const work = readWorkload(scene);
  const capacity = capacityOf(scene, names, work);
  const workload = capacity ? { counted: false, assumed: [] } : work;
  return {
    names,
    than: isThanFilter ? than : isThanFilter ? [] : than,
    bounds: [...placed, ...(work.sizes ?? []), ...(capacity ? [capacity] : [])],
    order,
    limit,
    groupBy,
    abilities: abilities(scene),
    workload,
    budget,
  };
}

/** "deepseek pricing": the family's own prices; "models from deepseek" stays the lab's. */
function asFamilies(scene: Scene, names: Names): void {
  if (names.models.length + names.families.length > 0 || names.labs.length === 0) return;
  const rows =
    ["cue.list", "cue.which", "cue.howmany", "cue.changes", "ability", "origin", "free", "open", "move"].some((kind) =>
      says(scene, kind),
    ) || says(scene, "noun", "model");
  const priced = says(scene, "cue.howmuch") || says(scene, "dim", "price") || says(scene, "cue.history");
  const families = names.places.filter(({ kind }) => kind === "family").map(({ id }) => id);
  if (rows || !priced || families.length !== names.labs.length) return;
  names.families = families;
  names.labs = [];
}

/** A comparison with a model filters if nothing else is named that is compared with it. */
function isFilter(scene: Scene, compared: number): boolean {
  const named = scene.items.filter(
    (item) => item.kind === "name" && !item.not && (item.mention.model ?? item.mention.family) !== undefined,
  ).length;
  const onlyFamily = scene.items.some(
    (item) => item.kind === "name" && item.mention.family !== undefined && item.mention.model === undefined,
  );
  const many =
    says(scene, "cue.which") || says(scene, "cue.list") || says(scene, "sup") || says(scene, "noun", "model");
  return (
    named === compared ||
    (named === compared + 1 &&
      onlyFamily &&
      many &&
      !says(scene, "derive", "percent") &&
      !says(scene, "derive", "times"))
  );
}

const CLAIMS =
  /right\b|correct|really|true|still|isn't|heard|confirm|对吗|对吧|是吗|是吧|是不是|真的|确认|核对|还是|没错|听说|记得|true\?|^(?:is|was|are|does|did)\b|claim|says|said|verify|check|assum/i;
/** In a long mail an amount of money may be about anything. */
const SHORT = 100;
const BUYS =
  /how many|how much can|how far|how long|budget|afford|buy|get me|spend|worth|多少token|能买|能跑|能用|能喂|能吐|能换|预算|够|砸|花|充|几次|多少次|最多|tokens?\b/i;

/** Whether an amount of money is to be spent rather than a price. */
function isBudget(scene: Scene, names: Names, bounded: boolean): boolean {
  const { text } = scene.context;
  const [first, ...more] = freeMoney(scene);
  if (first === undefined) return bareBudget(scene);
  if (first.money.per !== undefined || (bounded && first.money.each === undefined && !says(scene, "cue.cap")))
    return false;
  const named = names.models.length > 0 || names.families.length > 0;
  if (named && isQuote(scene)) return false;
  const buys = BUYS.test(text) || says(scene, "cue.cap") || first.money.each !== undefined;
  if (named) return more.length === 0 && (buys || (text.length < SHORT && !CLAIMS.test(text)));
  return (
    buys &&
    (says(scene, "cue.howmany") ||
      says(scene, "cue.cap") ||
      says(scene, "sup") ||
      first.money.each !== undefined ||
      says(scene, "unit", "token"))
  );
}

/** 老板批了5万一个月: a bare number after a word for a budget. */
function bareBudget(scene: Scene): boolean {
  for (const [i, item] of scene.items.entries()) {
    if (item.kind !== "num" || item.by !== undefined || item.ordinal || item.weak) continue;
    const before = scene.items[beside(scene, i, -1, 1)] ?? scene.items[i - 1];
    const word = [scene.items[i - 1], before].find((one) => BUDGET_WORDS.has(textOf(one)));
    if (word === undefined) continue;
    const next = scene.items[i + 1];
    if (means(next, "unit") || means(next, "side") || means(next, "io") || means(next, "noun")) continue;
    const currency = scene.context.language === "zh" ? "CNY" : "USD";
    const { start, end, n, by: _, ...rest } = item as typeof item & { by?: string };
    void rest;
    Object.assign(item, { kind: "money", start, end, amount: n, currency, said: false });
    return true;
  }
  return false;
}

const BUDGET_WORDS = new Set(
  "预算|批了|预算是|budget|budget is|a budget of|budget of|拨了|月预算|monthly budget|充了|花|批下来|预算只有|余额|cap is|预算就|每月预算".split(
    "|",
  ),
);

const FALLS = /drop|cut|fell|fall|decreas|跌|降|砍|cheaper|slash/i;
const BOTH_WAYS = /涨跌|升降|涨或跌|either (?:direction|way)|both (?:directions|ways)|up or down/i;
const RISES = /hike|increas|rise|rose|raise|涨/i;

function readMoves(scene: Scene, intent: Intent): Query["moves"] {
  if (intent !== "changes" && intent !== "history") return undefined;
  const moves = new Set<(typeof MOVES)[number]>();
  for (const [item] of withSense(scene, "sup")) {
    if (!item.senses.sup?.startsWith("change")) continue;
    if (FALLS.test(item.text)) moves.add("down");
    if (RISES.test(item.text)) moves.add("up");
  }
  for (const [item] of withSense(scene, "move")) {
    if (item.by !== undefined && item.by !== "filter") continue;
    take(scene, item, "move");
    moves.add(item.senses.move as (typeof MOVES)[number]);
  }
  if (says(scene, "cue.changes") && BOTH_WAYS.test(scene.context.text))
    for (const move of ["down", "up"] as const) moves.add(move);
  return moves.size > 0 ? MOVES.filter((move) => moves.has(move)) : undefined;
}

function readDerive(scene: Scene, intent: Intent, parts: Parts): Query["derive"] {
  if (!["compare", "lookup", "changes", "history", "cost"].includes(intent)) return undefined;
  const found = new Set<string>();
  for (const [item] of withSense(scene, "derive")) {
    if (item.by !== undefined && item.by !== "than" && item.by !== "workload") continue;
    take(scene, item, "figure");
    found.add(item.senses.derive ?? "");
  }
  if (says(scene, "cue.whichcheaper") && intent === "compare") found.add("cheaper");
  const order = ["median", "percent", "times", "difference", "cheaper"] as const;
  const derive = order.find((kind) => found.has(kind));
  if (derive !== undefined) return derive;
  if (parts.order.spread) return "difference";
  return intent === "compare" && parts.than.length > 0 ? "cheaper" : undefined;
}

function nameFilter(names: Names, intent: Intent, filters: Filters): void {
  const rows = !NAMED.has(intent);
  // With a model named, its maker says nothing more; a denied maker means its own API.
  const models = names.models.length > 0 && intent !== "changes";
  const labs = {
    ...(names.labs.length > 0 && !models && { in: names.labs }),
    ...(names.out.labs.length > 0 && rows && { out: names.out.labs }),
  };
  if (Object.keys(labs).length > 0) filters.labs = labs;
  const providers = {
    ...(names.providers.length > 0 && { in: names.providers }),
    ...(names.out.providers.length > 0 && { out: names.out.providers }),
  };
  if (Object.keys(providers).length > 0) filters.providers = providers;
  const families = {
    ...(rows && names.families.length > 0 && { in: names.families }),
    ...(names.out.families.length > 0 && rows && { out: names.out.families }),
  };
  if (Object.keys(families).length > 0) filters.families = families;
  if (rows && names.prefixes.length > 0)
    filters.names = { ...filters.names, in: [...(filters.names?.in ?? []), ...names.prefixes] };
  if (rows && names.out.models.length > 0)
    filters.names = { ...filters.names, out: names.out.models.map((id) => id.slice(id.indexOf("/") + 1)) };
}

function targetsOf(names: Names, intent: Intent, scene: Scene): Draft {
  const draft: Draft = {};
  if (names.models.length > 0) draft.models = names.models;
  if (!NAMED.has(intent)) return draft;
  const labs = new Set(names.models.map((id) => scene.facts.labOf(id)));
  const families = [
    ...names.families.filter((family) => !labs.has(scene.facts.labOfFamily(family) ?? "")),
    ...names.prefixes,
  ];
  if (families.length > 0) draft.families = families;
  return draft;
}

function readBudget(scene: Scene): Query["budget"] {
  const [first] = freeMoney(scene);
  if (first === undefined) return undefined;
  take(scene, first.money, "budget");
  return { amount: first.money.amount, currency: first.money.currency };
}

function readBlend(scene: Scene): Query["blend"] {
  const item = scene.items.find((one) => one.kind === "ratio" && one.by === undefined);
  if (item?.kind !== "ratio") return undefined;
  take(scene, item, "blend");
  for (const [word] of withSense(scene, "blend")) take(scene, word, "blend");
  const reversed = /output\s*[:/]\s*input|out\s*[:/]\s*in\b|输出输入|出入比|输出[:：比/]输入/i.test(scene.context.text);
  for (const [word] of withSense(scene, "side")) if (word.senses.side === "both") take(scene, word, "blend");
  return reversed ? { input: item.b, output: item.a } : { input: item.a, output: item.b };
}

/** What "how many" counts: the noun right after it. */
function countedNoun({ items }: Scene): string | undefined {
  const at = items.findIndex((item) => means(item, "cue.howmany"));
  const noun = at < 0 ? undefined : items.slice(at + 1, at + 4).find((item) => means(item, "noun"));
  return noun?.kind === "lex" ? noun.senses.noun : undefined;
}

function readOf(scene: Scene, intent: Intent, parts: Parts): Query["of"] {
  if (intent !== "list") return undefined;
  const { names, abilities: said, bounds: placed } = parts;
  const counted = countedNoun(scene);
  if (counted !== undefined) return counted === "model" ? undefined : counted === "lab" ? "labs" : "providers";
  if (said.items.length > 0 || placed.length > 0) return undefined;
  const asked =
    says(scene, "cue.which") ||
    says(scene, "cue.list") ||
    says(scene, "cue.howmany") ||
    says(scene, "dim", "providers");
  if (!asked) return undefined;
  if (says(scene, "noun", "model") && !ONLY_NOUN.test(scene.context.text)) return undefined;
  if (names.models.length > 0 || says(scene, "noun", "provider") || says(scene, "dim", "providers"))
    return names.labs.length > 0 ? undefined : "providers";
  return says(scene, "noun", "lab") && names.labs.length === 0 ? "labs" : undefined;
}

const ONLY_NOUN = /provider|vendor|labs?\b|compan|maker|host|平台|厂商|厂家|公司|供应商|渠道|服务商/i;

/** Puts a query together from a question's items. Words that no step took stay untaken. */
export function build(scene: Scene, previous?: Query): Built {
  const filters: Filters = {};
  const fx = readFx(scene);
  const parts = gather(scene, filters);
  const intent = settle(scene, parts, previous);
  const draft: Draft = { intent, language: scene.context.language, ...targetsOf(parts.names, intent, scene), fx };
  nameFilter(parts.names, intent, filters);
  fill(scene, parts, intent, draft, filters, previous);
  if (Object.keys(filters).length > 0) draft.filters = filters;
  return { draft, parts, assumed: parts.workload.assumed };
}

/** What is asked; where the words alone do not say, what was asked before. */
function settle(scene: Scene, parts: Parts, previous: Query | undefined): Intent {
  const { unknown, several } = parts.names;
  if (unknown.length > 0 || several.length > 0 || dangles(scene)) return "clarify";
  if (leansOn(scene, parts, previous)) return previous?.intent ?? "clarify";
  return intentOf(scene, parts) ?? "clarify";
}

/** "cheaper than that one" with nothing before it. */
function dangles(scene: Scene): boolean {
  if (scene.context.before !== undefined || scene.kinds.has("name")) return false;
  return scene.items.some((item, i) => means(item, "than") && PRONOUN.test(textOf(scene.items[i + 1])));
}

/** A question without a subject of its own, after one about named models or rows. */
function leansOn(scene: Scene, parts: Parts, previous: Query | undefined): boolean {
  if (previous === undefined || !STANDING.has(previous.intent) || targets(parts) > 0) return false;
  const intent = intentOf(scene, parts);
  if (intent === undefined) return true;
  return (
    NAMED.has(previous.intent) &&
    intent === "list" &&
    parts.names.labs.length === 0 &&
    !says(scene, "cue.which") &&
    !says(scene, "noun", "model")
  );
}

const STANDING = new Set<Intent>(["lookup", "rank", "list", "compare", "cost", "budget", "history", "changes"]);

function fill(scene: Scene, parts: Parts, intent: Intent, draft: Draft, filters: Filters, previous?: Query): void {
  const named = NAMED.has(intent);
  const asksAbilities = named && (targets(parts) > 0 || leansOn(scene, parts, previous));
  if (!asksAbilities) {
    takeAbilities(scene, parts, filters);
    Object.assign(filters, { ...flagFilters(scene), ...filters });
    // What was retired is a move there, and no state of what is listed.
    if (intent === "changes" && filters.status === "retired") delete filters.status;
  }
  placeBounds(scene, parts, intent, draft, filters);
  draft.groupBy = named && targets(parts) > 0 ? undefined : parts.groupBy;
  if (intent === "budget" || (intent === "rank" && parts.budget && parts.order.sort?.by === "tokens"))
    draft.budget = readBudget(scene);
  const cost = costFilter(scene, intent, parts.workload.counted);
  if (cost) filters.cost = cost;
  fillWorkload(scene, parts, intent, draft);
  if (intent !== "cost") draft.blend = readBlend(scene);
  draft.moves = readMoves(scene, intent);
  draft.derive = readDerive(scene, intent, parts);
  fillOrder(scene, parts, intent, draft);
  const times = timesOf(scene, intent, filters);
  if (named) fillNamed(scene, parts, intent, draft, filters);
  else draft.fields = rowFields(scene, intent);
  Object.assign(draft, times);
  // "that ¥100 GLM-4 of 2024": the day belongs to the price that was given.
  if (draft.given !== undefined) delete draft.asOf;
  Object.assign(draft, readDisplay(scene));
  if (intent === "list" && asksCount(scene)) draft.count = true;
  draft.of = readOf(scene, intent, parts);
}

function takeAbilities(scene: Scene, { abilities: said }: Parts, filters: Filters): void {
  for (const item of said.items) take(scene, item, "ability");
  const all = said.all.filter((id) => !said.none.includes(id));
  if (all.length + said.none.length === 0) return;
  filters.abilities = { ...(all.length > 0 && { all }), ...(said.none.length > 0 && { none: said.none }) };
}

/** 一百万token输入不超过5毛: a lone unit of prices beside a bound is what the bound is for. */
function perUnit(placed: readonly Placed[], workload: Parts["workload"]): void {
  const [n, ...others] = Object.values(workload.workload ?? {});
  if (others.length > 0 || (n !== 1e6 && n !== 1e3)) return;
  for (const { value } of placed) {
    if (value.kind !== "money") continue;
    value.per ??= n;
    delete workload.workload;
  }
}

function placeBounds(scene: Scene, parts: Parts, intent: Intent, draft: Draft, filters: Filters): void {
  const { bounds: placed } = parts;
  if (placed.length === 0) return;
  if (!NAMED.has(intent)) {
    perUnit(placed, parts.workload);
    const { cost, prices } = splitCost(placed, parts.workload);
    if (cost) filters.cost = cost;
    Object.assign(filters, boundFilters(prices, scene.context.language));
    return;
  }
  draft.tier = tierOf(placed);
  const claims = boundClaims(placed, scene.context.language);
  if (claims.length > 0) draft.claim = claims;
}

function fillWorkload(scene: Scene, { workload }: Parts, intent: Intent, draft: Draft): void {
  if (workload.workload === undefined) return;
  if (!["cost", "rank", "list", "budget", "compare"].includes(intent)) {
    fixPer(scene, workload.workload, draft);
    return;
  }
  const { input, ...rest } = workload.workload;
  // "A vs B for 300k-token prompts": a length alone picks the tier.
  if (intent === "compare" && input !== undefined && Object.keys(rest).every((key) => key === "requests"))
    draft.tier = { promptTokens: input };
  else draft.workload = workload.workload;
}

/** A lone "1M output tokens" in a lookup is the unit of the price. */
function fixPer(scene: Scene, workload: NonNullable<Query["workload"]>, draft: Draft): void {
  const n = workload.input ?? workload.output ?? workload.tokens;
  if (n === 1e6 || n === 1e3) {
    draft.per = n;
    const sides = (["input", "output"] as const).filter((side) => workload[side] !== undefined);
    if (sides.length > 0) draft.fields = sides;
  } else scene.log.push("a workload was said, but the question is not about one");
}

function timesOf(scene: Scene, intent: Intent, filters: Filters): Draft {
  const { released, ...times } = readTimes(scene, intent);
  if (released) filters.released = released;
  return times;
}

function fillOrder(scene: Scene, parts: Parts, intent: Intent, draft: Draft): void {
  const { order, limit, workload } = parts;
  if (intent === "rank") {
    const sort = order.sort ?? { by: "price" as const, order: "asc" as const };
    const cost = workload.counted && sort.by === "price";
    draft.sort = cost ? { by: "cost", order: sort.order } : sort;
  } else if (order.sort && (intent === "compare" || intent === "list" || intent === "changes")) draft.sort = order.sort;
  if (!["rank", "list", "changes"].includes(intent)) return;
  draft.limit = limit.limit;
  draft.offset = limit.offset;
  if (intent === "rank" && parts.names.models.length === 1 && asksHosts(scene)) draft.limit ??= undefined;
}

/** "just ctx and price": the columns are all named. */
const ONLY_THESE = /\b(?:just|only|cols?|columns?|fields?)\b|只要|只看|只列|只给|仅/i;

function rowFields(scene: Scene, intent: Intent): Field[] | undefined {
  if (intent !== "rank" && intent !== "list") return undefined;
  const fields = readFields(scene, false);
  const listed = fields.length > 0 && ONLY_THESE.test(scene.context.text);
  if (listed && saysPrice(scene)) fields.push("price");
  return fields.length > 0 ? fields : undefined;
}

function fillNamed(scene: Scene, parts: Parts, intent: Intent, draft: Draft, filters: Filters): void {
  const claims =
    !isQuote(scene) && (says(scene, "cue.claim") || CLAIMS.test(scene.context.text) || unpriced(scene))
      ? readClaims(scene)
      : [];
  if (claims.length > 0) draft.claim = [...(draft.claim ?? []), ...claims];
  const given = readGiven(scene);
  if (given.length > 0) draft.given = given;
  for (const [item] of withSense(scene, "offers")) {
    if (item.by !== undefined) continue;
    take(scene, item, "filter");
    if (!item.not) filters.offers ??= item.senses.offers as NonNullable<Filters["offers"]>;
  }
  const sides = intent === "cost" || intent === "budget" || intent === "history";
  if (!sides) for (const item of parts.abilities.items) if (item.not) take(scene, item, "ability");
  const fields = readFields(scene, !sides);
  const ordered = parts.order.sort?.by;
  if (intent === "compare" && ordered !== undefined && ORDERED.has(ordered)) fields.push(ordered as Field);
  const wantsPrice =
    saysPrice(scene) && fields.length > 0 && fields.every((field) => !PRICES.has(field)) && !onlyFacts(scene);
  if (wantsPrice) fields.unshift("price");
  if (intent === "cost") fields.length = 0;
  if (intent === "budget") fields.splice(0, fields.length, ...fields.filter((field) => BOUGHT.has(field)));
  if (fields.length > 0) draft.fields = [...new Set([...(draft.fields ?? []), ...fields])];
}

/** An amount with no unit beside a model is a figure to confirm; one with a unit may be a price that is given. */
const unpriced = (scene: Scene): boolean => {
  const moneys = freeMoney(scene);
  return moneys.length > 0 && scene.context.text.length < SHORT && moneys.every(({ money }) => money.per === undefined);
};

const ORDERED = new Set(["input", "output", "cache_read", "context", "max_output", "released", "knowledge"]);
const BOUGHT = new Set<Field>(["input", "output", "cache_read"]);
const PRICES = new Set<Field>([
  "price",
  "input",
  "output",
  "cache_read",
  "cache_write",
  "batch",
  "audio_price",
  "free",
  "tiers",
]);

/** "what's the context of …": a word for "what" asks no price. */
const onlyFacts = (scene: Scene): boolean =>
  !says(scene, "dim", "price") && !/多少钱|啥价|什么价|几块|how much|cost/i.test(scene.context.text);
