import { groupBy } from "../group-by.ts";
import type { PlacedCard } from "../merge/placed.ts";
import { compare } from "../merge/runs.ts";
import { createSpeller, type Speller } from "./speller.ts";
import { atoms, isFigure, lacking, partsOf } from "./words.ts";

/** A model to be named: its cards, and which of them are the lab's own. */
export interface Nameless {
  id: string;
  cards: readonly PlacedCard[];
  own: readonly PlacedCard[];
}

const CAPITAL = /[A-Z\u4e00-\u9fff]/;
const MAKER = /^[^:]{2,30}: /;
const ASIDE = / *[([](?:latest|free|beta|preview free)[)\]]$/i;
const NOT_IN_NAMES = /[/_]/;

/**
 * A name for each model, none twice within a lab: the lab's own at models.dev or on its Chinese card, else that of any
 * models.dev provider, else LobeHub's, else another source's, as far as they are spelled like names and leave out no
 * figure; else one made of the id.
 */
export function displayNames(models: readonly Nameless[]): Map<string, string> {
  const given = models.flatMap((model) => {
    const name = givenName(model);
    return name === undefined ? [] : [{ model: model.id, name }];
  });
  const speller = createSpeller(given.filter(({ name }) => CAPITAL.test(name)));
  const names = new Map(given.map(({ model, name }) => [model, name]));
  for (const { id } of models) if (!names.has(id)) names.set(id, speller.name(id));
  return toldApart(names, speller);
}

function givenName({ id, cards, own }: Nameless): string | undefined {
  const from = (some: readonly PlacedCard[], source: string) => some.filter((card) => card.source === source);
  const self = from(own, "models-dev").filter((card) => isSelf(card.id, id));
  const rest = cards.filter((card) => card.source !== "models-dev" && card.source !== "lobehub");
  const tiers = [
    from(own, "models-dev"),
    from(own, "lobehub"),
    from(cards, "models-dev"),
    from(cards, "lobehub"),
    rest,
  ];
  const looks = [
    () => best(self, id, (name, wanted) => isAkin(name, wanted) && !NOT_IN_NAMES.test(name)),
    ...tiers.map((tier) => () => best(tier, id, isWhole)),
    ...tiers.map((tier) => () => best(tier, id, fits)),
  ];
  for (const look of looks) {
    const found = look();
    if (found !== undefined) return found;
  }
  return undefined;
}

function isSelf(own: string, model: string): boolean {
  return atoms(own).join(" ") === atoms(model.slice(model.indexOf("/") + 1)).join(" ");
}

type NameTest = (name: string, wanted: readonly string[]) => boolean;

/** The name that differs least from the id; of several the most frequent, then the shortest. */
function best(cards: readonly PlacedCard[], id: string, test: NameTest): string | undefined {
  const wanted = atoms(id.slice(id.indexOf("/") + 1));
  const votes = new Map<string, number>();
  for (const { name } of cards) {
    const clean = cleaned(name ?? "", id, wanted);
    if (test(clean, wanted)) votes.set(clean, (votes.get(clean) ?? 0) + 1);
  }
  const off = (name: string) => lacking(wanted, atoms(name)).length + lacking(atoms(name), wanted).length;
  const ranked = [...votes].sort(([a, x], [b, y]) => off(a) - off(b) || y - x || a.length - b.length || compare(a, b));
  return ranked[0]?.[0];
}

/** Without the maker in front, and without "(latest)" where the id does not say so. */
function cleaned(name: string, id: string, wanted: readonly string[]): string {
  const bare = name.trim().replace(MAKER, "");
  const [first = "", ...rest] = bare.split(" ");
  const lab = id.slice(0, id.indexOf("/"));
  const own = first.toLowerCase() === lab && !wanted.includes(lab) && rest.length > 0 ? rest.join(" ") : bare;
  return id.endsWith("-latest") ? own : own.replace(ASIDE, "");
}

/** Some word of the id stands in it: else it is a nickname. */
function isAkin(name: string, wanted: readonly string[]): boolean {
  const said = atoms(name);
  return lacking(said, wanted).length < said.length;
}

/** Spelled like a name, and says no figure that the id does not have: else it speaks of another model. */
function fits(name: string, wanted: readonly string[]): boolean {
  if (!CAPITAL.test(name) || NOT_IN_NAMES.test(name)) return false;
  return isAkin(name, wanted) && !lacking(atoms(name), wanted).some(isFigure);
}

function isWhole(name: string, wanted: readonly string[]): boolean {
  return fits(name, wanted) && !lacking(wanted, atoms(name)).some(isFigure);
}

/** Where models of one lab share a name, those whose ids say more get what they say more. */
function toldApart(names: ReadonlyMap<string, string>, speller: Speller): Map<string, string> {
  const apart = new Map(names);
  const tellers = [
    (id: string, name: string) => withMore(id, name, speller),
    (id: string) => speller.name(id),
    (id: string, name: string) => `${name} (${id.slice(id.indexOf("/") + 1)})`,
  ];
  for (const tell of tellers) {
    for (const ids of shared(apart)) {
      for (const id of ids) apart.set(id, tell(id, names.get(id) ?? id));
    }
  }
  return apart;
}

function shared(names: ReadonlyMap<string, string>): string[][] {
  const keyOf = ([id, name]: [string, string]) => `${id.slice(0, id.indexOf("/"))} ${name.toLowerCase()}`;
  return [...groupBy([...names], keyOf).values()]
    .filter((same) => same.length > 1)
    .map((same) => same.map(([id]) => id));
}

/** The name with the words of the id that it lacks, and its day. */
function withMore(id: string, name: string, speller: Speller): string {
  const { words, tail } = partsOf(id);
  const said = atoms(name);
  const more = words.filter((word) => lacking(atoms(word), said).length > 0);
  const spelled = more.map((word) => speller.word(word, id.slice(0, id.indexOf("/"))));
  const isSaid = tail === undefined || lacking(atoms(tail), said).length === 0;
  return [name, ...spelled, ...(isSaid ? [] : [`(${tail})`])].join(" ");
}
