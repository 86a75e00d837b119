import { type Item, type Lex, means, type Name, textOf } from "../../item.ts";
import type { ThanBound } from "../../query.ts";
import { isSoft, type Scene } from "../../scene.ts";
import { type On, sideAt } from "../sides.ts";

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

/** What words of comparison compare, and how. */
export const RELATIONS: Record<string, [ThanBound["on"], ThanBound["is"]]> = {
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

export const DENIED: Record<ThanBound["is"], ThanBound["is"]> = {
  less: "at_least",
  more: "at_most",
  at_most: "more",
  at_least: "less",
};

export const PRONOUN = /^(它|它们|that|it|those|them|其)$/i;

export const isListJoin = (item: Item | undefined): boolean =>
  means(item, "join") || (item?.kind === "mark" && [",", "/", "、", "，"].includes(item.text));

/** What "it" means: the models of the question before. */
function referred({ start, end, text }: Lex, models: readonly string[]): Name[] {
  const [model] = models;
  return model === undefined ? [] : [{ kind: "name", start, end, text, mention: { start, end, model, strength: 1 } }];
}

/** 窗口不小于gpt-5.4、输出价又低于它: the only model that was named before the pronoun. */
function namedBefore(items: readonly Item[], at: number): string[] {
  const models = items.slice(0, at).flatMap((item) => (item.kind === "name" ? [item.mention.model ?? ""] : []));
  return new Set(models).size === 1 && models[0] !== "" ? models.slice(0, 1) : [];
}

/** The names that follow a place, a list of them included; with `back` a pronoun may mean one named before it. */
export function namesFrom({ items, context }: Scene, i: number, back = false): { names: Name[]; end: number } {
  const names: Name[] = [];
  let at = i;
  while (means(items[at], "side", "both") || textOf(items[at]) === "both") at += 1;
  const pronoun = items[at];
  if (pronoun?.kind === "lex" && PRONOUN.test(pronoun.text))
    return { names: referred(pronoun, context.before ?? (back ? namedBefore(items, at) : [])), end: at + 1 };
  for (let item = items[at]; item?.kind === "name" && item.by === undefined && isModel(item); item = items[at]) {
    names.push(item);
    at += 1;
    if (!isListJoin(items[at]) || items[at + 1]?.kind !== "name") break;
    at += 1;
  }
  return { names, end: at };
}

export const isModel = ({ mention }: Name): boolean => mention.model !== undefined || mention.family !== undefined;

/** The sides that a stretch of items names. */
export function sidesIn(items: readonly Item[], from: number, to: number): { on: On[]; used: Item[] } {
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

/** A comparison from its names, relation and sides. */
export function made(
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

/** How far sides after a compared name still belong to it: "on both sides", "on input and output". */
export function sideReach(items: readonly Item[], from: number): number {
  let at = from;
  while (at < from + 5 && (isSoft(items[at]) || sideAt(items, at) !== undefined || means(items[at], "join"))) at += 1;
  return at - 1;
}

/** Where the sides begin that stand before a comparison. */
export function sideStart(items: readonly Item[], i: number): number {
  let at = i - 1;
  while (at >= 0 && at > i - 5 && (isSoft(items[at]) || sideAt(items, at) !== undefined || means(items[at], "join")))
    at -= 1;
  return at + 1;
}
