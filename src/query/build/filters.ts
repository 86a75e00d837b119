import type { Ability } from "../../catalog/abilities.ts";
import { type Item, means, sense, textOf } from "../item.ts";
import type { Filters, PriceBound, Query } from "../query.ts";
import type { Placed } from "../refiners/comparisons.ts";
import { beside, type Scene, says, take, withSense } from "../scene.ts";

/** How far an exact size reaches: 128k fits 131,072. */
const EXACT_STEP = 1.024;

/** Token bounds: strict ones move by one, upper ends in "k" reach the binary thousand. */
function tokenRange({ op, value }: Placed): { min?: number; max?: number } {
  if (value.kind === "money") return {};
  const reach = (n: number): number => (value.step === 1024 ? Math.round((n / 1000) * 1024) : n);
  const n = value.n;
  if (op === "range") return { min: n, max: reach(value.to ?? n) };
  if (op === "min") return { min: n };
  if (op === "over") return { min: n + 1 };
  if (op === "max") return { max: reach(n) };
  if (op === "under") return { max: n - 1 };
  return { min: n, max: value.big ? Math.round(n * EXACT_STEP) : n };
}

/** A price bound; sides named together are bound each on its own. */
export function priceBounds({ op, on, value }: Placed, language: Query["language"]): PriceBound[] {
  const amount = value.kind === "money" ? value.amount : value.n;
  const currency = value.kind === "money" ? value.currency : language === "zh" ? "CNY" : "USD";
  const per = value.kind === "money" ? (value.per ?? 1e6) : 1e6;
  const ends: Partial<PriceBound> =
    op === "range"
      ? { min: amount, max: value.to ?? amount }
      : op === "equal"
        ? { min: amount, max: amount }
        : { [op]: amount };
  const sides: PriceBound["on"][] =
    on === "both" ? ["input", "output"] : on === "input" || on === "output" || on === "cache_read" ? [on] : ["price"];
  return sides.map((side) => ({ on: side, ...ends, currency, per }));
}

/** Bounds on both ends of one side ("over $1 and under $3") are one. */
function merged(bounds: readonly PriceBound[]): PriceBound[] {
  const out: PriceBound[] = [];
  for (const bound of bounds) {
    const same = out.findIndex(
      (other) => other.on === bound.on && other.currency === bound.currency && other.per === bound.per,
    );
    const other = out[same];
    const clash =
      other !== undefined &&
      Object.keys(bound).some((key) => ["min", "max", "over", "under"].includes(key) && key in other);
    if (other === undefined || clash) out.push(bound);
    else out[same] = { ...other, ...bound };
  }
  return out;
}

/** The filters that bounds make. */
export function boundFilters(placed: readonly Placed[], language: Query["language"]): Filters {
  const filters: Filters = {};
  const prices: PriceBound[] = [];
  for (const bound of placed) {
    if (bound.on === "context" && bound.value.kind !== "money")
      filters.context = { ...filters.context, ...tokenRange(bound) };
    else if (bound.on === "max_output" && bound.value.kind !== "money")
      filters.maxOutput = { ...filters.maxOutput, ...tokenRange(bound) };
    else prices.push(...priceBounds(bound, language));
  }
  if (prices.length > 0) filters.price = merged(prices);
  return filters;
}

/** Words of abilities that may be about something else ("json" in "answer in json"). */
function abilityOf(item: Item): Ability | undefined {
  const id = sense(item, "ability");
  return id as Ability | undefined;
}

export interface Said {
  all: Ability[];
  none: Ability[];
  items: Item[];
}

const EITHER =
  /^(?:的)?(?:模型)?(?:也行|也可以|也成|也能|也没事|也无所谓|都行|都可以|无所谓)|^(?: \w+)? (?:is|are) (?:fine|ok|okay)\b/i;

/** The abilities that are named and not taken yet. */
export function abilities(scene: Scene): Said {
  const said: Said = { all: [], none: [], items: [] };
  for (const [item] of withSense(scene, "ability")) {
    const id = abilityOf(item);
    if (id === undefined) continue;
    said.items.push(item);
    // 不开思考的也行: wished for neither way.
    if (item.not && EITHER.test(scene.context.text.slice(item.end, item.end + 8))) continue;
    const list = item.not ? said.none : said.all;
    if (!list.includes(id)) list.push(id);
  }
  return said;
}

type Flag = (scene: Scene, filters: Filters, item: Item, value: string) => void;

/** What single words filter by. Order matters: the first that takes a word keeps it. */
const FLAGS: readonly [kind: string, flag: Flag][] = [
  ["status", readStatus],
  ["freeAny", readFree],
  ["freeNo", readFree],
  ["free", readFree],
  ["origin", readOrigin],
  ["open", readOpen],
  ["offers", readOffers],
  ["preview", readPreview],
  ["stable", readPreview],
];

function readFree(scene: Scene, filters: Filters, item: Item): void {
  if (means(item, "freeAny")) filters.free = "any";
  else if (means(item, "freeNo")) filters.free ??= false;
  else filters.free ??= item.not ? false : isIncluded(scene, item) ? "any" : true;
}

function readOpen(scene: Scene, filters: Filters, item: Item, value: string): void {
  // "open against closed": both are wanted.
  if (says(scene, "open", "yes") && says(scene, "open", "no") && !item.not) return;
  filters.openWeights = (value === "yes") !== (item.not ?? false);
}

function readPreview(_: Scene, filters: Filters, item: Item): void {
  filters.preview = means(item, "preview") !== (item.not ?? false);
}

const INCLUDES =
  /(?:incl\w*\.?|even|also|plus|and|with|包括|包含|含|连|算上|加上|带上|不管|连同)\s*(?:the\s|all\s|any\s|已经?|那些)?$/i;
const AS_WELL =
  /^\s*(?:ones?\s|models?\s)?(?:too|also|included|as well|ok|okay|fine|welcome|allowed|count)\b|^(?:了?的|的模型|模型|了)?\s*(?:也|都算|都要|一起|一并|同样|算在内)/i;

/** Whether the words around an item let it in besides the others ("incl. deprecated", 停售的也要). */
function isIncluded({ context: { text } }: Scene, { start, end }: Item): boolean {
  return INCLUDES.test(text.slice(Math.max(0, start - 16), start)) || AS_WELL.test(text.slice(end, end + 20));
}

function readStatus(scene: Scene, filters: Filters, item: Item, value: string): void {
  if (value === "all" || (value !== "current" && !item.not && isIncluded(scene, item))) filters.status = "all";
  else if (value === "current") filters.status ??= item.not ? "retired" : "current";
  else if (filters.status !== "all") filters.status = item.not ? "current" : "retired";
}

function readOrigin(_: Scene, filters: Filters, item: Item, value: string): void {
  // No filter says "not American": it stays unread.
  if (item.not && value === "us") delete item.by;
  else if (item.not) filters.origin = value === "cn" ? "overseas" : "cn";
  else filters.origin ??= value as "cn" | "overseas" | "us";
}

function readOffers(_: Scene, filters: Filters, item: Item, value: string): void {
  if (!item.not) filters.offers ??= value as "official" | "hosted" | "any";
  else filters.offers ??= value === "official" ? "hosted" : "official";
}

/** Filters that single words make. */
export function flagFilters(scene: Scene): Filters {
  const filters: Filters = {};
  for (const [kind, flag] of FLAGS) {
    for (const [item] of withSense(scene, kind)) {
      if (item.by !== undefined) continue;
      take(scene, item, "filter");
      flag(scene, filters, item, item.senses[kind] ?? "");
    }
  }
  // 0元, "$0 models": an amount of nothing with nothing to compare it with.
  for (const item of scene.items) {
    if (item.kind !== "money" || item.by !== undefined || item.amount !== 0 || item.to !== undefined) continue;
    take(scene, item, "filter");
    filters.free ??= !item.not;
  }
  return filters;
}

const QUOTES = /^[\s"'“”`「『]+|[\s"'“”`」』,.?!，。？]+$/g;
const PREFIX_AFTER = /^[\s"'`:]*([a-z][a-z0-9.]*(?:[\s-]\d[\w.]*)*(?:-[\w.]+)*)/i;
const PREFIX_BEFORE = /([a-z][a-z0-9.]*(?:[-\s]?\d[\w.]*)*(?:-[\w.]*)*)[\s"'`”」』]*$/i;
const WILDCARD = /\b([a-z][a-z0-9-]*[\s-]?\d+)\.[x*]/i;

function addName(filters: Filters, name: string, out: boolean): void {
  const names = filters.names ?? {};
  const key = out ? "out" : "in";
  names[key] = [...(names[key] ?? []), name.toLowerCase()];
  filters.names = names;
}

/** "starts with gpt-4", gpt-4开头的, "gemini 3.x": the beginning of names. */
export function nameFilters(scene: Scene): Filters {
  const filters: Filters = {};
  const { text } = scene.context;
  const wild = WILDCARD.exec(text);
  if (wild?.[1] !== undefined) {
    const denied = scene.items.some(
      (item) => item.kind === "name" && item.not && item.start <= wild.index + 1 && item.end > wild.index,
    );
    takeSpan(scene, wild.index, wild.index + wild[0].length);
    addName(filters, wild[1], denied);
  }
  for (const [item, i] of withSense(scene, "starts")) {
    if (
      item.by !== undefined ||
      textOf(item) === "以" ||
      textOf(item) === "系列" ||
      textOf(item) === "家族" ||
      textOf(item) === "named" ||
      textOf(item) === "called"
    )
      continue;
    const han = HAN.test(item.text);
    const window = han
      ? text.slice(Math.max(0, item.start - 30), item.start).trimEnd()
      : text.slice(item.end, item.end + 30);
    const hit = (han ? PREFIX_BEFORE : PREFIX_AFTER).exec(window);
    if (hit?.[1] === undefined) continue;
    const name = hit[1].replace(QUOTES, "");
    const start = han ? item.start - (window.length - hit.index) : item.end + hit[0].length - hit[1].length;
    const denied = textOf(item).startsWith("nothing") || isDenied(scene, i, start);
    take(scene, item, "name beginning");
    takeSpan(scene, start, start + name.length);
    addName(filters, name, denied);
  }
  return filters;
}

const HAN = /[\u4e00-\u9fff]/;

function isDenied(scene: Scene, i: number, start: number): boolean {
  const inside = scene.items.some((item) => item.not && item.start >= start - 1 && item.start <= start + 8);
  if (inside) return true;
  const around = [scene.items[beside(scene, i, -1, 2)], scene.items[i + 1]];
  for (const item of around) {
    if (!means(item, "not")) continue;
    take(scene, item, "negation");
    return true;
  }
  return false;
}

/** Takes all items that lie within a span of the text. */
function takeSpan(scene: Scene, start: number, end: number): void {
  for (const item of scene.items) if (item.start >= start - 1 && item.start < end) take(scene, item, "name beginning");
}
