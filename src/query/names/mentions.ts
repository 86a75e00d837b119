import type { Family, Model } from "../../catalog/schema.ts";
import type { Mention } from "../names.ts";
import type { Find, Scene } from "./finds.ts";
import { FILLERS } from "./lexicon.ts";
import { sameWords } from "./model-index.ts";
import { nearest } from "./nearest.ts";
import { companyStrength, strengthOf } from "./strength.ts";

type Several = Extract<Find, { kind: "several" }>;
type Families = ReadonlyMap<string, Family>;

const NUMBER = /^\d+(\.\d+)?$/;
const UNSURE = 0.5;
const WEAK = 0.6;

/** Turns what was found into mentions of the text, and a lab in front of its own model into part of its name. */
export function mentionsOf(finds: readonly Find[], scene: Scene, families: Families): Mention[] {
  const mentions: Mention[] = [];
  let before: Find | undefined;
  for (const find of finds) {
    const mention = mentionOf(find, scene, families);
    if (mention !== undefined) {
      const maker = mentions.at(-1);
      if (before !== undefined && maker !== undefined && isMaker(before, maker, find, mention, scene, families)) {
        mention.start = maker.start;
        mentions.pop();
      }
      mentions.push(mention);
    }
    before = find;
  }
  return mentions;
}

/** Whether a lab stands before a model or family of its own: "google gemini", "deepseek/deepseek-chat". */
function isMaker(
  before: Find,
  maker: Mention,
  find: Find,
  mention: Mention,
  scene: Scene,
  families: Families,
): boolean {
  if (maker.lab === undefined || maker.model !== undefined) return false;
  const made = mention.model?.startsWith(`${maker.lab}/`) ?? families.get(mention.family ?? "")?.lab === maker.lab;
  if (!made) return false;
  const between = scene.elements.slice(before.end, find.start).map(({ text }) => text);
  const path = between.length === 1 && between[0] === "/";
  return path || (before.kind === "company" && between.every((text) => FILLERS.has(text)));
}

function mentionOf(find: Find, scene: Scene, families: Families): Mention | undefined {
  const mention: Mention = { start: scene.elements[find.start]?.start ?? 0, end: endOf(scene, find), strength: UNSURE };
  if (find.edits > 0) mention.typo = true;
  if (find.kind === "part") return isCandidate(find, mention, scene) ? mention : undefined;
  if (find.kind === "company") {
    setCompany(mention, find);
    mention.strength = companyStrength(scene.elements, find.start, scene.index.vocabulary.famous);
    return mention;
  }
  mention.strength = strengthOf(find.atoms, find.edits, scene.elements.slice(find.start, find.end));
  if (find.kind === "unknown") mention.unknown = { near: nearest(find.atoms, scene.index) };
  else if (find.kind === "several") setSeveral(mention, find, scene, families);
  else setName(mention, find, scene);
  return mention;
}

function setName(mention: Mention, find: Extract<Find, { kind: "name" }>, scene: Scene): void {
  if (find.weak) mention.strength = WEAK;
  if (find.entry !== undefined) mention.model = find.entry.model.id;
  else if (find.family !== undefined) mention.family = find.family;
  const alone = find.end - find.start === 1 && find.entry === undefined;
  if (alone) setCompany(mention, scene.elements[find.start]?.sense ?? {});
}

/** The end of a name in the text, with the bracket that closes one opened in it. */
function endOf(scene: Scene, find: Find): number {
  let opened = false;
  for (let at = find.start; at < find.end; at++) {
    const text = scene.elements[at]?.text;
    if (text === "(" || text === ")") opened = text === "(";
  }
  const after = scene.elements[find.end];
  return (opened && after?.text === ")" ? after : scene.elements[find.end - 1])?.end ?? 0;
}

/** A version and variant that models of several families have, told with those models. */
function isCandidate(find: Extract<Find, { kind: "part" }>, mention: Mention, scene: Scene): boolean {
  if (find.headless === undefined || find.atoms.every((atom) => NUMBER.test(atom))) return false;
  mention.candidates = find.headless.map(({ model }) => model.id);
  mention.end = scene.elements[find.headlessEnd - 1]?.end ?? mention.end;
  return true;
}

function setCompany(mention: Mention, sense: { lab?: string | undefined; provider?: string | undefined }): void {
  if (sense.lab !== undefined) mention.lab = sense.lab;
  if (sense.provider !== undefined) mention.provider = sense.provider;
}

function setSeveral(mention: Mention, find: Several, scene: Scene, families: Families): void {
  const [only, ...others] = find.models;
  if (only !== undefined && others.length === 0) {
    mention.model = only.id;
    return;
  }
  const head = find.atoms.find((atom) => scene.index.vocabulary.heads.has(atom));
  const family = families.get(head ?? "");
  const words = (model: Model) => scene.index.atomsOf.get(model)?.length ?? 0;
  const models = [...find.models].sort((a, b) => words(a) - words(b));
  const prefix = prefixOf(find.atoms, models, scene);
  if (family !== undefined) mention.family = family.id;
  if (prefix !== undefined) mention.prefix = prefix;
  mention.candidates = models.map(({ id }) => id);
}

const MOST_TRIED = 4;

/** The typed words as the beginning of the models' names, if that is what they are. */
function prefixOf(atoms: readonly string[], models: readonly Model[], scene: Scene): string | undefined {
  for (const { id } of models.slice(0, MOST_TRIED)) {
    const own = id.slice(id.indexOf("/") + 1);
    for (let end = 1; end <= own.length; end++) {
      if (!isWordEnd(own, end)) continue;
      if (sameWords(scene.index.vocabulary.canonical(own.slice(0, end)), atoms)) return own.slice(0, end);
    }
  }
  return undefined;
}

const isWordEnd = (name: string, end: number) =>
  !ALPHANUMERIC.test(name.charAt(end)) || LETTER_THEN_FIGURE.test(name.slice(end - 1, end + 1));
const ALPHANUMERIC = /[a-z\d]/;
const LETTER_THEN_FIGURE = /[a-z]\d|\d[a-z]/;
