import { type Item, type Lex, means, textOf } from "../item.ts";
import { isMark } from "../recognisers/recogniser.ts";
import { isSoft, type Scene, take, withSense } from "../scene.ts";

/** What can be denied. */
const DENIABLE = [
  "ability",
  "origin",
  "open",
  "free",
  "preview",
  "offers",
  "status",
  "dim",
  "side",
  "cur",
  "stable",
  "batch",
];

function classOf(item: Item | undefined): string | undefined {
  if (item?.kind === "name") return "name";
  return item?.kind === "lex" ? DENIABLE.find((kind) => kind in item.senses) : undefined;
}

const LIST_MARKS = [",", "/", "、", "，", "+"];

/** Whether an item joins the members of a list. */
function joins(item: Item | undefined): boolean {
  return isMark(item, ...LIST_MARKS) || means(item, "join") || means(item, "not", "pre");
}

/** Kinds that are denied together: "excluding previews and deprecated ones". */
const STATES = new Set(["preview", "status", "free"]);

const isAkin = (kind: string | undefined, other: string | undefined): boolean =>
  kind === other || (STATES.has(kind ?? "") && STATES.has(other ?? ""));

/** Denies an item and the list that goes on from it, in one direction. */
function deny(scene: Scene, start: number, step: 1 | -1): void {
  const { items } = scene;
  const kind = classOf(items[start]);
  let at = start;
  for (;;) {
    const item = items[at];
    if (item === undefined || !isAkin(kind, classOf(item))) return;
    item.not = true;
    let next = at + step;
    // "not Moonshot's official one": the word for its own shop goes with the name.
    const own = items[next];
    if (kind === "name" && step === 1 && own && means(own, "offers", "official")) own.not = true;
    if (!joins(items[next])) return;
    while (joins(items[next])) next += step;
    if (!isAkin(kind, classOf(items[next])) || items[next]?.not) return;
    at = next;
  }
}

/** The deniable item after a negation, a few empty words on. */
function targetAfter({ items }: Scene, i: number): number | undefined {
  for (let at = i + 1; at <= i + 4; at++) {
    const item = items[at];
    if (classOf(item) !== undefined) return at;
    const passable =
      isSoft(item) ||
      means(item, "io") ||
      isMark(item, "-", ":") ||
      (item?.kind === "word" && at === i + 1) ||
      means(item, "part");
    if (!passable || isMark(item, "\n")) return undefined;
  }
  return undefined;
}

function targetBefore({ items }: Scene, i: number): number | undefined {
  for (let at = i - 1; at >= i - 2; at--) {
    if (classOf(items[at]) !== undefined) return at;
    if (!isSoft(items[at]) || means(items[at], "not")) return undefined;
  }
  return undefined;
}

const AFTER_ALL = new Set(["以外", "之外", "除外", "外"]);

/** Binds one word of denial to what it denies; whether it found something. */
function bind(scene: Scene, i: number, item: Lex): boolean {
  const word = textOf(item);
  const postposed = item.senses.not === "post" || POSTPOSED.has(word);
  const before = postposed ? targetBefore(scene, i) : undefined;
  const after = item.senses.not === "pre" ? targetAfter(scene, i) : undefined;
  const closes = AFTER_ALL.has(word);
  if (before !== undefined && !scene.items[before]?.not && (closes || after !== i + 1)) deny(scene, before, -1);
  else if (after !== undefined) deny(scene, after, 1);
  else return closes && before !== undefined;
  return true;
}

/** Binds "not", "without", 除了, 不要, 去掉 and their kin to what they deny, lists included. */
export function negation(scene: Scene): void {
  for (const [item, i] of withSense(scene, "not")) {
    const compares = textOf(item) === "不比" && scene.items[i + 1]?.kind === "name";
    if (compares || subtracts(scene, i) || opensQuestion(scene, i)) continue;
    if (bind(scene, i, item)) take(scene, item, "negation");
  }
}

/** "o3 minus o4-mini": a difference of two, no exclusion. */
const subtracts = ({ items, context }: Scene, i: number): boolean =>
  (textOf(items[i]) === "minus" && items[i - 1]?.kind === "name" && items[i + 1]?.kind === "name") ||
  (textOf(items[i]) === "drop" && FALLS.test(context.text.slice(items[i]?.end, (items[i]?.end ?? 0) + 4)));

/** "percent drop in output": a fall, no exclusion. */
const FALLS = /^\s+in\b/i;

const QUESTION = /[?？吗么]/;
const ASKS = /^(isn't|isnt|aren't|arent|doesn't|doesnt|don't|dont|wasn't|不是|不是说)$/;

/** "isn't gpt-5 $10?", 不是2块吗: asks for a yes, and denies nothing. */
function opensQuestion({ items, context }: Scene, i: number): boolean {
  const item = items[i];
  if (!ASKS.test(textOf(item))) return false;
  const figures = items.some((one) => one.kind === "money" || one.kind === "num");
  const first = items.findIndex((one) => one.kind !== "mark") === i;
  if (figures && first && textOf(item).startsWith("isn")) return true;
  return figures && (first || textOf(item).startsWith("不是")) && QUESTION.test(context.text);
}

/** Words that stand before or after what they deny. */
export const POSTPOSED: ReadonlySet<string> = new Set(
  "不要|不算|去掉|排除|剔除|不考虑|不看|踢掉|别算|过滤掉|不比|跳过|别要|不包括|不包含|不含|刨除|别列|不列|拿掉|不用|除开|删掉|excluded|aside".split(
    "|",
  ),
);
