import { type Item, type Lex, means, sense, textOf } from "../item.ts";
import type { Query } from "../query.ts";
import { isMark } from "../recognisers/recogniser.ts";
import { sideAt } from "../refiners/sides.ts";
import { type Scene, take, withSense } from "../scene.ts";

export type Field = NonNullable<Query["fields"]>[number];

const FIELD_OF: Record<string, readonly Field[]> = {
  input: ["input"],
  output: ["output"],
  both: ["input", "output"],
  cache_read: ["cache_read"],
  cache_write: ["cache_write"],
  cache_ratio: ["cache_read", "input"],
  batch: ["batch"],
  audio_price: ["audio_price"],
  context: ["context"],
  max_output: ["max_output"],
  released: ["released"],
  knowledge: ["knowledge"],
  status: ["status"],
  tiers: ["tiers"],
  providers: ["providers"],
  name: ["name"],
};

/** What a comparative asks of: 谁上下文长, "which is newer". */
const REL_FIELD: Record<string, Field | undefined> = {
  longer: "context",
  shorter: "context",
  newer: "released",
  older: "released",
};

/** The fields of words that name what a model is or can do. */
function factOf({ senses }: Lex): Field | undefined {
  if ("open" in senses) return "open_weights";
  if ("free" in senses || "freeNo" in senses) return "free";
  return senses.status !== undefined && !("offers" in senses) ? "status" : undefined;
}

/** "which providers sell …", 哪些平台有: who sells is asked for. */
const asksSellers = ({ items }: Scene, i: number): boolean =>
  means(items[i], "noun", "provider") &&
  [items[i - 1], items[i - 2]].some((item) => means(item, "cue.which") || means(item, "cue.howmany"));

/** A single 大 or 老 is part of many words: it asks only beside a word that compares. */
function relField(items: readonly Item[], i: number): Field | undefined {
  const field = REL_FIELD[sense(items[i], "rel") ?? ""];
  const bare = textOf(items[i]).length === 1;
  return bare && ![items[i - 1], items[i + 1], items[i - 2]].some(compares) ? undefined : field;
}

const compares = (item: Item | undefined): boolean =>
  ["cue.which", "cue.which1", "cue.compare", "cue.whichcheaper", "than", "rel", "derive"].some((kind) =>
    means(item, kind),
  ) || item?.kind === "name";

const SELLERS = /谁家|谁在|哪家|哪些家|哪儿|哪里|在哪|上哪|\bwhere\b/i;

/** What one phrase asks of the models; the most telling of its senses counts. */
function fieldsAt(scene: Scene, i: number, item: Lex, withAbilities: boolean): readonly Field[] {
  const on = (isProse(scene, i) ? undefined : sideAt(scene.items, i)) ?? item.senses.dim;
  const known = on === undefined ? undefined : FIELD_OF[on];
  if (known) return known;
  if (withAbilities && asksSellers(scene, i)) return ["providers"];
  const ability = withAbilities ? (item.senses.ability as Field | undefined) : undefined;
  const fact = withAbilities ? factOf(item) : undefined;
  // 谁家在卖, 哪儿能买到: who sells it is asked, not whether.
  const sold = fact === "status" && SELLERS.test(scene.context.text) ? "providers" : fact;
  const found = ability ?? partField(scene, i) ?? sold;
  const other = found ?? relField(scene.items, i) ?? ("batch" in item.senses ? "batch" : undefined);
  return other === undefined ? [] : [other];
}

/** What is asked of the models, in order: sides, dimensions and (with `abilities`) what they can do. */
export function readFields(scene: Scene, withAbilities: boolean): Field[] {
  const fields = new Set<Field>();
  for (const [i, item] of scene.items.entries()) {
    if (item.kind !== "lex" || item.by !== undefined || item.not) continue;
    const described = describes(scene, item.end);
    const found = described ? [] : fieldsAt(scene, i, item, withAbilities);
    if (described || found.length > 0) take(scene, item, described ? "description" : "field");
    for (const field of found) fields.add(field);
  }
  return [...fields];
}

const joins = (item: Item | undefined): boolean =>
  item === undefined ||
  item.kind === "mark" ||
  isMark(item, "+", "=", "|", "&") ||
  means(item, "io") ||
  means(item, "side") ||
  means(item, "join") ||
  means(item, "dim") ||
  means(item, "per");

/** "in" and "out" inside a sentence: sides only in a list of what is asked ("in, out, ctx") or after a price. */
function isProse({ items }: Scene, i: number): boolean {
  if (!means(items[i], "io") || means(items[i], "side")) return false;
  const before = items[i - 1];
  // "compares in price and context": no input.
  if (means(items[i], "io", "input") && means(items[i + 1], "dim", "price") && before?.kind === "name") return true;
  return (
    !(joins(before) || before?.kind === "name" || before?.kind === "per" || before?.kind === "money") ||
    !joins(items[i + 1])
  );
}

const DESCRIBED = /^\s*(?:的?那[个款种]|的?这[个款种]|的那|ones?\b)/;

/** "the free one", 开源那个: words that say which model is meant, not what is asked of it. */
const describes = ({ context }: Scene, end: number): boolean => DESCRIBED.test(context.text.slice(end, end + 8));

const GENERATED = /generat|生成|回答|回复/;

/** "prompt" and "answer" are sides where no number stands beside them. */
function partField({ items }: Scene, i: number): Field | undefined {
  const part = sense(items[i], "part");
  if (part === "cached") return "cache_read";
  if (part === "output") return GENERATED.test(textOf(items[i])) ? "output" : undefined;
  return undefined;
}

const ABOUT_PRICE = /价|钱|price|cost|卖|收费|charge|expensive|贵/;

/** Whether both a price and something else is asked ("price and context"). */
export function saysPrice(scene: Scene): boolean {
  for (const [item] of withSense(scene, "dim")) {
    if (item.senses.dim !== "price" && item.senses.dim !== "cost") continue;
    take(scene, item, "field");
    return true;
  }
  return scene.items.some((item) => means(item, "cue.howmuch") && ABOUT_PRICE.test(textOf(item)));
}
