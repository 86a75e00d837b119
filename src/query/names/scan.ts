import { type Element, isQuantity, isSize, NOTHING } from "./elements.ts";
import type { Find, Scene } from "./finds.ts";
import { followed } from "./follow.ts";
import { GAP } from "./lexer.ts";
import { PLAIN, VARIANTS } from "./lexicon.ts";
import type { Hit } from "./matcher.ts";
import { COMMON } from "./spelling.ts";

const LONGEST_RUN = 24;
const POINT = ".";

/** Reads the names of a text from left to right, the longest at each place. */
export function scan(scene: Scene): Find[] {
  const finds: Find[] = [];
  for (let at = 0; at < scene.elements.length; ) {
    const found = findAt(scene, at, finds.at(-1)?.end === at);
    if (found !== undefined) finds.push(found);
    at = found?.end ?? at + 1;
  }
  return finds;
}

function findAt(scene: Scene, at: number, afterName: boolean): Find | undefined {
  const element = scene.elements[at];
  if (element === undefined || element.kind === "mark" || isInsideOther(scene, at)) return undefined;
  const hit = scene.matcher.match(at);
  if (hit?.entry !== undefined || hit?.family !== undefined) return followed(scene, hit);
  const family = element.sense?.family;
  if (family !== undefined) return { kind: "name", start: at, end: at + 1, atoms: [family], family, edits: 0 };
  const joinedOn = !afterName && element.gap <= GAP.joined && isLatin(scene.elements[at - 1]) && isLatin(element);
  return (joinedOn ? undefined : partAt(scene, at, hit)) ?? companyAt(scene, at);
}

const isLatin = (element: Element | undefined) => element?.kind === "word" || element?.kind === "figure";

/** Whether a word that is not of names is joined on somewhere in front ("foo-r1"). */
function isInsideOther(scene: Scene, at: number): boolean {
  for (let back = at; back > Math.max(0, at - LONGEST_RUN); back--) {
    const [before, element] = [scene.elements[back - 1] ?? NOTHING, scene.elements[back] ?? NOTHING];
    if (element.gap > GAP.joined || element.kind === "han" || before.kind === "mark" || before.kind === "han")
      return false;
    if (before.kind === "word" && before.atoms.length === 0 && before.sense === undefined && !COMMON.has(before.text))
      return true;
  }
  return false;
}

/** Words of a version or variant that stand alone: kept for what the context may lend them. */
function partAt(scene: Scene, start: number, hit: Hit | undefined): Find | undefined {
  const atoms: string[] = [];
  let end = start;
  for (let element = scene.elements[end]; element !== undefined; element = scene.elements[end]) {
    if ((end > start && element.gap === GAP.line) || !isPart(scene, end, atoms)) break;
    atoms.push(...(element.atoms.length > 0 ? element.atoms : [element.text]));
    end++;
  }
  if (atoms.length === 0 && hit === undefined) return undefined;
  const headlessEnd = hit?.end ?? start;
  const own = atoms.length > 0 ? [...new Set(atoms)] : (hit?.atoms ?? []);
  const { headless, edits = 0 } = hit ?? {};
  return { kind: "part", start, end: Math.max(end, headlessEnd), atoms: own, headless, headlessEnd, edits };
}

function isPart(scene: Scene, at: number, before: readonly string[]): boolean {
  const element = scene.elements[at] ?? NOTHING;
  if (element.head || element.kind === "mark") return false;
  if (element.kind !== "figure") return isVariant(scene, at);
  const known = element.atoms.length > 0 || element.text.includes(POINT);
  const first = isSize(element) || !before.some((atom) => VERSION.test(atom));
  return known && first && !isQuantity(scene.elements, at);
}

function isVariant(scene: Scene, at: number): boolean {
  const element = scene.elements[at] ?? NOTHING;
  if (!VARIANTS.has(element.atoms[0] ?? "")) return false;
  // "max output" and "large context" are no variants, "nano price" is one.
  return element.gap <= GAP.joined || !SIZES.has(element.text) || !PLAIN.has(scene.elements[at + 1]?.text ?? "");
}
const SIZES: ReadonlySet<string> = new Set(
  "max large medium small tiny speed instant versatile premier plus".split(" "),
);

const VERSION = /^[a-z]?\d+(\.\d+)?[a-z]?$/;

function companyAt(scene: Scene, at: number): Find | undefined {
  const element = scene.elements[at] ?? NOTHING;
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
    if (sense !== undefined && scene.index.vocabulary.famous.has(word)) return sense;
  }
  return undefined;
}
