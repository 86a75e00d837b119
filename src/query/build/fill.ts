import type { Filters, Intent, Query } from "../query.ts";
import type { Placed } from "../refiners/comparisons.ts";
import { type Scene, take, withSense } from "../scene.ts";
import { readBudget } from "./budget.ts";
import { boundClaims, tierOf } from "./claims.ts";
import { costFilter, splitCost } from "./costs.ts";
import { readOf } from "./counted.ts";
import { readDerive } from "./derive.ts";
import { type Draft, NAMED } from "./draft.ts";
import { type Field, readFields, saysPrice } from "./fields.ts";
import { boundFilters, flagFilters } from "./filters.ts";
import { isUnit } from "./intent.ts";
import { readDisplay } from "./money.ts";
import { readMoves } from "./moves.ts";
import { fillNamed } from "./named.ts";
import { leansOn } from "./settle.ts";
import { asksCount, asksHosts, type Parts, targets } from "./signals.ts";
import { readTimes } from "./when.ts";

const OUTPUT_FIRST = /output\s*[:/]\s*input|out\s*[:/]\s*in\b|输出输入|出入比|输出[:：比/]输入/i;

function readBlend(scene: Scene): Query["blend"] {
  const item = scene.items.find((one) => one.kind === "ratio" && one.by === undefined);
  if (item?.kind !== "ratio") return undefined;
  take(scene, item, "blend");
  for (const [word] of withSense(scene, "blend")) take(scene, word, "blend");
  const reversed = OUTPUT_FIRST.test(scene.context.text);
  for (const [word] of withSense(scene, "side")) if (word.senses.side === "both") take(scene, word, "blend");
  return reversed ? { input: item.b, output: item.a } : { input: item.a, output: item.b };
}

/** Fills a draft and its filters from the parts of a question; each step takes the words it understood. */
export function fill(
  scene: Scene,
  parts: Parts,
  intent: Intent,
  draft: Draft,
  filters: Filters,
  previous?: Query,
): void {
  const named = NAMED.has(intent);
  const asksAbilities = named && (targets(parts) > 0 || leansOn(scene, parts, previous));
  if (!asksAbilities) fillFlags(scene, parts, intent, filters);
  placeBounds(scene, parts, intent, draft, filters);
  draft.groupBy = named && targets(parts) > 0 ? undefined : parts.groupBy;
  if (spends(intent, parts)) draft.budget = readBudget(scene);
  const cost = costFilter(scene, intent, parts.workload.counted);
  if (cost) filters.cost = cost;
  fillWorkload(scene, parts, intent, draft);
  if (intent !== "cost") draft.blend = readBlend(scene);
  draft.moves = readMoves(scene, intent);
  draft.derive = readDerive(scene, intent, parts);
  fillOrder(scene, parts, intent, draft);
  const times = timesOf(scene, intent, filters);
  if (named) fillNamed(scene, parts, intent, draft, filters);
  else if (draft.budget !== undefined) draft.fields = boughtSide(scene);
  else draft.fields = rowFields(scene, intent);
  Object.assign(draft, times);
  // "that ¥100 GLM-4 of 2024": the day belongs to the price that was given.
  if (draft.given !== undefined) delete draft.asOf;
  Object.assign(draft, readDisplay(scene));
  if (intent === "list" && asksCount(scene)) draft.count = true;
  draft.of = readOf(scene, intent, parts);
}

const spends = (intent: Intent, { budget, order }: Parts): boolean =>
  intent === "budget" || (intent === "rank" && budget && order.sort?.by === "tokens");

function fillFlags(scene: Scene, parts: Parts, intent: Intent, filters: Filters): void {
  takeAbilities(scene, parts, filters);
  Object.assign(filters, { ...flagFilters(scene), ...filters });
  // What was retired is a move there, and no state of what is listed.
  if (intent === "changes" && filters.status === "retired") delete filters.status;
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
  if (intent === "compare" && isUnit(workload, scene.context.text)) {
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
    const cached = workload.cachedInput === n ? (["cache_read"] as const) : undefined;
    const sides = cached ?? (["input", "output"] as const).filter((side) => workload[side] !== undefined);
    if (sides.length > 0) draft.fields = [...sides];
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
  draft.limit = limit.limit ?? (intent === "changes" && order.sort ? timesAsked(workload) : undefined);
  draft.offset = limit.offset;
  if (intent === "rank" && parts.names.models.length === 1 && asksHosts(scene)) draft.limit ??= undefined;
}

const MOST_TIMES = 100;

/** 降价最多的三次: what counts calls elsewhere counts moves here. */
function timesAsked({ workload = {} }: Parts["workload"]): number | undefined {
  const { requests, ...others } = workload;
  const isCount = Object.keys(others).length === 0 && requests !== undefined && requests <= MOST_TIMES;
  return isCount ? requests : undefined;
}

/** "the most input tokens for $5": the side that the money goes on. */
function boughtSide(scene: Scene): Field[] | undefined {
  const sides = readFields(scene, false).filter(
    (field) => field === "input" || field === "output" || field === "cache_read",
  );
  return sides.length > 0 ? sides : undefined;
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
