import type { Family, Model } from "../../catalog/schema.ts";
import { ORDINARY } from "./lexicon.ts";
import type { NamedModel } from "./misspelt.ts";
import { OptionalParts } from "./optional.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A model under one set of words, and how much of its name those words leave out. */
export interface Entry {
  model: Model;
  atoms: readonly string[];
  cost: number;
  /** Models of several sizes answer to these words equally well. */
  ambiguous?: true;
}

const NO_ENTRIES: readonly Entry[] = [];
const FIGURE = /\d/;
const LETTER_VERSION = /^([a-z])(\d+(?:\.\d+)?)$/;
const DISPLAY_COST = 0.5;
/** What people call a model goes before what another happens to be called. */
const STALE_COST = 2;
const NICKNAME_COST = -0.5;
const FOREIGN_COST = 2;
const SEPARATORS = /[-_ ]/g;

/** Models and families by the set of words that a name is made of, whatever their order. */
export class ModelIndex {
  readonly vocabulary: Vocabulary;
  /** The letters that a family writes before its versions: v3, k2, m2.5. */
  readonly letters = new Map<string, Set<string>>();
  /** The words of each model's id. */
  readonly atomsOf = new Map<Model, readonly string[]>();
  /** The words of models by all their names. */
  readonly spelt = new Map<string, NamedModel>();
  /** The same by their ids without separators. */
  readonly glued = new Map<string, readonly string[]>();
  private readonly parts = new OptionalParts();
  private readonly ids = new Map<string, Model>();
  private readonly full = new Map<number, Entry>();
  private readonly headless = new Map<number, Entry[]>();
  private readonly families = new Map<number, { id: string; atoms: readonly string[] }>();
  private postings: Map<string, Model[]> | undefined;

  constructor(vocabulary: Vocabulary, models: Iterable<Model>, families: Iterable<Family>) {
    this.vocabulary = vocabulary;
    for (const family of families) this.addFamily(family);
    for (const model of models) this.addModel(model);
  }

  /** The family whose words these are. */
  family(key: number, atoms: readonly string[]): string | undefined {
    const found = this.families.get(key);
    return found !== undefined && sameWords(found.atoms, atoms) ? found.id : undefined;
  }

  /** The model that is called by exactly these words. */
  model(key: number, atoms: readonly string[]): Entry | undefined {
    const found = this.full.get(key);
    return found !== undefined && sameWords(found.atoms, atoms) ? found : undefined;
  }

  /** The models called by these words when the family's word is left out, one a family. */
  withoutHead(key: number, atoms: readonly string[]): readonly Entry[] {
    return this.headless.get(key)?.filter((entry) => sameWords(entry.atoms, atoms)) ?? NO_ENTRIES;
  }

  /** The words of a model's name without versions, sizes and stages. */
  nameOf(model: Model): string {
    return this.parts.words(this.atomsOf.get(model) ?? []).join(" ");
  }

  byId(id: string): Model | undefined {
    return this.ids.get(id);
  }

  key(atoms: readonly string[]): number {
    let key = 0;
    for (const atom of atoms) key += this.vocabulary.words.get(atom) ?? Number.NaN;
    return key;
  }

  /** All models whose ids bear all of these words; of other labs' models that bear a family's word only those named by more. */
  bearing(atoms: readonly string[]): readonly Model[] {
    this.postings ??= this.post();
    const lists = atoms.map((atom) => this.postings?.get(atom) ?? []).sort((a, b) => a.length - b.length);
    const found = (lists[0] ?? []).filter((model) => atoms.every((atom) => this.atomsOf.get(model)?.includes(atom)));
    const heads = atoms.filter((atom) => this.vocabulary.heads.has(atom));
    if (heads.length === 0) return found;
    const own = found.filter(({ lab }) => heads.some((head) => this.vocabulary.heads.get(head) === lab));
    const namesMore = atoms.some((atom) => isName(atom) && !heads.includes(atom));
    return own.length > 0 || !namesMore ? own : found;
  }

  private post(): Map<string, Model[]> {
    const postings = new Map<string, Model[]>();
    for (const [model, atoms] of this.atomsOf) {
      for (const atom of atoms) {
        const list = postings.get(atom);
        if (list === undefined) postings.set(atom, [model]);
        else list.push(model);
      }
    }
    return postings;
  }

  private addFamily(family: Family): void {
    for (const name of [family.id, family.name.en, ...family.names]) {
      if (this.vocabulary.isFamilyPhrase(name)) continue;
      const atoms = this.vocabulary.learn(name);
      const key = this.key(atoms);
      if (!this.families.has(key)) this.families.set(key, { id: family.id, atoms });
    }
  }

  private addModel(model: Model): void {
    const own = model.id.slice(model.id.indexOf("/") + 1);
    const atoms = this.vocabulary.learn(own);
    this.atomsOf.set(model, atoms);
    this.ids.set(model.id, model);
    this.addName(model, atoms, isStale(model) ? STALE_COST : 0);
    for (const name of model.names)
      this.addName(model, this.vocabulary.learn(name, atoms, model.lab), NICKNAME_COST, atoms);
    const display = this.vocabulary.learn(model.name, atoms, model.lab);
    if (!sameWords(display, atoms)) this.addName(model, display, DISPLAY_COST, atoms);
    this.glued.set(own.replaceAll(SEPARATORS, ""), atoms);
    for (const name of [own, model.name, ...model.names]) this.spelt.set(name.toLowerCase(), { model, atoms });
    this.learnLetters(atoms);
  }

  /** Files a name in full, and without each choice of the parts that people leave out. */
  private addName(model: Model, atoms: readonly string[], base: number, id: readonly string[] = atoms): void {
    const cost = base + (base < 0 ? 0 : this.parts.costOf(atoms, id)) + this.foreign(model, atoms);
    for (const shorter of this.parts.shorten(atoms))
      this.file({ model, atoms: shorter.atoms, cost: cost + shorter.cost });
  }

  /** A model that bears the word of another lab's family is hardly meant by it. */
  private foreign(model: Model, atoms: readonly string[]): number {
    const head = atoms.find((atom) => this.vocabulary.heads.has(atom));
    return head === undefined || this.vocabulary.heads.get(head) === model.lab ? 0 : FOREIGN_COST;
  }

  private file(entry: Entry): void {
    const { atoms } = entry;
    if (atoms.length === 0 || (entry.cost > 0 && !atoms.some(isTelling) && !this.isOfFamily(atoms))) return;
    const key = this.key(atoms);
    const before = this.full.get(key);
    const winner = before === undefined ? entry : better(before, entry);
    if (winner !== before) this.full.set(key, winner);
    const head = atoms.find((atom) => this.vocabulary.heads.has(atom));
    const rest = atoms.filter((atom) => atom !== head);
    if (head === undefined || !rest.some(isTelling) || rest.some((atom) => this.vocabulary.heads.has(atom))) return;
    this.fileHeadless({ ...winner, atoms: rest }, head);
  }

  /** "Nova lite" is a name though both words are ordinary ones: one is a family's. */
  private isOfFamily(atoms: readonly string[]): boolean {
    return atoms.length > 1 && atoms.some((atom) => this.vocabulary.heads.has(atom));
  }

  private fileHeadless(entry: Entry, head: string): void {
    const key = this.key(entry.atoms);
    const list = this.headless.get(key) ?? [];
    const at = list.findIndex(({ model }) => this.atomsOf.get(model)?.includes(head));
    if (at < 0) list.push(entry);
    else list[at] = better(list[at] ?? entry, entry);
    this.headless.set(key, list);
  }

  private learnLetters(atoms: readonly string[]): void {
    const [head] = atoms;
    for (const atom of atoms) {
      const letter = LETTER_VERSION.exec(atom)?.[1];
      if (letter === undefined || head === undefined) continue;
      const letters = this.letters.get(head) ?? new Set();
      this.letters.set(head, letters.add(letter));
    }
  }
}

/** A name for the newest of a line that has ended says less than the dated name of the one that it was. */
const isStale = ({ id, status, alias }: Model): boolean =>
  id.endsWith("-latest") && alias === undefined && (status === "retired" || status === "deprecated");

const isName = (atom: string) => !FIGURE.test(atom) && !ORDINARY.has(atom);
const ANY_SIZE = /^(a?\d+(\.\d+)?[bkmt]|\d+e)$/;
const isTelling = (atom: string) => (FIGURE.test(atom) ? !ANY_SIZE.test(atom) : !ORDINARY.has(atom));

export function sameWords(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word) => b.includes(word));
}

const SIZE = /^\d+(\.\d+)?[bt]$/;
const sizeOf = (model: Model) => model.id.split("-").find((part) => SIZE.test(part));

/** Which of two models is meant by the same words. */
function better(a: Entry, b: Entry): Entry {
  if (a.model === b.model) return a.cost <= b.cost ? a : b;
  const order = a.cost - b.cost || weight(a.model) - weight(b.model) || newerFirst(a.model, b.model);
  const winner = order <= 0 ? a : b;
  if (a.cost !== b.cost || sizeOf(a.model) === sizeOf(b.model)) return winner;
  return { ...winner, ambiguous: true };
}

const weight = ({ kind, status }: Model) => (kind === "text" ? 0 : 2) + (status === "retired" ? 1 : 0);

function newerFirst(a: Model, b: Model): number {
  const [dayA, dayB] = [a.released ?? "", b.released ?? ""];
  if (dayA !== dayB) return dayA > dayB ? -1 : 1;
  return a.id.length - b.id.length || (a.id < b.id ? -1 : 1);
}
