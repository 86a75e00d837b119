import type { Family, Lab, Provider } from "../../catalog/schema.ts";
import { hashOf } from "./hash.ts";
import { type Beside, lex, type Token } from "./lexer.ts";
import { HOMOPHONES, ORDINARY, SYNONYMS, VARIANTS } from "./lexicon.ts";
import { Phrases, type Sense } from "./phrases.ts";
import { COMMON } from "./spelling.ts";

const HAN = /[㐀-鿿]/;
const SHORT_CAPITALS = /^[A-Z]{1,3}$/;
/** Words of families that are spoken of in the plural: sonnets, llamas. */
const PLURABLE = /^[a-z]{4,}[^s\d]$/;
const FIGURES = /^\d+$/;
const LONGEST_RUN = 28;
const SHORTEST_FAMOUS = 4;

/** The words that names are made of, and what whole phrases stand for. */
export class Vocabulary {
  readonly phrases = new Phrases();
  /** Words of names with their hashes. */
  readonly words = new Map<string, number>();
  /** Names that people know: alone they are found misspelt too. */
  readonly famous = new Set<string>();
  /** The words by which families are filed: claude, gpt, qwen … and the lab that makes them. */
  readonly heads = new Map<string, string>();

  constructor(labs: Iterable<Lab>, providers: Iterable<Provider>, families: Iterable<Family>) {
    const all = [...families];
    for (const family of all) this.addFamily(family, all);
    for (const lab of labs) this.addNames(lab, { lab: lab.id });
    for (const provider of providers) this.addNames(provider, { provider: provider.id });
    for (const [typed, word] of Object.entries(SYNONYMS)) this.phrases.add(lex(typed), { atoms: [word] });
    for (const [typed, meant] of Object.entries(HOMOPHONES)) {
      const sense = this.phrases.exact(lex(meant));
      if (sense !== undefined) this.phrases.add(lex(typed), { ...sense, typo: true });
    }
  }

  addWord(word: string): void {
    if (!this.words.has(word)) this.words.set(word, hashOf(word));
  }

  /** The atoms of a catalog name, each once, without the maker in front: its own `lab`, or that of the family after it. */
  canonical(name: string, lab?: string): string[] {
    const tokens = lex(name);
    const atoms = new Set<string>();
    for (let at = this.afterMaker(tokens, lab); at < tokens.length; ) {
      const found = this.phrases.longest(tokens, at);
      const end = found?.end ?? at + 1;
      for (const atom of found?.sense.atoms ?? wordsOf(tokens.slice(at, end))) atoms.add(atom);
      at = end;
    }
    return [...atoms];
  }

  /** Where a name begins after its maker, if that stands in front and the rest is a name by itself. */
  private afterMaker(tokens: readonly Token[], lab: string | undefined): number {
    const found = this.phrases.longest(tokens, 0);
    const maker = found?.sense.atoms === undefined ? found?.sense.lab : undefined;
    if (found === undefined || maker === undefined) return 0;
    if (maker !== lab) return maker === this.headLab(tokens, found.end) ? found.end : 0;
    const words = tokens.slice(found.end).filter(({ kind }) => kind !== "mark");
    return words.some(({ kind, text }) => kind !== "figure" && !ORDINARY.has(text)) ? found.end : 0;
  }

  /** Makes the words of a name known, or the whole of it where a part of it is no word of names. */
  learn(name: string, meant?: readonly string[], lab?: string): readonly string[] {
    const atoms = this.canonical(name, lab);
    if (meant !== undefined && atoms.some((atom) => HAN.test(atom))) {
      this.phrases.add(lex(name), { atoms: meant });
      return meant;
    }
    for (const atom of atoms) this.addWord(atom);
    return atoms;
  }

  /** Whether a name stands for a family as a whole phrase. */
  isFamilyPhrase(name: string): boolean {
    return this.phrases.exact(lex(name))?.family !== undefined;
  }

  /** The lab whose family's word stands at a token. */
  private headLab(tokens: readonly Token[], at: number): string | undefined {
    const sense = this.phrases.longest(tokens, at)?.sense;
    return this.heads.get(sense?.atoms?.[0] ?? tokens[at]?.text ?? "");
  }

  private addFamily(family: Family, all: readonly Family[]): void {
    const atoms = wordsOf(lex(family.id));
    const parent = all.find(({ id }) => id === family.parent);
    const inherited = wordsOf(lex(parent?.id ?? ""));
    const own = atoms.filter((atom) => !inherited.includes(atom));
    if (own.length === atoms.length && atoms[0] !== undefined) this.heads.set(atoms[0], family.lab);
    for (const atom of atoms) this.addWord(atom);
    for (const atom of own) {
      this.addFamous(atom);
      if (PLURABLE.test(atom) && !ORDINARY.has(atom)) this.phrases.add(lex(`${atom}s`), { atoms: [atom] });
    }
    for (const name of namesOf(family)) {
      this.addFamous(name);
      const tokens = lex(name);
      if (family.id.length === 1 && tokens.length > 1) this.phrases.add(tokens, { family: family.id });
      else if (own.length === atoms.length || HAN.test(name)) this.phrases.add(tokens, { atoms: own });
    }
  }

  private addNames(company: Lab | Provider, sense: Sense): void {
    for (const name of namesOf(company)) this.addCompany(name, sense);
    if (company.names.length > 0) for (const name of [company.name.en, ...company.names]) this.addFamous(name);
  }

  private addFamous(name: string): void {
    const word = name.toLowerCase();
    if (word.length >= SHORTEST_FAMOUS && !ORDINARY.has(word)) this.famous.add(word);
  }

  private addCompany(name: string, sense: Sense): void {
    if (FIGURES.test(name)) return;
    const capitals = SHORT_CAPITALS.test(name) && ORDINARY.has(name.toLowerCase());
    this.phrases.add(lex(name), capitals ? { ...sense, capitals } : sense);
  }

  /**
   * Splits a run of letters into known words. Before a digit a last single letter may be left over, which
   * belongs to the figure (`dsv` + `4`); after one a first letter (`4` + `omini`).
   */
  split(run: string, beside: Beside): string[] | undefined {
    if (run.length < 3 || run.length > LONGEST_RUN || this.known(run) || COMMON.has(run)) return undefined;
    if (beside === "before digit") {
      const parts = this.cut(run.slice(0, -1));
      if (parts !== undefined && this.isStrong(parts)) return [...parts, run.slice(-1)];
    }
    if (beside === "after digit" && run.length > 3 && this.known(run.slice(1))) return [run.charAt(0), run.slice(1)];
    const parts = this.cut(run);
    return parts !== undefined && parts.length > 1 && this.isStrong(parts) ? parts : undefined;
  }

  private known(word: string): boolean {
    return this.words.has(word) || this.phrases.has(word);
  }

  /** Whether words glued together are a name: a family's word in front, or variants only. */
  private isStrong(parts: readonly string[]): boolean {
    const [first = "", ...others] = parts;
    const head = this.phrases.senseOf(first)?.atoms !== undefined || this.heads.has(first);
    if (head && (others.length === 0 || first.length > 2))
      return others.every((part) => part.length > 2 || VARIANTS.has(part));
    return parts.length > 1 && parts.every((part) => VARIANTS.has(part));
  }

  /** Cuts a run into known words of two letters or more. */
  private cut(run: string): string[] | undefined {
    const ways: (string[] | undefined)[] = new Array(run.length + 1).fill(undefined);
    ways[0] = [];
    for (let start = 0; start < run.length - 1; start++) {
      const before = ways[start];
      if (before === undefined) continue;
      for (let end = run.length; end >= start + 2; end--) {
        if (ways[end] === undefined && this.known(run.slice(start, end)))
          ways[end] = [...before, run.slice(start, end)];
      }
    }
    return ways[run.length];
  }
}

const wordsOf = (tokens: readonly Token[]): string[] =>
  tokens.filter(({ kind }) => kind !== "mark").map(({ text }) => text);

function namesOf(record: {
  id: string;
  name: { en: string; zh?: string | undefined };
  names: readonly string[];
}): string[] {
  const { en, zh } = record.name;
  return [...new Set([record.id, en, ...(zh === undefined ? [] : [zh]), ...record.names])];
}
