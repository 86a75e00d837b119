import { isQuantity, isSize } from "./elements.ts";
import type { Find, Scene } from "./finds.ts";
import { CUES, CUES_AFTER, VARIANTS } from "./lexicon.ts";

/** A version or variant without its family. */
export type Part = Extract<Find, { kind: "part" }>;

export const FIGURE = /\d/;

export const COMPARING: ReadonlySet<string> = new Set(["vs", "versus", "than", "比", "&", "/", "、"]);

/** Between the members of a list of versions. */
export const JOINING: ReadonlySet<string> = new Set(["and", "or", ",", "和", "与", "跟", "or"]);

export const LISTS: ReadonlySet<string> = new Set([...COMPARING, ...JOINING]);

/** Before the version of a name without variants. */
const UNADORNED: ReadonlySet<string> = new Set([
  ...[
    "plain",
    "regular",
    "normal",
    "vanilla",
    "base",
    "full",
    "original",
    "standard",
    "vs",
    "versus",
    "普",
    "标",
    "比",
  ],
]);

export const hasFigure = ({ atoms }: Part) => atoms.some((atom) => FIGURE.test(atom));

/** "flash lite": variants that models of several versions bear. */
export const isVariantsOnly = (part: Part): boolean => part.atoms.length > 1 && isUnversioned(part);

export const isUnversioned = ({ atoms }: Part): boolean => atoms.every((atom) => VARIANTS.has(atom));

/** "nano's output is what share of mini's", nano的输出是mini的几成: a variant beside a word that weighs it against another. */
export function isWeighed({ elements }: Scene, part: Part): boolean {
  if (!isUnversioned(part)) return false;
  const [before, after] = [elements[part.start - 1]?.text ?? "", elements[part.end]?.text ?? ""];
  return WEIGHS.has(before) && (after === "" || WEIGHED.has(after));
}

const WEIGHS: ReadonlySet<string> = new Set(["是", "比", "than", "vs", "versus", "of", "跟", "和", "is"]);

const WEIGHED: ReadonlySet<string> = new Set(["的", "'s", "?", "贵", "便", ",", "，", "？"]);

/** A variant or bare number as all that a short message names: "and mini?", 那large呢. */
export function isFollowUp({ elements }: Scene, { start, end }: Part): boolean {
  if (elements.length > LONGEST_FOLLOW_UP) return false;
  const [before, after] = [elements[start - 1], elements[end]];
  return (before === undefined || CUES.has(before.text)) && (after === undefined || CUES_AFTER.has(after.text));
}

const LONGEST_FOLLOW_UP = 8;

/** A version with a variant, or one with a letter, may take its family from afar; a bare number may not. */
export function isTelling(scene: Scene, part: Part): boolean {
  const elements = scene.elements.slice(part.start, part.end);
  const figure = elements.find(({ text }) => FIGURE.test(text));
  return figure !== undefined && !isSize(figure) && (elements.length > 1 || !NUMBER.test(figure.text));
}

export const NUMBER = /^\d+(\.\d+)?$/;

export const DECIMAL = /^\d+\.\d+$/;

/** "plain 5.4", "flash lite: 2.5 vs 3.1": a bare version where words say that it is one. */
export function isListedVersion({ elements }: Scene, { start, end }: Part): boolean {
  const [before, own, after] = [elements[start - 1], elements[start], elements[end]];
  if (end - start > 1 || own === undefined || !DECIMAL.test(own.text) || isQuantity(elements, start)) return false;
  return UNADORNED.has(before?.text ?? "") || COMPARING.has(after?.text ?? "") || UNADORNED.has(after?.text ?? "");
}
