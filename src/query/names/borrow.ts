import { type Element, isQuantity, isSize, isWhole } from "./elements.ts";
import type { Find, Scene } from "./finds.ts";
import { GAP } from "./lexer.ts";
import { CONNECTORS, FILLERS, LOOSE, PLAIN, VARIANTS } from "./lexicon.ts";
import { type Hit, lookUpExactly } from "./matcher.ts";
import type { Entry } from "./model-index.ts";
import { byOneWord } from "./one-word.ts";
import {
  COMPARING,
  DECIMAL,
  FIGURE,
  hasFigure,
  isFollowUp,
  isListedVersion,
  isTelling,
  isUnversioned,
  isVariantsOnly,
  isWeighed,
  JOINING,
  LISTS,
  NUMBER,
  type Part,
} from "./parts.ts";
import { otherSpellings } from "./versions.ts";

type Name = Extract<Find, { kind: "name" }>;

const LONGEST_LINK = 6;

/** The words of families or models that a conversation has named. */
export type Lender = readonly string[];

/**
 * Gives versions and variants that stand alone their family: from the name before them in a list, from a
 * family or lab beside them, from the other names of the text, from the conversation, or, where only one
 * family has such a model, from the catalog.
 */
export function borrow(finds: readonly Find[], scene: Scene, context: readonly Lender[]): Find[] {
  const done = [...finds];
  const resolve = (at: number, linked: Find | undefined) => {
    const part = done[at];
    if (part?.kind === "part") done[at] = fromLink(scene, part, linked) ?? fromCatalog(part) ?? part;
    else if (part !== undefined && linked !== undefined) done[at] = versioned(scene, part, linked) ?? part;
  };
  for (let at = 0; at < done.length; at++) resolve(at, linkedBefore(scene, done, at));
  for (let at = done.length - 1; at >= 0; at--) resolve(at, linkedAfter(scene, done, at));
  for (const [at, part] of done.entries()) {
    if (part.kind === "part")
      done[at] = fromLenders(scene, part, textLenders(scene, done, at), context) ?? alone(scene, part);
  }
  return merged(done, scene);
}

function alone(scene: Scene, part: Part): Find {
  return (part.end - part.start === 1 ? byOneWord(scene, part.start) : undefined) ?? part;
}

/** A family and the version that was said of it a few words on are one name ("the haiku one, 4.5"). */
function merged(finds: readonly Find[], scene: Scene): Find[] {
  const result: Find[] = [];
  for (const find of finds) {
    if (find.kind === "part" && isVariantsOnly(find) && finds.some((other) => isMadeOf(other, find))) continue;
    const before = result.at(-1);
    if (before !== undefined && isOneName(scene, before, find))
      result[result.length - 1] = {
        ...spanned(before, find),
        start: before.start,
        end: find.end,
      };
    else result.push(find);
  }
  return result;
}

/** Whether a name was made with the words that another place lent. */
const isMadeOf = (find: Find, { atoms }: Part): boolean =>
  find.kind === "name" && find.lent === true && atoms.every((atom) => find.atoms.includes(atom));

const isFamily = (find: Find): find is Name => find.kind === "name" && find.entry === undefined;
const spanned = (a: Find, b: Find) => (isFamily(a) ? b : a);

function isOneName(scene: Scene, a: Find, b: Find): boolean {
  const [family, model] = isFamily(a) ? [a, b] : [b, a];
  if (!isFamily(family) || model.kind !== "name" || model.entry === undefined || model.lent !== true) return false;
  if (!family.atoms.every((atom) => model.atoms.includes(atom))) return false;
  return (
    scene.elements.slice(a.end, b.start).every(({ text, gap }) => FILLERS.has(text) && gap < GAP.line) &&
    (scene.elements[b.start]?.gap ?? GAP.line) < GAP.line
  );
}

function linkedBefore(scene: Scene, finds: readonly Find[], at: number): Find | undefined {
  const [before, part] = [finds[at - 1], finds[at]];
  return before !== undefined && part !== undefined && isLink(scene, before.end, part.start) ? before : undefined;
}

function linkedAfter(scene: Scene, finds: readonly Find[], at: number): Find | undefined {
  const [part, after] = [finds[at], finds[at + 1]];
  return after !== undefined && part !== undefined && isLink(scene, part.end, after.start) ? after : undefined;
}

/** Whether only small words stand between two places. */
function isLink(scene: Scene, from: number, to: number): boolean {
  if (to - from > LONGEST_LINK) return false;
  for (let at = from; at < to; at++) {
    const text = scene.elements[at]?.text ?? "";
    if (!CONNECTORS.has(text) && !FILLERS.has(text)) return false;
  }
  return true;
}

/** "opus 4.8 vs 4.7", "gpt-5 mini and nano", "the haiku one, 4.5": as little of the other name as is needed. */
function fromLink(scene: Scene, part: Part, linked: Find | undefined): Find | undefined {
  if (linked === undefined) return undefined;
  if (linked.kind === "part") return fromVersion(scene, part, linked);
  const lent = wordsOf(scene, linked);
  // A mere variant may go on a whole name ("k2.7 code and highspeed"); a version takes the place of another.
  const whole = linked.kind === "name" && linked.entry !== undefined && hasFigure(part);
  const last = lent.length - (whole ? 1 : 0);
  if (last < 1 || !mayJoin(scene, part, linked)) return undefined;
  const kept = Array.from({ length: last }, (_, at) => lent.slice(0, at + 1));
  return firstWhole(scene, part, hasFigure(part) ? [...around(part, lent), ...kept] : kept.reverse());
}

/** "flash lite 3.1 and 2.5": a bare version takes the place of the other after the words before it. */
function around({ atoms }: Part, lent: readonly string[]): Lender[] {
  const at = lent.findIndex((atom) => DECIMAL.test(atom));
  return at > 1 && atoms.length === 1 && DECIMAL.test(atoms[0] ?? "") ? [lent.slice(0, at)] : [];
}

/** "mini, nano and full 4.1": the version that ends a list of variants is that of each. */
function fromVersion(scene: Scene, part: Part, linked: Part): Find | undefined {
  const version = linked.atoms.filter((atom) => DECIMAL.test(atom));
  const joined = scene.elements.slice(part.end, linked.start).some(({ text }) => LISTS.has(text));
  const ends = joined && linked.start > part.start && isUnversioned(part) && version.length === 1;
  return ends ? whole(scene, part, version) : undefined;
}

/** "opus and sonnet 4.6": the version that ends a list of sub-families is that of each. */
function versioned(scene: Scene, family: Find, linked: Find): Find | undefined {
  if (!isFamily(family) || linked.kind !== "name" || linked.entry === undefined || linked.start < family.end)
    return undefined;
  const version = linked.atoms.filter((atom) => DECIMAL.test(atom));
  const joined = scene.elements.slice(family.end, linked.start).some(({ text }) => LISTS.has(text));
  if (!joined || version.length !== 1 || !VARIANTS.has(family.atoms.at(-1) ?? "")) return undefined;
  const hit = modelOf(scene, [...family.atoms, ...version]);
  return hit && { kind: "name", start: family.start, end: family.end, ...hit, lent: true };
}

/** What has a version keeps as little as makes a model of what is lent; a mere variant as much as does. */
function firstWhole(scene: Scene, part: Part, lenders: readonly Lender[]): Name | undefined {
  for (const lent of lenders) {
    const found = whole(scene, part, lent);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A bare whole number or a size follows a name only where it is compared or listed with it. */
function mayJoin(scene: Scene, part: Part, linked: Find): boolean {
  const first = scene.elements[part.start];
  if (first === undefined || part.end - part.start > 1) return true;
  const before = scene.elements[part.start - 1];
  const listed = part.start > linked.end && before !== undefined;
  if (FIGURE.test(first.text) && before !== undefined && LOOSE.has(before.text)) return false;
  if (isSize(first)) return listed && !PLAIN.has(scene.elements[part.end]?.text ?? "");
  const goesOn = linked.kind === "name" && linked.lent === true && JOINING.has(before?.text ?? "");
  const joined = listed && (COMPARING.has(before.text) || goesOn);
  return !isWhole(first) || (joined && !isQuantity(scene.elements, part.start));
}

/** The words of a name in the order typed, with its family's word in front if that was not said. */
function wordsOf(scene: Scene, find: Find): readonly string[] {
  if (find.kind === "company") return headsOfLab(scene, find.lab)[0] ?? [];
  if (find.kind === "part") return [];
  if (find.kind !== "name" || find.entry === undefined) return find.atoms;
  return withHead(scene, find.entry, find.atoms);
}

/** The words that a model was called by, its family's word among them. */
function withHead({ index }: Scene, { model }: Entry, atoms: readonly string[]): readonly string[] {
  const head = index.atomsOf.get(model)?.find((atom) => index.vocabulary.heads.has(atom));
  return head === undefined || atoms.includes(head) ? atoms : [head, ...atoms];
}

function headsOfLab(scene: Scene, lab: string | undefined): Lender[] {
  const heads: Lender[] = [];
  if (lab !== undefined)
    for (const [head, maker] of scene.index.vocabulary.heads) if (maker === lab) heads.push([head]);
  return heads;
}

/** What the other names of the text lend, the nearest before first, then the nearest after. */
function textLenders(scene: Scene, finds: readonly Find[], at: number): Lender[] {
  const order = [...finds.slice(0, at).reverse(), ...finds.slice(at + 1)];
  return order.flatMap((find) => {
    if (find.kind === "company") return headsOfLab(scene, find.lab);
    if (find.kind === "part") return isVariantsOnly(find) ? [find.atoms] : [];
    const words = wordsOf(scene, find);
    const head = words.find((word) => scene.index.vocabulary.heads.has(word));
    return head === undefined ? [] : [[head], words];
  });
}

function fromLenders(scene: Scene, part: Part, text: readonly Lender[], context: readonly Lender[]): Find | undefined {
  if (isTelling(scene, part)) return firstWhole(scene, part, [...text, ...context]);
  if (isListedVersion(scene, part)) {
    const found = firstWhole(scene, part, text);
    if (found !== undefined) return found;
  }
  if (isWeighed(scene, part)) return firstWhole(scene, part, [...text].reverse().flatMap(shorter));
  if (text.length > 0 || !isFollowUp(scene, part)) return undefined;
  const found = firstWhole(scene, part, hasFigure(part) ? context : [...context].reverse());
  return found === undefined ? undefined : { ...found, weak: true };
}

/** The words of a name and each beginning of them, the longest first. */
const shorter = (lent: Lender): Lender[] => lent.map((_, at) => lent.slice(0, lent.length - at));

/** The longest beginning of a part that makes a model with the words that are lent. */
function whole(scene: Scene, part: Part, lent: Lender): Name | undefined {
  for (let end = part.end; end > part.start; end--) {
    const own = scene.elements.slice(part.start, end).flatMap(atomsOf);
    const atoms = [...new Set([...lent, ...own])];
    if (atoms.length === lent.length) return undefined;
    const hit = modelOf(scene, atoms);
    if (hit !== undefined)
      return {
        kind: "name",
        start: part.start,
        end,
        ...hit,
        edits: hit.edits + part.edits,
        lent: true,
      };
  }
  return undefined;
}

const atomsOf = ({ atoms, text }: Element): readonly string[] => (atoms.length > 0 ? atoms : [text]);

function modelOf(
  scene: Scene,
  atoms: readonly string[],
): { atoms: readonly string[]; entry: Entry; edits: number } | undefined {
  for (const { atoms: tried, edits } of [{ atoms, edits: 0 }, ...otherSpellings(atoms, scene.index)]) {
    const found = lookUpExactly(scene.index, tried);
    if (found?.entry !== undefined) return { atoms: tried, entry: found.entry, edits };
    const [only, ...others] = found?.headless ?? [];
    if (only !== undefined && others.length === 0) return { atoms: withHead(scene, only, tried), entry: only, edits };
  }
  return undefined;
}

/** The model of the only family that has such a version or variant. */
function fromCatalog(part: Part): Name | undefined {
  const [only, ...others] = part.headless ?? [];
  if (only === undefined || others.length > 0 || part.atoms.every((atom) => NUMBER.test(atom))) return undefined;
  const { start, headlessEnd, edits } = part;
  return {
    kind: "name",
    start,
    end: headlessEnd,
    atoms: only.atoms,
    entry: only,
    edits,
  } satisfies Hit & { kind: "name" };
}
