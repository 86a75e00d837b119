import type { Name } from "../item.ts";
import type { Filters, Query } from "../query.ts";
import { bounds } from "../refiners/bounds.ts";
import type { Placed } from "../refiners/comparisons.ts";
import { corrections } from "../refiners/corrections.ts";
import { negation } from "../refiners/negation.ts";
import type { Than } from "../refiners/than/parts.ts";
import { takeThan, thans } from "../refiners/than.ts";
import { type Scene, says } from "../scene.ts";
import { isBudget } from "./budget.ts";
import { capacityOf } from "./capacity.ts";
import type { Built, Draft } from "./draft.ts";
import { fill } from "./fill.ts";
import { abilities, nameFilters } from "./filters.ts";
import { groupOf } from "./group.ts";
import { readLimit } from "./limit.ts";
import { readFx } from "./money.ts";
import { readNames } from "./names.ts";
import { savingAssumed } from "./saving.ts";
import { settle } from "./settle.ts";
import type { Parts } from "./signals.ts";
import { readOrder } from "./sort.ts";
import { asFamilies, nameFilter, targetsOf } from "./targets.ts";
import { type Read, readWorkload } from "./workload.ts";

/** Binds the items of a question to each other and gathers its parts; each step takes the words it understood. */
function gather(scene: Scene, filters: Filters): Parts {
  corrections(scene);
  negation(scene);
  Object.assign(filters, nameFilters(scene));
  const than = thans(scene);
  const order = readOrder(scene);
  const limit = readLimit(scene, order.at);
  const groupBy = groupOf(
    scene,
    order.sort !== undefined || limit.limit !== undefined || says(scene, "derive", "median"),
  );
  const isThanFilter = than.length > 0 && isFilter(scene, than);
  if (isThanFilter) filters.than = than.flatMap((one) => takeThan(scene, one));
  const placed = bounds(scene);
  const names = readNames(scene);
  if (placed.length === 0 && !order.sort && limit.limit === undefined && groupBy === undefined)
    asFamilies(scene, names);
  const budget = isBudget(scene, names, placed.length > 0);
  const work = promptOf(placed, readWorkload(scene), names.models.length > 0);
  const capacity = capacityOf(scene, names, work);
  const workload = capacity ? { counted: false, assumed: [] } : work;
  return {
    names,
    than,
    bounds: [...placed, ...(work.sizes ?? []), ...(capacity ? [capacity] : [])],
    order,
    limit,
    groupBy,
    abilities: abilities(scene),
    workload,
    budget,
  };
}

/** "2.5k ctx, 400 reply": beside an output, a length of the context with no comparison is the prompt, and no bound. */
function promptOf(placed: Placed[], work: Read, named: boolean): Read {
  const { workload } = work;
  const at = placed.findIndex(({ on, start, value }) => on === "context" && start === value.start);
  const value = placed[at]?.value;
  if (workload?.output === undefined || workload.input !== undefined || workload.text !== undefined) return work;
  if (value === undefined || value.kind === "money" || value.to !== undefined) return work;
  if (!named && workload.requests === undefined) return work;
  placed.splice(at, 1);
  return { ...work, workload: { ...workload, input: value.n } };
}
const EITHER =
  /贵.{0,3}还是.{0,3}(?:便宜|低)|便宜.{0,3}还是.{0,3}贵|高.{0,2}还是.{0,2}低|(?:cheaper|pricier|dearer|more|less)(?: expensive)? or (?:cheaper|pricier|dearer|more|less)\b/i;

/** 我们付0.8厘/千token，比X贵还是便宜: a price of the asker's own is compared, and nothing filtered. */
const weighsGiven = (scene: Scene): boolean =>
  scene.items.some((item) => item.kind === "money" && item.by === undefined && item.per !== undefined) &&
  EITHER.test(scene.context.text);

/** A comparison with a model filters if nothing else is named that is compared with it. */
function isFilter(scene: Scene, than: readonly Than[]): boolean {
  if (weighsGiven(scene)) return false;
  const idOf = ({ mention }: Name): string | undefined => mention.model ?? mention.family;
  const all = scene.items.flatMap((item) =>
    item.kind === "name" && !item.not && item.by === undefined ? (idOf(item) ?? []) : [],
  );
  const named = new Set(all).size;
  const compared = new Set(than.flatMap(({ names }) => names.map(idOf))).size;
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

/** Puts a query together from a question's items. Words that no step took stay untaken. */
export function build(scene: Scene, previous?: Query): Built {
  const filters: Filters = {};
  const fx = readFx(scene);
  const parts = gather(scene, filters);
  const intent = settle(scene, parts, previous);
  const draft: Draft = { intent, language: scene.context.language, ...targetsOf(parts.names, intent, scene), fx };
  nameFilter(parts.names, intent, filters, scene);
  fill(scene, parts, intent, draft, filters, previous);
  // "hosted on groq": who serves it is named.
  if (filters.offers === "hosted" && filters.providers?.in !== undefined) delete filters.offers;
  if (Object.keys(filters).length > 0) draft.filters = filters;
  return { draft, parts, assumed: [...parts.workload.assumed, ...savingAssumed(scene, draft)] };
}
