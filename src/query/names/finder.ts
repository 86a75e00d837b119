import type { Family, Lab, Model, Provider } from "../../catalog/schema.ts";
import type { Mention, NameContext, NameFinder } from "../names.ts";
import { borrow, type Lender } from "./borrow.ts";
import { elementsOf } from "./elements.ts";
import type { Scene } from "./finds.ts";
import { Matcher } from "./matcher.ts";
import { mentionsOf } from "./mentions.ts";
import { Misspelt } from "./misspelt.ts";
import { ModelIndex } from "./model-index.ts";
import { scan } from "./scan.ts";
import { Spelling } from "./spelling.ts";
import { Vocabulary } from "./vocabulary.ts";
import { asWhole } from "./whole.ts";

/** The records that names are found in. */
export interface NamedRecords {
  labs: Iterable<Lab>;
  providers: Iterable<Provider>;
  models: Iterable<Model>;
  families: Iterable<Family>;
}

/**
 * Makes a finder of the names of models, families, labs and providers. The index is made at once, the
 * index of misspellings at the first unknown word.
 */
export function createNameFinder(records: NamedRecords): NameFinder {
  const families = [...records.families];
  const vocabulary = new Vocabulary(records.labs, records.providers, families);
  const index = new ModelIndex(vocabulary, records.models, families);
  const spelling = new Spelling(() => [...vocabulary.words.keys(), ...vocabulary.phrases.words()]);

  const familyOf = new Map(families.map((family) => [family.id, family]));
  const misspelt = new Misspelt(
    () => index.spelt,
    (figure) => vocabulary.words.has(figure),
  );

  function find(text: string, context?: NameContext): Mention[] {
    const elements = elementsOf(text, index, misspelt);
    const scene: Scene = {
      elements,
      index,
      spelling,
      matcher: new Matcher(elements, index, spelling),
    };
    const mentions = mentionsOf(borrow(scan(scene), scene, lendersOf(context, index)), scene, familyOf);
    return asWhole(text, mentions, scene, misspelt);
  }

  function lookup(name: string): string | undefined {
    const text = name.trim();
    const [mention, ...others] = find(text);
    const whole = mention !== undefined && others.length === 0 && mention.start === 0 && mention.end === text.length;
    return whole && mention.typo === undefined ? mention.model : undefined;
  }

  return { find, lookup: (name) => (index.byId(name) ? name : lookup(name)) };
}

function lendersOf(context: NameContext | undefined, index: ModelIndex): Lender[] {
  if (context === undefined) return [];
  const models = context.models.flatMap((id) => {
    const model = index.byId(id);
    const atoms = model === undefined ? [] : (index.atomsOf.get(model) ?? []);
    return atoms.length > 0 ? [atoms.slice(0, 1), atoms.slice(0, 2)] : [];
  });
  return [...models, ...context.families.map((id) => index.vocabulary.canonical(id))];
}
