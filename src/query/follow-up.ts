import type { Built, Draft } from "./build/draft.ts";
import { type Filters, ON_PRICES, type Query, type Workload } from "./query.ts";
import { type Scene, says } from "./scene.ts";

const NAMED = new Set<Query["intent"]>(["lookup", "compare"]);
/** Words that add to what was asked before rather than take its place. */
const ADDS = /\b(?:add|also|plus|too|as well|throw in|include)\b|加上|再加|也加|加进|一起|也算上|还有/i;

/** The words that are no names: "qwen3.5-plus" adds nothing. */
function withoutNames({ items, context: { text } }: Scene): string {
  let rest = text;
  for (const item of items)
    if (item.kind === "name")
      rest = rest.slice(0, item.start) + " ".repeat(item.end - item.start) + rest.slice(item.end);
  return rest;
}

/** Words that set what comes next beside what was asked before. */
const AGAINST =
  /^\W*(?:and )?(?:vs\.?|versus|against|compared? (?:to|with|it with|it to|that with)|next to)\s|^(?:那|再)?(?:跟|和|与|同).+比|^(?:那|再)?(?:对比|比起|相比|对上|vs)/i;

type Merge = <T extends object>(before: T | undefined, now: T | undefined) => T | undefined;

const merged: Merge = (before, now) =>
  before === undefined ? now : now === undefined ? before : { ...before, ...now };

/** What a question says of its own, beside language, intent and asides. */
function isWhole(draft: Draft, previous: Query, scene: Scene): boolean {
  const subject = draft.models !== undefined || draft.families !== undefined;
  const rows = draft.intent === "rank" || draft.intent === "list" || draft.intent === "changes";
  const strong = says(scene, "followStrong");
  if (strong) return false;
  const leans = says(scene, "cue.follow") && startsLeaning(scene);
  if (rows) return !leans && isComplete(draft, previous, scene);
  if (!subject) return false;
  const short = scene.items.filter((item) => item.kind !== "mark").length <= 3;
  if (leans || (short && !says(scene, "cue.howmuch") && !says(scene, "dim", "price"))) return false;
  return true;
}

/** Whether the first word joins the question to what was before: "and", "那", "with". */
function startsLeaning({ items }: Scene): boolean {
  const first = items.find((item) => item.kind !== "mark");
  return first?.kind === "lex" && ("cue.follow" in first.senses || "followStrong" in first.senses);
}

const MODELS = /\b(?:models?|llms?)\b|模型/i;

/** A ranking that names its order and narrows something stands alone; so does a list of named rows. */
function isComplete(draft: Draft, previous: Query, scene: Scene): boolean {
  if (draft.intent === "changes")
    return previous.intent !== "changes" || draft.moves !== undefined || says(scene, "cue.changes");
  const filters = Object.keys(draft.filters ?? {}).length;
  const names = draft.filters?.labs?.in ?? draft.filters?.families?.in;
  if (draft.intent === "rank")
    return says(scene, "sup") && (filters > 0 || says(scene, "noun", "model") || previous.intent !== "rank");
  // "how many is that?", 一共几个: the rows of before are counted.
  const counts = draft.count !== undefined && (filters > 0 || MODELS.test(scene.context.text));
  return names !== undefined || filters > 1 || draft.of !== undefined || counts;
}

const IN_OUT = ["labs", "providers", "families", "names"] as const;

/** Later filters narrow the earlier ones; a name that is let in takes the place of those before. */
function mergeFilters(before: Filters | undefined, now: Filters | undefined): Filters | undefined {
  const out: Filters = { ...before, ...now };
  if (before === undefined || now === undefined) return Object.keys(out).length > 0 ? out : undefined;
  for (const key of IN_OUT) {
    const both = merged(before[key], now[key]);
    if (both === undefined) continue;
    const denied = [...new Set([...(before[key]?.out ?? []), ...(now[key]?.out ?? [])])];
    out[key] = { ...both, ...(denied.length > 0 && { out: denied }) };
  }
  const all = [...new Set([...(before.abilities?.all ?? []), ...(now.abilities?.all ?? [])])];
  const none = [...new Set([...(before.abilities?.none ?? []), ...(now.abilities?.none ?? [])])];
  if (all.length + none.length > 0)
    out.abilities = { ...(all.length > 0 && { all }), ...(none.length > 0 && { none }) };
  const price = mergePrices(before, now);
  if (price) out.price = price;
  return out;
}

function mergePrices({ price: before = [] }: Filters, { price: now = [] }: Filters): Filters["price"] {
  const sides = new Set(now.map(({ on }) => on));
  const kept = before.filter(({ on }) => !sides.has(on));
  return kept.length + now.length > 0 ? [...kept, ...now] : undefined;
}

const round = (n: number): number => Number(n.toPrecision(12));

function mergeWorkload(
  before: Workload | undefined,
  { workload: read }: Built["parts"],
  scene: Scene,
): Workload | undefined {
  const now = read.workload;
  const base = before ?? {};
  const out: Workload = { ...base, ...now };
  if (read.cachedShare !== undefined && out.input !== undefined) out.cachedInput = round(read.cachedShare * out.input);
  else if (now?.input !== undefined && base.cachedInput !== undefined && base.input !== undefined) {
    out.cachedInput = round((base.cachedInput / base.input) * now.input);
  }
  if (now?.requests !== undefined && now.days === undefined && base.days !== undefined) out.requests = now.requests;
  else stretch(out, base, read, scene);
  if (says(scene, "batch")) out.batch = true;
  return Object.keys(out).length > 0 ? out : undefined;
}

const DAYS: Record<string, number> = { day: 1, week: 7, month: 30, quarter: 91, year: 365 };

/** "same but per year": the same traffic over another time. */
function stretch(out: Workload, base: Workload, _read: Built["parts"]["workload"], scene: Scene): void {
  const rate = scene.items.find((item) => item.kind === "lex" && (item.senses.rate ?? "") in DAYS);
  const length = scene.items.find((item) => item.kind === "qty" && item.unit in DAYS);
  const days =
    length?.kind === "qty"
      ? length.n * (DAYS[length.unit] ?? 1)
      : rate?.kind === "lex"
        ? DAYS[rate.senses.rate ?? ""]
        : undefined;
  if (days === undefined || base.requests === undefined || days === base.days) return;
  // Without a time of its own the traffic was said per month.
  out.requests = round((base.requests / (base.days ?? 30)) * (base.days === undefined && days === 365 ? 360 : days));
  out.days = days;
}

function intentAfter(draft: Draft, previous: Query, built: Built, scene: Scene): Query["intent"] {
  const own = draft.intent ?? "clarify";
  const past = says(scene, "cue.history") || says(scene, "cue.changes");
  if (past && previous.models !== undefined && previous.intent !== "changes") return "history";
  if (own === "clarify" || own === "unknown") return previous.intent;
  if (previous.intent === "rank" || previous.intent === "list") {
    const rowsFirst = own === "lookup" && (draft.models?.length ?? 0) === 0;
    if (own === "list" || own === "rank")
      return previous.intent === "list" && own === "rank" ? "rank" : previous.intent;
    return rowsFirst ? previous.intent : own;
  }
  if (own === "lookup" || own === "list") return previous.intent;
  if (own === "cost" && previous.intent === "budget" && draft.models === undefined)
    return built.parts.workload.counted ? "cost" : "budget";
  return own;
}

function mergeTargets(draft: Draft, previous: Query, adds: boolean): Pick<Draft, "models" | "families"> {
  const named = draft.models !== undefined || draft.families !== undefined;
  if (!named) return { models: previous.models, families: previous.families };
  if (!adds) return { models: draft.models, families: draft.families };
  const models = [...new Set([...(previous.models ?? []), ...(draft.models ?? [])])];
  const families = [...new Set([...(previous.families ?? []), ...(draft.families ?? [])])];
  return { models: models.length > 0 ? models : undefined, families: families.length > 0 ? families : undefined };
}

/** Filters by labs and families that a follow-up lookup of rows names stay filters. */
function asFilters(draft: Draft, previous: Query): Draft {
  if (!isRows(previous) || draft.families === undefined || draft.models !== undefined) return draft;
  return { ...draft, families: undefined, filters: { ...draft.filters, families: { in: draft.families } } };
}

const isRows = ({ intent }: Query): boolean => intent === "rank" || intent === "list" || intent === "changes";

const defined = (draft: Draft): Draft =>
  Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== undefined)) as Draft;

/** How prices were to be shown. */
function shownAs({ currency, unit, per, fx, asOf }: Query): Draft {
  return defined({ currency, unit, per, fx, asOf });
}

/** Merges a question that leans on the one before it; a whole new one stays as it is. */
export function follow(scene: Scene, built: Built, previous: Query): Built {
  if (!ON_PRICES.has(previous.intent) || built.draft.intent === "help" || built.draft.intent === "command")
    return built;
  if (built.draft.intent === "unknown" || isWhole(built.draft, previous, scene)) return built;
  // A name that no model bears is asked about, whatever was asked before.
  if (built.parts.names.unknown.length + built.parts.names.several.length > 0) return built;
  const draft = asFilters(built.draft, previous);
  const against = NAMED.has(previous.intent) && AGAINST.test(scene.context.text);
  const adds = against || ADDS.test(withoutNames(scene));
  const targets = mergeTargets(draft, previous, adds);
  const intent =
    (targets.models?.length ?? 0) > 1 && previous.intent === "lookup" && adds
      ? "compare"
      : intentAfter(draft, previous, built, scene);
  // A model named after a list of rows is looked up: the list's order and filters say nothing of it.
  if ((intent === "lookup" || intent === "history") && isRows(previous) && draft.models !== undefined)
    return { ...built, draft: { ...shownAs(previous), ...defined(draft), intent, follows: true } };
  const filters = mergeFilters(previous.filters, draft.filters);
  const hasWork = previous.workload !== undefined || built.parts.workload.workload !== undefined;
  const workload = hasWork ? mergeWorkload(previous.workload, built.parts, scene) : undefined;
  const { unread: _unread, follows: _follows, ...kept } = previous;
  const said = defined(draft);
  // A price that was asked for says nothing of what work costs.
  const isNewWork = intent === "cost" && previous.intent !== "cost";
  const sort = sortAfter(draft, previous, scene);
  if (says(scene, "t", "now")) delete kept.asOf;
  // A figure that was to be confirmed was another model's.
  if (!adds && (draft.models ?? draft.families) !== undefined) {
    delete kept.claim;
    delete kept.given;
  }
  return {
    ...built,
    draft: {
      ...kept,
      ...said,
      ...targets,
      intent,
      filters,
      workload,
      sort,
      fields: draft.fields ?? (isNewWork ? undefined : previous.fields),
      follows: true,
    },
  };
}

/** A default order never replaces the one that was asked for before. */
function sortAfter(draft: Draft, previous: Query, scene: Scene): Draft["sort"] {
  const own = draft.sort !== undefined && (says(scene, "sup") || says(scene, "by") || says(scene, "order"));
  return own ? draft.sort : (previous.sort ?? draft.sort);
}
