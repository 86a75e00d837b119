import { z } from "zod";

/**
 * The scoring of readings against labelled ones. A line is right when every key of its gold query agrees, where `any`
 * lists by dotted path the values that are accepted there (null = may be absent); when at least one path of each group
 * in `either` is there; and when nothing is added in the keys that change which rows or numbers come out.
 */
export const Line = z.object({
  id: z.string(),
  conversation: z.string(),
  text: z.string(),
  kind: z.string(),
  query: z.record(z.string(), z.unknown()),
  any: z.record(z.string(), z.array(z.unknown())).optional(),
  either: z.array(z.array(z.string())).optional(),
});
export type Line = z.infer<typeof Line>;

/** The first path where a reading is not what was labelled. */
export interface Miss {
  path: string;
  want?: unknown;
  got?: unknown;
}

type Value = unknown;
type Fields = Record<string, Value>;
type Accepted = Record<string, Value[]>;

const CLOSED =
  "filters workload budget command asOf groupBy count tier fx models limit offset blend period moves of".split(" ");
const IGNORED = new Set(["language", "unread", "follows"]);
const DEFAULTS = { status: "current", offers: "official" };
const AMOUNTS = new Set(["min", "max", "over", "under", "amount", "value"]);
const OPTIONAL = new Set(["currency", "asOf", "model"]);
const CLAIMS = /(?:claim|given)$/;

const isFields = (value: Value): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const keysOf = (value: Value): string[] => (isFields(value) ? Object.keys(value) : []);
const fieldOf = (value: Value, key: string): Value => (isFields(value) ? value[key] : undefined);
const listOf = (value: Value): Value[] => (Array.isArray(value) ? value : [value]);
const endOf = (path: string): string => path.slice(path.lastIndexOf(".") + 1);
const valueAt = (query: Value, path: string): Value => path.split(".").reduce(fieldOf, query);

/** Nulls, empty lists and empty objects all mean "not said". */
function said(value: Value): Value {
  if (Array.isArray(value)) {
    const items = value.map(said).filter((item) => item !== undefined);
    return items.length > 0 ? items : undefined;
  }
  if (!isFields(value)) return value ?? undefined;
  const entries = Object.entries(value).flatMap(([key, item]) => {
    const rest = said(item);
    return rest === undefined ? [] : [[key, rest] as const];
  });
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

const SEPARATORS = /[._\s-]+/g;
const EDGES = /^-|-$/g;
const slug = (name: Value): string => String(name).toLowerCase().replace(SEPARATORS, "-").replace(EDGES, "");
const modelName = (id: Value): string => slug(String(id).split("/").at(-1));
const holdsWord = (name: string, word: string): boolean => `-${name}-`.includes(`-${word}-`);

function sameFamily(a: Value, b: Value): boolean {
  const [x, y] = [slug(a), slug(b)];
  return holdsWord(x, y) || holdsWord(y, x);
}

/** Whether named models stand for families: each bears one of the names, and each name is borne. */
function standFor(models: Value[], families: Value[]): boolean {
  const bears = (model: Value, family: Value) => `-${modelName(model)}`.includes(`-${slug(family)}`);
  return (
    models.every((model) => families.some((family) => bears(model, family))) &&
    families.every((family) => models.some((model) => bears(model, family)))
  );
}

/** A bound, a claim or a given price, its amounts per 1M tokens. */
function perMillion(record: Fields): Fields {
  const { per = 1e6, ...rest } = record;
  const scaled = Object.entries(rest).map(([key, value]) => [
    key,
    AMOUNTS.has(key) && typeof value === "number" ? (value * 1e6) / Number(per) : value,
  ]);
  return Object.fromEntries(scaled);
}

function sameItem(path: string, gold: Value, got: Value): boolean {
  if (isFields(gold) && isFields(got)) {
    const [a, b] = [perMillion(gold), perMillion(got)];
    const mayLack = (key: string) => CLAIMS.test(path) && OPTIONAL.has(key) && !(key in a && key in b);
    const keys = new Set([...keysOf(a), ...keysOf(b)]);
    return [...keys].every((key) => mayLack(key) || same(`${path}.${key}`, a[key], b[key]));
  }
  if (endOf(path) === "models") return modelName(gold) === modelName(got);
  if (path.includes("families")) return sameFamily(gold, got);
  return path.includes("names") ? slug(gold) === slug(got) : gold === got;
}

/** Lists are sets and a single value is a list of one; models keep their order where it matters. */
function sameList(path: string, gold: Value, got: Value, ordered: boolean): boolean {
  const sides = (item: Value) => (path === "fields" && item === "price" ? ["input", "output"] : [item]);
  const [a = [], b = []] = [gold, got].map((value) => listOf(value).flatMap(sides));
  if (ordered && path === "models")
    return a.length === b.length && a.every((item, place) => sameItem(path, item, b[place]));
  return (
    a.every((item) => b.some((other) => sameItem(path, item, other))) &&
    b.every((item) => a.some((other) => sameItem(path, item, other)))
  );
}

function same(path: string, gold: Value, got: Value, ordered = false): boolean {
  if (gold === undefined || got === undefined) return gold === got;
  if (Array.isArray(gold) || Array.isArray(got)) return sameList(path, gold, got, ordered);
  if (isFields(gold) && isFields(got)) {
    const keys = new Set([...keysOf(gold), ...keysOf(got)]);
    return [...keys].every((key) => same(`${path}.${key}`, gold[key], got[key]));
  }
  if (typeof gold === "number" && typeof got === "number")
    return Math.abs(gold - got) <= 1e-9 * Math.max(1, Math.abs(gold));
  return endOf(path) === "model" ? modelName(gold) === modelName(got) : gold === got;
}

/** The reading in the one form that is compared: defaults dropped, lists of one unpacked. */
function comparable(query: Value, line: Line): Fields {
  const out = said(query);
  if (!isFields(out)) return {};
  const { filters, workload, command, count, models } = out;
  if (count === false) delete out.count;
  if (isFields(workload) && workload.batch === false) delete workload.batch;
  if (Array.isArray(command) && command.length === 1) out.command = command[0];
  for (const [key, usual] of Object.entries(DEFAULTS)) {
    const asked = valueAt(line.query, `filters.${key}`) !== undefined || `filters.${key}` in (line.any ?? {});
    if (isFields(filters) && filters[key] === usual && !asked) delete filters[key];
  }
  const { families } = line.query;
  if (families && !out.families && models && standFor(listOf(models), listOf(families))) out.families = families;
  const rest = said(out);
  return isFields(rest) ? rest : {};
}

/** The first path at or below `path` where two queries differ. */
function difference(path: string, gold: Value, got: Value, any: Accepted, ordered: boolean): string | undefined {
  const accepted = any[path];
  if (accepted) return accepted.some((value) => same(path, said(value), got, ordered)) ? undefined : path;
  const below = Object.keys(any).filter((other) => other.startsWith(`${path}.`));
  const opens = (side: Value) => isFields(side) || (side === undefined && below.length > 0);
  if (!opens(gold) || !opens(got)) return same(path, gold, got, ordered) ? undefined : path;
  const next = below.map((other) => other.slice(path.length + 1).split(".")[0] ?? "");
  for (const key of new Set([...keysOf(gold), ...next, ...keysOf(got)])) {
    const found = difference(`${path}.${key}`, fieldOf(gold, key), fieldOf(got, key), any, ordered);
    if (found) return found;
  }
  return undefined;
}

/** Why a reading is a miss of its labelled line, or `undefined` where it is right. */
export function missOf(line: Line, query: Value): Miss | undefined {
  if (!isFields(query)) return { path: "query", want: line.query };
  const any = line.any ?? {};
  const out = comparable(query, line);
  const ordered = line.query.intent === "compare" || line.query.intent === "cost";
  const heads = Object.keys(any).map((path) => path.split(".")[0] ?? "");
  for (const key of new Set(["intent", ...Object.keys(line.query), ...heads, ...CLOSED])) {
    const path = IGNORED.has(key) ? undefined : difference(key, said(line.query[key]), out[key], any, ordered);
    if (path) return { path, want: valueAt(line.query, path), got: valueAt(out, path) };
  }
  const lacking = line.either?.find((group) => group.every((path) => valueAt(out, path) === undefined));
  return lacking && { path: lacking.join(" | ") };
}
