import type { Model } from "../../catalog/schema.ts";
import { type Element, isNumber, isQuantity, isSize, isWhole, NOTHING } from "./elements.ts";
import type { Find, Scene } from "./finds.ts";
import { GAP } from "./lexer.ts";
import { NOUNS, ORDINARY, PLAIN, VARIANTS } from "./lexicon.ts";
import type { Hit } from "./matcher.ts";
import { COMMON } from "./spelling.ts";

const DATE = /^(20\d{2}|20\d{6}|\d{4}|\d{6}|00\d)$/;
const PARAMETERS = /^\d+(\.\d+)?b$/;
const ANY_MINOR = /^(\d+)\.x$/;
const POINT = ".";
const HIGHEST_VERSION = 12;

/** A name with what follows it: more words may make it another, an unknown or one of several models. */
export function followed(scene: Scene, hit: Hit): Find {
  const next = scene.elements[hit.end] ?? NOTHING;
  const name: Find = { kind: "name", ...hit };
  if (next.gap === GAP.line || next.kind === "mark") return name;
  if (hit.entry === undefined) return anyMinor(scene, hit) ?? narrowed(scene, hit) ?? name;
  if (next.gap <= GAP.joined && DATE.test(next.text)) {
    return { ...name, end: afterDate(scene, hit.end), edits: hit.edits + 1 };
  }
  return isOther(scene, hit.end) ? unknown(scene, hit) : name;
}

function afterDate(scene: Scene, start: number): number {
  let end = start + 1;
  while (isNumber(scene.elements[end] ?? NOTHING) && (scene.elements[end]?.gap ?? GAP.line) <= GAP.joined) end++;
  return end;
}

/** Whether the words after a model's name make it another model, which does not exist. */
function isOther(scene: Scene, at: number): boolean {
  const element = scene.elements[at] ?? NOTHING;
  const attached = element.gap <= GAP.joined;
  if (element.kind === "figure") {
    const after = scene.elements[at + 1]?.text ?? "";
    if (PARAMETERS.test(element.text)) return attached || !NOUNS.has(after);
    return attached && !isSize(element) && !isQuantity(scene.elements, at);
  }
  if (element.kind !== "word") return false;
  if (!VARIANTS.has(element.text))
    return attached && !COMMON.has(element.text) && element.sense === undefined && !beginsName(scene, at);
  return isVariantHere(scene, at);
}

/** Whether a variant's word is meant as one: not in "max output", nor at the beginning of the next name. */
function isVariantHere(scene: Scene, at: number): boolean {
  const attached = (scene.elements[at]?.gap ?? GAP.line) <= GAP.joined;
  return attached || (!PLAIN.has(scene.elements[at + 1]?.text ?? "") && !beginsName(scene, at));
}

function beginsName(scene: Scene, at: number): boolean {
  const hit = scene.matcher.match(at);
  return hit !== undefined && hit.end > at + 1 && (hit.entry !== undefined || hit.headless !== undefined);
}

/** "gemini 3.x": all models of a major version. */
function anyMinor(scene: Scene, hit: Hit): Find | undefined {
  const major = ANY_MINOR.exec(scene.elements[hit.end]?.text ?? "")?.[1];
  if (major === undefined) return undefined;
  const found = minors(scene, hit.atoms, { ...NOTHING, kind: "figure", text: major });
  return found === undefined ? undefined : several(hit, hit.end + 1, found.atoms, found.models);
}

/** The models of a major version, such as 4.1 and 4.5 of 4. */
function minors(scene: Scene, atoms: readonly string[], element: Element | undefined) {
  if (element === undefined || !isWhole(element)) return undefined;
  const isMinor = (atom: string) => atom === element.text || atom.startsWith(element.text + POINT);
  const models = scene.index
    .bearing(atoms)
    .filter((model) => model.kind === "text" && scene.index.atomsOf.get(model)?.some(isMinor));
  return models.length > 0 ? { atoms: [...atoms, element.text], models } : undefined;
}

/** A family's name with a version or variant: one model, several, or none. */
function narrowed(scene: Scene, hit: Hit): Find | undefined {
  let found: { atoms: readonly string[]; models: readonly Model[] } = { atoms: hit.atoms, models: [] };
  let end = hit.end;
  for (; mayNarrow(scene, end); end++) {
    const more =
      bearing(scene, found.atoms, scene.elements[end]?.atoms ?? []) ?? minors(scene, found.atoms, scene.elements[end]);
    if (more === undefined) break;
    found = more;
  }
  if (end > hit.end) {
    const other = scene.elements[end]?.kind === "word" && isNoVersion(scene, end);
    return other ? unknown(scene, { ...hit, end, atoms: found.atoms }) : several(hit, end, found.atoms, found.models);
  }
  return isNoVersion(scene, hit.end) ? unknown(scene, hit) : undefined;
}

function mayNarrow(scene: Scene, at: number): boolean {
  const element = scene.elements[at] ?? NOTHING;
  if (element.atoms.length === 0 || element.gap === GAP.line || isQuantity(scene.elements, at)) return false;
  const after = scene.elements[at + 1]?.text ?? "";
  if (element.kind === "figure") return !isWhole(element) || !isCounting(after) || element.gap <= GAP.joined;
  if (element.gap <= GAP.joined) return true;
  const ordinary = PLAIN.has(after) || PLAIN.has(element.text) || element.head;
  return !ordinary && (VARIANTS.has(element.text) || !ORDINARY.has(element.text));
}

const SERIES: ReadonlySet<string> = new Set(["model", "models", "version", "versions", "family", "series"]);
const isCounting = (noun: string) => NOUNS.has(noun) && !SERIES.has(noun);

function bearing(scene: Scene, atoms: readonly string[], more: readonly string[]) {
  const letters = [...(scene.index.letters.get(atoms[0] ?? "") ?? [])];
  for (const own of [more, ...letters.map((letter) => more.map((atom) => letter + atom))]) {
    const all = [...new Set([...atoms, ...own])];
    const models = scene.index.bearing(all).filter(({ kind }) => kind === "text");
    if (models.length > 0) return { atoms: all, models };
  }
  return undefined;
}

function several({ start, edits }: Hit, end: number, atoms: readonly string[], models: readonly Model[]): Find {
  return { kind: "several", start, end, atoms, models, edits };
}

/** Whether a version or variant that no model has follows a family's name. */
function isNoVersion(scene: Scene, at: number): boolean {
  const element = scene.elements[at] ?? NOTHING;
  if (element.kind === "word") return !element.head && VARIANTS.has(element.text) && isVariantHere(scene, at);
  if (element.kind !== "figure" || isQuantity(scene.elements, at) || isSize(element)) return false;
  if (element.gap <= GAP.joined || !isWhole(element)) return true;
  const after = scene.elements[at + 1]?.text ?? "";
  return Number.parseInt(element.text, 10) <= HIGHEST_VERSION && !NOUNS.has(after);
}

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
