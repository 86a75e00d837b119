import type { Item } from "../item.ts";
import { COMMON } from "../names/spelling.ts";
import type { Intent } from "../query.ts";
import { type Scene, says } from "../scene.ts";

/** Kinds that belong to our subject, whatever else is said. */
const SUBJECT = [
  ...["sup", "ability", "dim", "side", "origin", "open", "free", "group", "per", "move", "cue.howmuch", "cue.estimate"],
  ...["cue.changes", "cue.whichcheaper", "bound", "money", "offers", "preview", "rel"],
];

const hasNames = (scene: Scene): boolean => scene.kinds.has("name");

export const isInjection = (scene: Scene): boolean => says(scene, "inject");

const SENTENCE_END = /[。!！?？\n>;；]|\.(?=\s)/g;
const PRICE = ["cue.howmuch", "dim", "side"];

/** The items of the last sentence, where it asks for a price on its own beside an injection. */
export function honestPart(scene: Scene): readonly Item[] | undefined {
  const ends = [...scene.context.text.trimEnd().slice(0, -1).matchAll(SENTENCE_END)];
  const from = (ends.at(-1)?.index ?? -1) + 1;
  if (from === 0) return undefined;
  const items = scene.items.filter((item) => item.start >= from);
  const asks = items.some((item) => item.kind === "lex" && PRICE.some((kind) => kind in item.senses));
  const clean = !items.some((item) => item.kind === "lex" && "inject" in item.senses);
  return asks && clean && items.some((item) => item.kind === "name") ? items : undefined;
}

const HELP_ONLY = 12;

/** Questions that are none of ours, or about the bot itself; undefined where the words ask for prices. */
export function aside(scene: Scene): Intent | undefined {
  if (isInjection(scene)) return "unknown";
  const numbers = scene.kinds.has("money") || scene.kinds.has("qty");
  if (says(scene, "ooc", "hard") && !says(scene, "sup") && !(hasNames(scene) && numbers)) return "unknown";
  const words = scene.items.filter((item) => item.kind !== "mark");
  if (says(scene, "cue.help") && isHelp(scene)) return "help";
  if (words.length === 0) return "clarify";
  const small = words.every((item) => item.kind === "lex" && ("hello" in item.senses || "thanks" in item.senses));
  if (small && words.length < HELP_ONLY) return "help";
  return undefined;
}

function isHelp(scene: Scene): boolean {
  if (says(scene, "cmd")) return true;
  if (hasNames(scene) || says(scene, "sup")) return false;
  return !scene.kinds.has("money") && !scene.kinds.has("bound");
}

/** Whether anything that was said belongs to our subject. */
export const isSubject = (scene: Scene): boolean =>
  hasNames(scene) ||
  SUBJECT.some((kind) => scene.kinds.has(kind)) ||
  ((says(scene, "noun", "provider") || says(scene, "noun", "lab") || says(scene, "noun", "model")) && asksRows(scene));

/** What a price of anything may be asked with. */
const ANY_PRICE = new Set(["dim", "cue", "money", "per", "cur", "unit", "t", "when", "noun", "of"]);

const isPlainWord = ({ kind, by, ...item }: Item): boolean =>
  kind === "word" &&
  by === undefined &&
  "text" in item &&
  (HAN_WORD.test(item.text) || COMMON.has(item.text.toLowerCase()));

const HAN_WORD = /^\p{Script=Han}{2,}$/u;

/** 苹果多少钱一斤: the price of something that is said in ordinary words and is none of ours. */
export function isGoods(scene: Scene, intent: Intent | undefined): boolean {
  if (hasNames(scene) || !scene.kinds.has("cue.howmuch") || (intent !== "clarify" && intent !== "list")) return false;
  const ours = SUBJECT.some((kind) => scene.kinds.has(kind) && !ANY_PRICE.has(kind.split(".", 1)[0] ?? kind));
  return !ours && !says(scene, "noun", "model") && scene.items.some(isPlainWord);
}

const asksRows = (scene: Scene): boolean =>
  says(scene, "cue.which") || says(scene, "cue.list") || says(scene, "cue.howmany");
