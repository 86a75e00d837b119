import type { Family, Model } from "../../catalog/schema.ts";
import type { Mention } from "../names.ts";
import type { Find, Scene } from "./finds.ts";
import { FILLERS } from "./lexicon.ts";
import { sameWords } from "./model-index.ts";
import { nearest } from "./nearest.ts";
import { companyStrength, strengthOf } from "./strength.ts";

type Several = Extract<Find, { kind: "several" }>;
type Name = Extract<Find, { kind: "name" }>;
type Part = Extract<Find, { kind: "part" }>;

/** Turns what was found into mentions of the text, and a lab in front of its own model into part of its name. */
export function mentionsOf(finds: readonly Find[], scene: Scene, families: readonly Family[]): Mention[] {
  const mentions: Mention[] = [];
  for (let at = 0; at < finds.length; at++) {
    const find = finds[at];
    if (find === undefined) continue;
    const mention = mentionOf(find, scene, families);
    if (mention === undefined) continue;
    const before = finds[at - 1];
    const maker = before !== undefined && isMaker(before, mentions.at(-1), find, mention, scene, families);
    const company = maker ? mentions.pop() : undefined;
    mentions.push(company === undefined ? mention : { ...mention, start: company.start });
  }
  return mentions;
}

/** Whether a lab stands before a model or family of its own: "google gemini", "deepseek/deepseek-chat". */
function isMaker(
  before: Find,
  maker: Mention | undefined,
  find: Find,
  mention: Mention,
  scene: Scene,
  families: readonly Family[],
): boolean {
  const made = mention.model?.split("/")[0] ?? families.find(({ id }) => id === mention.family)?.lab;
  if (maker?.lab === undefined || maker.model !== undefined || made !== maker.lab) return false;
  const between = scene.elements.slice(before.end, find.start).map(({ text }) => text);
  const path = between.length === 1 && between[0] === "/";
  return path || (before.kind === "company" && between.every((text) => FILLERS.has(text)));
}

function mentionOf(find: Find, scene: Scene, families: readonly Family[]): Mention | undefined {
  const start = scene.elements[find.start]?.start ?? 0;
  const span = { start, end: endOf(scene, find), ...(find.edits > 0 ? { typo: true } : {}) };
  if (find.kind === "company") {
    return { ...span, ...companyOf(find), strength: companyStrength(scene.elements, find.start) };
  }
  if (find.kind === "part") return partOf(find, span, scene);
  const strength = strengthOf(find.atoms, find.edits, scene.elements.slice(find.start, find.end));
  if (find.kind === "unknown") return { ...span, unknown: { near: nearest(find.atoms, scene.index) }, strength };
  return { ...span, ...(find.kind === "name" ? nameOf(find, scene) : severalOf(find, scene, families)), strength };
}

/** The end of a name in the text, with the bracket that closes one opened in it. */
function endOf(scene: Scene, find: Find): number {
  const elements = scene.elements.slice(find.start, find.end);
  const opened = elements.some(({ text }) => text === "(") && !elements.some(({ text }) => text === ")");
  const after = scene.elements[find.end];
  const last = opened && after?.text === ")" ? after : elements.at(-1);
  return last?.end ?? 0;
}

const NUMBER = /^\d+(\.\d+)?$/;

/** A version and variant that models of several families have. */
function partOf(find: Part, span: { start: number }, scene: Scene): Mention | undefined {
  const candidates = (find.headless ?? []).map(({ model }) => model.id);
  if (candidates.length === 0 || find.atoms.every((atom) => NUMBER.test(atom))) return undefined;
  return { start: span.start, end: scene.elements[find.headlessEnd - 1]?.end ?? 0, candidates, strength: 0.5 };
}

function nameOf(find: Name, scene: Scene): Partial<Mention> {
  if (find.entry !== undefined) return { model: find.entry.model.id };
  const sense = find.end - find.start === 1 ? scene.elements[find.start]?.sense : undefined;
  return {
    ...(find.family === undefined ? {} : { family: find.family }),
    ...companyOf(sense ?? {}),
  };
}

function companyOf({ lab, provider }: { lab?: string | undefined; provider?: string | undefined }): Partial<Mention> {
  return {
    ...(lab === undefined ? {} : { lab }),
    ...(provider === undefined ? {} : { provider }),
  };
}

function severalOf(find: Several, scene: Scene, families: readonly Family[]): Partial<Mention> {
  const [only, ...others] = find.models;
  if (only !== undefined && others.length === 0) return { model: only.id };
  const head = find.atoms.find((atom) => scene.index.vocabulary.heads.has(atom));
  const family = families.find(({ id }) => id === head)?.id;
  const prefix = prefixOf(find, scene);
  return {
    ...(family === undefined ? {} : { family }),
    ...(prefix === undefined ? {} : { prefix }),
    candidates: plainestFirst(find.models, scene),
  };
}

function plainestFirst(models: readonly Model[], scene: Scene): string[] {
  const words = (model: Model) => scene.index.atomsOf.get(model)?.length ?? 0;
  return [...models].sort((a, b) => words(a) - words(b)).map(({ id }) => id);
}

/** The typed words as the beginning of the models' names, if that is what they are. */
function prefixOf(find: Several, scene: Scene): string | undefined {
  for (const { id } of find.models) {
    const own = id.slice(id.indexOf("/") + 1);
    for (let end = 1; end <= own.length; end++) {
      if (ALPHANUMERIC.test(own.charAt(end)) && !LETTER_THEN_FIGURE.test(own.slice(end - 1, end + 1))) continue;
      const atoms = scene.index.vocabulary.canonical(own.slice(0, end));
      if (sameWords(atoms, find.atoms)) return own.slice(0, end);
    }
  }
  return undefined;
}
const ALPHANUMERIC = /[a-z\d]/;
const LETTER_THEN_FIGURE = /[a-z]\d|\d[a-z]/;
