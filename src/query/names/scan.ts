import { type Element, isNumber, isQuantity, isSize } from "./elements.ts";
import { GAP } from "./lexer.ts";
import { ABILITIES, ORDINARY, PLAIN, VARIANTS } from "./lexicon.ts";
import type { Hit, Matcher } from "./matcher.ts";
import type { ModelIndex } from "./model-index.ts";
import type { Spelling } from "./spelling.ts";

/** What stands in a text, before anything is lent from one place to another. */
export type Find =
  | ({ kind: "name"; lent?: true } & Hit)
  /** Words of a name of which several models bear them all. */
  | {
      kind: "several";
      start: number;
      end: number;
      atoms: readonly string[];
      models: readonly string[];
      edits: number;
    }
  /** A family with a version or variant that no model of it has. */
  | {
      kind: "unknown";
      start: number;
      end: number;
      atoms: readonly string[];
      edits: number;
    }
  /** A version or variant without its family. */
  | {
      kind: "part";
      start: number;
      end: number;
      atoms: readonly string[];
      headless: Hit["headless"];
      headlessEnd: number;
      edits: number;
    }
  | {
      kind: "company";
      start: number;
      end: number;
      lab?: string | undefined;
      provider?: string | undefined;
      edits: number;
    };

const DATE = /^(20\d{2}|20\d{6}|\d{4}|\d{6})$/;
const POINT = ".";

export interface Scene {
  elements: readonly Element[];
  index: ModelIndex;
  matcher: Matcher;
  spelling: Spelling;
}

/** Reads the names of a text from left to right, the longest at each place. */
export function scan(scene: Scene): Find[] {
  const finds: Find[] = [];
  for (let at = 0; at < scene.elements.length; ) {
    const found = findAt(scene, at);
    if (found === undefined) at++;
    else {
      finds.push(found);
      at = found.end;
    }
  }
  return finds;
}

function findAt(scene: Scene, at: number): Find | undefined {
  const element = scene.elements[at];
  if (element === undefined || element.kind === "mark") return undefined;
  const hit = scene.matcher.match(at);
  if (hit?.entry !== undefined || hit?.family !== undefined) return named(scene, hit);
  const part = partAt(scene, at, hit);
  return part ?? companyAt(scene, at);
}

/** A name with what follows it: more words may make another, an unknown or one of several models of it. */
function named(scene: Scene, hit: Hit): Find {
  const next = scene.elements[hit.end];
  const name: Find = { kind: "name", ...hit };
  if (next === undefined || next.gap === GAP.line || next.kind === "mark") return name;
  if (hit.entry === undefined) return narrowed(scene, hit) ?? name;
  if (next.gap <= GAP.joined && DATE.test(next.text))
    return { ...name, end: afterDate(scene, hit.end), edits: hit.edits + 1 };
  return isOther(scene, hit.end) ? unknown(scene, hit) : name;
}

function afterDate(scene: Scene, start: number): number {
  let end = start + 1;
  while (isNumber(scene.elements[end] ?? EMPTY) && (scene.elements[end]?.gap ?? GAP.line) <= GAP.joined) end++;
  return end;
}

/** Whether the words after a model's name make it another model, which does not exist. */
function isOther(scene: Scene, at: number): boolean {
  const element = scene.elements[at] ?? EMPTY;
  if (element.kind === "mark" || element.kind === "han") return false;
  const attached = element.gap <= GAP.joined;
  if (element.kind === "figure") return attached && !isSize(element) && !isQuantity(scene.elements, at);
  if (!VARIANTS.has(element.text)) return attached && element.kind === "word" && isNameLike(scene, at);
  return attached || (!PLAIN.has(scene.elements[at + 1]?.text ?? "") && !beginsName(scene, at));
}

/** A word glued to a name by a hyphen belongs to it, unless it says what is asked ("gpt-5-pricing"). */
function isNameLike(scene: Scene, at: number): boolean {
  const element = scene.elements[at] ?? EMPTY;
  const joined = element.gap === GAP.joined && element.atoms.length > 0;
  return joined && !ABILITIES.has(element.text) && !beginsName(scene, at);
}

function beginsName(scene: Scene, at: number): boolean {
  const hit = scene.matcher.match(at);
  return hit !== undefined && hit.end > at + 1 && (hit.entry !== undefined || hit.headless !== undefined);
}

/** A family's name with a version or variant: one model, several, or none. */
function narrowed(scene: Scene, hit: Hit): Find | undefined {
  let atoms = hit.atoms;
  let end = hit.end;
  let models = scene.index.bearing([]);
  for (let element = scene.elements[end]; element !== undefined; element = scene.elements[end]) {
    if (element.gap === GAP.line || !mayNarrow(scene, end)) break;
    const more = bearing(scene, [...atoms, ...element.atoms], element);
    if (more === undefined) break;
    atoms = more.atoms;
    models = more.models;
    end++;
  }
  if (end > hit.end) return several(hit, end, atoms, models);
  return isNoVersion(scene, hit.end) ? unknown(scene, hit) : undefined;
}

function mayNarrow(scene: Scene, at: number): boolean {
  const element = scene.elements[at] ?? EMPTY;
  if (element.atoms.length === 0 || isQuantity(scene.elements, at)) return false;
  if (element.kind === "figure") return true;
  const ordinary = PLAIN.has(scene.elements[at + 1]?.text ?? "") || PLAIN.has(element.text);
  return (
    element.gap <= GAP.joined ||
    (!ordinary && (VARIANTS.has(element.text) || !ORDINARY.has(element.text)) && !element.head)
  );
}

function bearing(scene: Scene, atoms: readonly string[], element: Element) {
  const tries = [atoms];
  const head = atoms[0] ?? "";
  for (const letter of scene.index.letters.get(head) ?? []) tries.push([...atoms.slice(0, -1), letter + element.text]);
  for (const other of tries) {
    const models = scene.index.bearing(other).filter(({ kind }) => kind === "text");
    if (models.length > 0) return { atoms: other, models };
  }
  return undefined;
}

function several(hit: Hit, end: number, atoms: readonly string[], models: readonly { id: string }[]): Find {
  return {
    kind: "several",
    start: hit.start,
    end,
    atoms,
    models: models.map(({ id }) => id),
    edits: hit.edits,
  };
}

/** Whether a version or variant that no model has follows a family's name. */
function isNoVersion(scene: Scene, at: number): boolean {
  const element = scene.elements[at] ?? EMPTY;
  const attached = element.gap <= GAP.joined;
  if (element.kind === "figure") {
    if (isQuantity(scene.elements, at) || isSize(element)) return false;
    return (
      attached ||
      element.text.includes(POINT) ||
      Number.parseInt(element.text, 10) <= HIGHEST_VERSION ||
      !isNumber(element)
    );
  }
  if (element.kind !== "word" || element.head) return false;
  if (VARIANTS.has(element.text))
    return attached || (!PLAIN.has(scene.elements[at + 1]?.text ?? "") && !beginsName(scene, at));
  return false;
}
const HIGHEST_VERSION = 12;

function unknown(scene: Scene, hit: Hit): Find {
  let end = hit.end;
  const atoms = [...hit.atoms];
  for (let element = scene.elements[end]; element !== undefined; element = scene.elements[end]) {
    const belongs = end === hit.end || element.gap <= GAP.joined || VARIANTS.has(element.text);
    if (!belongs || element.kind === "mark" || element.kind === "han") break;
    atoms.push(element.text);
    end++;
  }
  return { kind: "unknown", start: hit.start, end, atoms, edits: hit.edits };
}

/** Words of a version or variant that stand alone: kept for what the context may lend them. */
function partAt(scene: Scene, start: number, hit: Hit | undefined): Find | undefined {
  const atoms: string[] = [];
  let end = start;
  for (let element = scene.elements[end]; element !== undefined; element = scene.elements[end]) {
    if (!isPart(scene, end, start, atoms)) break;
    for (const atom of element.atoms.length > 0 ? element.atoms : [element.text])
      if (!atoms.includes(atom)) atoms.push(atom);
    end++;
  }
  if (hit === undefined && end === start) return undefined;
  const last = Math.max(end, hit?.end ?? 0);
  return {
    kind: "part",
    start,
    end: last,
    atoms: end === start ? (hit?.atoms ?? []) : atoms,
    headless: hit?.headless,
    headlessEnd: hit?.end ?? start,
    edits: hit?.edits ?? 0,
  };
}

function isPart(scene: Scene, at: number, start: number, atoms: readonly string[]): boolean {
  const element = scene.elements[at] ?? EMPTY;
  if (element.head || (at > start && (element.gap === GAP.line || element.kind === "mark"))) return false;
  if (element.kind === "figure") {
    const fits = element.atoms.length > 0 || element.text.includes(POINT);
    const first = isSize(element) || !atoms.some((atom) => isVersion(atom));
    return fits && first && !isQuantity(scene.elements, at);
  }
  if (element.atoms.length === 0 || !VARIANTS.has(element.atoms[0] ?? "")) return false;
  return element.gap <= GAP.joined || !PLAIN.has(scene.elements[at + 1]?.text ?? "");
}

const VERSION = /^[a-z]?\d+(\.\d+)?[a-z]?$/;
const isVersion = (atom: string) => VERSION.test(atom);

function companyAt(scene: Scene, at: number): Find | undefined {
  const element = scene.elements[at] ?? EMPTY;
  const sense = element.sense ?? misspelt(scene, element);
  if (sense === undefined || (sense.lab === undefined && sense.provider === undefined)) return undefined;
  const edits = element.sense === undefined || element.sense.typo === true ? 1 : 0;
  return {
    kind: "company",
    start: at,
    end: at + 1,
    lab: sense.lab,
    provider: sense.provider,
    edits,
  };
}

function misspelt(scene: Scene, element: Element) {
  if (element.kind !== "word" || element.atoms.length > 0) return undefined;
  for (const { word } of scene.spelling.near(element.text)) {
    const sense = scene.index.vocabulary.phrases.senseOf(word);
    if (sense !== undefined && !ORDINARY.has(word) && word.length > 4) return sense;
  }
  return undefined;
}

const EMPTY: Element = {
  kind: "mark",
  text: "",
  start: 0,
  end: 0,
  gap: GAP.glued,
  atoms: [],
  head: false,
};
