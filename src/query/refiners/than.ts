import { type Item, type Lex, means, type Name, sense, textOf } from "../item.ts";
import type { ThanBound } from "../query.ts";
import { partOf } from "../recognisers/shares.ts";
import { isSoft, type Scene, take } from "../scene.ts";
import { multipleAfter, multipleBefore } from "./multiple.ts";
import { type On, onOf, sideAt } from "./sides.ts";

/** A comparison with a named model, before it is known whether it filters or is what is asked. */
export interface Than {
  names: Name[];
  is: ThanBound["is"];
  on: ThanBound["on"][];
  times?: number;
  /** Items that belong to it. */
  items: Item[];
  start: number;
}

const RELATIONS: Record<string, [ThanBound["on"], ThanBound["is"]]> = {
  cheaper: ["price", "less"],
  dearer: ["price", "more"],
  notDearer: ["price", "at_most"],
  notCheaper: ["price", "at_least"],
  longer: ["context", "more"],
  shorter: ["context", "less"],
  atLeastContext: ["context", "at_least"],
  newer: ["released", "more"],
  older: ["released", "less"],
};
const DENIED: Record<ThanBound["is"], ThanBound["is"]> = {
  less: "at_least",
  more: "at_most",
  at_most: "more",
  at_least: "less",
};
const OPS: Record<string, ThanBound["is"]> = { under: "less", max: "at_most", over: "more", min: "at_least" };

const CONTEXT_WORD = /context|ctx|window|上下文|窗口/i;
export const PRONOUN = /^(它|它们|that|it|those|them|其)$/i;

const isListJoin = (item: Item | undefined): boolean =>
  means(item, "join") || (item?.kind === "mark" && [",", "/", "、", "，"].includes(item.text));

/** What "it" means: the models of the question before. */
function referred({ start, end, text }: Lex, models: readonly string[]): Name[] {
  const [model] = models;
  return model === undefined ? [] : [{ kind: "name", start, end, text, mention: { start, end, model, strength: 1 } }];
}

/** The names that follow a place, a list of them included. */
function namesFrom({ items, context }: Scene, i: number): { names: Name[]; end: number } {
  const names: Name[] = [];
  let at = i;
  while (means(items[at], "side", "both") || textOf(items[at]) === "both") at += 1;
  const pronoun = items[at];
  if (pronoun?.kind === "lex" && PRONOUN.test(pronoun.text))
    return { names: referred(pronoun, context.before ?? []), end: at + 1 };
  for (let item = items[at]; item?.kind === "name" && item.by === undefined && isModel(item); item = items[at]) {
    names.push(item);
    at += 1;
    if (!isListJoin(items[at]) || items[at + 1]?.kind !== "name") break;
    at += 1;
  }
  return { names, end: at };
}

const isModel = ({ mention }: Name): boolean => mention.model !== undefined || mention.family !== undefined;

/** The sides that a stretch of items names. */
function sidesIn(items: readonly Item[], from: number, to: number): { on: On[]; used: Item[] } {
  const on: On[] = [];
  const used: Item[] = [];
  for (let at = Math.max(0, from); at <= to; at++) {
    const side = sideAt(items, at);
    const item = items[at];
    if (side === undefined || item === undefined || item.by !== undefined || side === "price" || side === "cost")
      continue;
    on.push(...(side === "both" ? (["input", "output"] as On[]) : [side]));
    used.push(item);
  }
  return { on, used };
}

const SIDES = new Set<On>(["input", "output", "cache_read", "context", "max_output", "released"]);

function made(
  names: Name[],
  relation: [ThanBound["on"], ThanBound["is"]],
  sides: { on: On[]; used: Item[] },
  items: Item[],
  times?: number,
): Than {
  const named = [...new Set(sides.on.filter((on) => SIDES.has(on)))] as ThanBound["on"][];
  const [usual, is] = relation;
  // 比X上下文长: a dimension named beside "longer" is what is compared.
  const on = named.length > 0 && (usual === "price" || usual === "context") ? named : [usual];
  return {
    names,
    is,
    on,
    start: names[0]?.start ?? 0,
    items: [...items, ...sides.used],
    ...(times !== undefined && { times }),
  };
}

/** The relation word before "than", a side between them ("cheaper output than"). */
function relationBefore(items: readonly Item[], i: number): number | undefined {
  for (let at = i - 1; at >= i - 4; at--) {
    if (sense(items[at], "rel") !== undefined) return at;
    if (
      !isSoft(items[at]) &&
      onOf(items[at]) === undefined &&
      !means(items[at], "unit") &&
      !means(items[at], "ability")
    )
      return undefined;
  }
  return undefined;
}

function halfBefore(items: readonly Item[], i: number): { times: number; item: Item } | undefined {
  for (let at = i - 1; at >= i - 3; at--) {
    const item = items[at];
    if (item && means(item, "half")) return { times: 0.5, item };
    if (!isSoft(item) && onOf(item) === undefined) return undefined;
  }
  return undefined;
}

/** "cheaper than haiku 4.5 on both sides". */
function english(scene: Scene, i: number): Than | undefined {
  const { items } = scene;
  const { names, end } = namesFrom(scene, i + 1);
  if (names.length === 0) return undefined;
  const than = items[i];
  const relAt = relationBefore(items, i);
  if (relAt === undefined || than === undefined) {
    // "less than gpt-4o", "more than …" came as comparisons.
    return undefined;
  }
  const rel = items[relAt];
  const relation = RELATIONS[sense(rel, "rel") ?? ""];
  if (relation === undefined || rel === undefined) return undefined;
  const before = sidesIn(items, relAt + 1, i - 1);
  const after =
    before.on.length > 0
      ? { on: [], used: [] }
      : sidesIn(items, end, Math.min(items.length - 1, sideReach(items, end)));
  const sides = { on: [...before.on, ...after.on], used: [...before.used, ...after.used] };
  const denied = means(items[relAt - 1], "not", "pre");
  const half = halfBefore(items, relAt);
  const is = denied ? DENIED[relation[1]] : relation[1];
  return made(
    names,
    [relation[0], is],
    sides,
    [than, rel, ...(denied && items[relAt - 1] ? [items[relAt - 1] as Item] : [])],
    half?.times,
  );
}

/** How far sides after a compared name still belong to it: "on both sides", "on input and output". */
function sideReach(items: readonly Item[], from: number): number {
  let at = from;
  while (at < from + 5 && (isSoft(items[at]) || sideAt(items, at) !== undefined || means(items[at], "join"))) at += 1;
  return at - 1;
}

/** 比X便宜, 不比X贵, 输入输出都比X低, 比X便宜一半. */
function chinese(scene: Scene, i: number): Than | undefined {
  const { items } = scene;
  const than = items[i];
  const { names, end } = namesFrom(scene, i + 1);
  if (names.length === 0 || than === undefined) return undefined;
  let relAt = end;
  while (relAt < end + 5 && sense(items[relAt], "rel") === undefined) {
    const item = items[relAt];
    if (!isSoft(item) && sideAt(items, relAt) === undefined && !means(item, "not", "pre")) return undefined;
    relAt += 1;
  }
  const rel = items[relAt];
  const relation = RELATIONS[sense(rel, "rel") ?? ""];
  if (relation === undefined || rel === undefined) return undefined;
  const denied = textOf(than).startsWith("不") || means(items[i - 1], "not", "pre");
  const inside = sidesIn(items, end, relAt - 1);
  const before = inside.on.length > 0 ? inside : sidesIn(items, sideStart(items, i), i - 1);
  const share = partOf(items[relAt + 1]);
  const is = denied ? DENIED[relation[1]] : relation[1];
  const used = [than, rel, ...(denied && means(items[i - 1], "not", "pre") ? [items[i - 1] as Item] : [])];
  const times = share !== undefined && relation[1] === "less" ? 1 - share : undefined;
  if (times !== undefined && items[relAt + 1]) used.push(items[relAt + 1] as Item);
  return made(names, [relation[0], is], before, used, times);
}

function sideStart(items: readonly Item[], i: number): number {
  let at = i - 1;
  while (at >= 0 && at > i - 5 && (isSoft(items[at]) || sideAt(items, at) !== undefined || means(items[at], "join")))
    at -= 1;
  return at + 1;
}

/** "under gpt-4o mini", 低于4o-mini, 不超过X的一半: a comparison word straight before a name. */
function compared(scene: Scene, i: number): Than | undefined {
  const { items } = scene;
  const word = items[i];
  const op = OPS[sense(word, "cmp") ?? ""];
  // A ">" that opens the text quotes what follows.
  if (op === undefined || word === undefined || (i === 0 && textOf(word) === ">")) return undefined;
  const before = multipleBefore(items, i + 1);
  const { names, end } = namesFrom(scene, before?.end ?? i + 1);
  if (names.length === 0) return undefined;
  const multiple = before ?? multipleAfter(items, end);
  const led = sidesIn(items, sideStart(items, i), i - 1);
  const sides =
    led.on.length > 0 ? led : sidesIn(items, before ? i + 1 : end, before ? before.end : sideReach(items, end));
  return made(names, ["price", op], sides, [word, ...(multiple?.items ?? [])], multiple?.times);
}

/** "half the price of X": at most half. */
function halved(scene: Scene, i: number): Than | undefined {
  const { items } = scene;
  const { names } = namesFrom(scene, i + 1);
  const item = items[i];
  return names.length > 0 && item ? made(names, ["price", "at_most"], { on: [], used: [] }, [item], 0.5) : undefined;
}

const isRelease = (item: Item | undefined): boolean => means(item, "dim", "released");

/** "released after gpt-4o", 在gpt-4o之后发布的. */
function dated(scene: Scene, i: number, item: Item): Than | undefined {
  const { items } = scene;
  const is =
    means(item, "t", "since") && AFTER.test(textOf(item)) ? "more" : means(item, "t", "until") ? "less" : undefined;
  if (is === undefined) return undefined;
  if (isRelease(items[i - 1])) {
    const { names } = namesFrom(scene, i + 1);
    return names.length > 0
      ? made(names, ["released", is], { on: [], used: [] }, [item, items[i - 1] as Item])
      : undefined;
  }
  const name = items[i - 1];
  const release = [items[i + 1], items[i + 2]].find(isRelease);
  if (name?.kind !== "name" || release === undefined || !isModel(name)) return undefined;
  return made([name], ["released", is], { on: [], used: [] }, [item, release]);
}

const AFTER = /after|later|之后|以后|后/;

/** Finds comparisons with named models; takes nothing, since some of them are questions and not filters. */
export function thans(scene: Scene): Than[] {
  const found: Than[] = [];
  const seen = new Set<Item>();
  for (const [i, item] of scene.items.entries()) {
    const than = thanAt(scene, i, item);
    if (than === undefined || than.names.some((name) => seen.has(name))) continue;
    for (const name of than.names) seen.add(name);
    found.push(than);
  }
  const [first] = found;
  const used = new Set(found.flatMap(({ items }) => items));
  return first === undefined ? found : [...found, ...further(scene, first, used)];
}

/** "价格是X一半以下的", "X的八成以内": a share of a named model's price. */
function shared(scene: Scene, i: number, item: Name): Than | undefined {
  const { items } = scene;
  const next = items[i + 1];
  const times = partOf(next) ?? (means(next, "half") ? 0.5 : undefined);
  const op = sense(items[i + 2], "cmpPost");
  if (times === undefined || op === undefined || !isModel(item)) return undefined;
  const before = sidesIn(items, sideStart(items, i), i - 1);
  return made([item], ["price", OPS[op] ?? "at_most"], before, [next as Item, items[i + 2] as Item], times);
}

function thanAt(scene: Scene, i: number, item: Item): Than | undefined {
  if (item.kind === "name") return shared(scene, i, item);
  if (means(item, "than") || textOf(item) === "不比") return english(scene, i) ?? chinese(scene, i);
  if (means(item, "t", "since") || means(item, "t", "until")) return dated(scene, i, item);
  if (means(item, "cmp")) return compared(scene, i);
  return means(item, "half") ? halved(scene, i) : undefined;
}

/** "cheaper than X and also more context", 上下文不比它短: further comparisons with the same model. */
function further(scene: Scene, first: Than, used: ReadonlySet<Item>): Than[] {
  const found: Than[] = [];
  for (const [i, item] of scene.items.entries()) {
    const relation = RELATIONS[sense(item, "rel") ?? ""];
    if (relation === undefined || used.has(item) || item.start < first.start) continue;
    const inside = sidesIn(scene.items, Math.max(0, i - 3), i - 1);
    const worded = CONTEXT_WORD.test(textOf(item)) || relation[0] === "released";
    const pronoun = scene.items.slice(Math.max(0, i - 3), i).some((one) => PRONOUN.test(textOf(one)));
    const listed =
      used.has(scene.items[i - 1] as Item) || means(scene.items[i - 1], "join") || isListJoin(scene.items[i - 1]);
    if (!worded && !pronoun && !listed && inside.on.length === 0) continue;
    const deny = scene.items
      .slice(Math.max(0, i - 3), i)
      .find((one) => means(one, "not", "pre") || textOf(one) === "不比");
    const sides = worded ? { on: [], used: inside.used.filter((one) => CONTEXT_WORD.test(textOf(one))) } : inside;
    const is = deny ? DENIED[relation[1]] : relation[1];
    found.push(made(first.names, [relation[0], is], sides, [item, ...(deny ? [deny] : [])]));
  }
  return found;
}

/** Takes a comparison as a filter. */
export function takeThan(scene: Scene, than: Than): ThanBound[] {
  for (const item of [...than.items, ...than.names]) take(scene, item, "than");
  return than.names.flatMap(({ mention }) =>
    than.on.map((on) => ({
      on,
      model: mention.model ?? mention.family ?? "",
      is: than.is,
      ...(than.times !== undefined && { times: than.times }),
    })),
  );
}
