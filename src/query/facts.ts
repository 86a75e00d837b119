import type { Family, Lab, Model, Offer, Provider } from "../catalog/schema.ts";
import type { Language } from "./query.ts";

/** What the reader must know of the catalog beyond names. */
export interface Facts {
  /** The provider's site for a language, where it has two; else the provider itself. */
  site(provider: string, language: Language): string;
  /** The lab that made a model. */
  labOf(model: string): string;
  /** Whether words are the lab's own name rather than that of a family it makes (智谱 and GLM). */
  isLabName(lab: string, text: string): boolean;
  /** The provider whose own name this is. */
  providerNamed(text: string): string | undefined;
  /** The dated snapshot of a model, if there is one of that day. */
  snapshot(model: string, day: string): string | undefined;
  /** Whether a company sells mostly what others made, though it has models of its own (Groq). */
  resells(provider: string): boolean;
  /** The lab whose models a family's name covers. */
  labOfFamily(family: string): string | undefined;
}

const labIn = (model: string): string => model.slice(0, Math.max(0, model.indexOf("/")));

/** Knows nothing but what the ids say. */
export const NO_FACTS: Facts = {
  site: (provider) => provider,
  labOf: labIn,
  labOfFamily: () => undefined,
  isLabName: () => true,
  resells: () => false,
  providerNamed: () => undefined,
  snapshot: () => undefined,
};

const HAN = /\p{Script=Han}/u;
const JOINERS = /[\s._-]/g;
const plain = (name: string): string => name.toLowerCase().replace(JOINERS, "");

/** The records that facts are looked up in; a loaded catalog has them. */
export interface FactRecords {
  readonly providers: ReadonlyMap<string, Provider>;
  readonly models: ReadonlyMap<string, Model>;
  readonly families: ReadonlyMap<string, Family>;
  readonly labs: ReadonlyMap<string, Lab>;
  readonly offers: Iterable<Offer>;
}

/** How many of the offers of others' models outweigh one of its own. */
const OWN_WEIGHT = 3;

/** By company: its offers of its own models, weighed, less those of others' models. */
function soldOf({ offers, models }: FactRecords): Map<string, number> {
  const sold = new Map<string, number>();
  for (const { provider, model } of offers) {
    const own = models.get(model)?.lab === provider;
    sold.set(provider, (sold.get(provider) ?? 0) + (own ? OWN_WEIGHT : -1));
  }
  return sold;
}

/** The facts of a catalog's records. */
export function factsOf(records: FactRecords): Facts {
  function site(id: string, language: Language): string {
    const provider = records.providers.get(id);
    // A Chinese name keeps its Chinese site in an English question; the other way round the language decides.
    const wanted = language === "zh" ? "cn" : undefined;
    const moves =
      provider?.sister !== undefined && wanted !== undefined && provider.site !== undefined && provider.site !== wanted;
    return moves ? (provider.sister ?? id) : id;
  }
  const providers = new Map<string, string>();
  for (const { id, name } of records.providers.values()) {
    for (const word of [id, name.en, name.zh ?? ""])
      if (word !== "" && !providers.has(plain(word))) providers.set(plain(word), id);
  }

  function isLabName(id: string, text: string): boolean {
    const lab = records.labs.get(id);
    const word = plain(text);
    const long = word.length >= (HAN.test(word) ? 2 : 5);
    return [id, lab?.name.en ?? "", lab?.name.zh ?? ""].some(
      (name) => plain(name) === word || (long && plain(name).startsWith(word)),
    );
  }

  function snapshot(model: string, day: string): string | undefined {
    const digits = day.replaceAll("-", "");
    return [day, digits, digits.slice(4)].map((end) => `${model}-${end}`).find((id) => records.models.has(id));
  }

  const sold = soldOf(records);

  return {
    resells: (provider) => (sold.get(provider) ?? 0) < 0,
    site,
    labOf: (model) => records.models.get(model)?.lab ?? labIn(model),
    isLabName,
    providerNamed: (text) => providers.get(plain(text)),
    snapshot,
    labOfFamily: (family) => records.families.get(family)?.lab,
  };
}
