import type { Family, Model, Provider } from "../catalog/schema.ts";
import type { Language } from "./query.ts";

/** What the reader must know of the catalog beyond names. */
export interface Facts {
  /** The provider's site for a language, where it has two; else the provider itself. */
  site(provider: string, language: Language): string;
  /** The lab that made a model. */
  labOf(model: string): string;
  /** The lab whose models a family's name covers. */
  labOfFamily(family: string): string | undefined;
}

const labIn = (model: string): string => model.slice(0, Math.max(0, model.indexOf("/")));

/** Knows nothing but what the ids say. */
export const NO_FACTS: Facts = {
  site: (provider) => provider,
  labOf: labIn,
  labOfFamily: () => undefined,
};

/** The records that facts are looked up in; a loaded catalog has them. */
export interface FactRecords {
  readonly providers: ReadonlyMap<string, Provider>;
  readonly models: ReadonlyMap<string, Model>;
  readonly families: ReadonlyMap<string, Family>;
}

/** The facts of a catalog's records. */
export function factsOf(records: FactRecords): Facts {
  function site(id: string, language: Language): string {
    const provider = records.providers.get(id);
    // A Chinese name keeps its Chinese site in an English question; the other way round the language decides.
    const wanted = language === "zh" ? "cn" : undefined;
    const moves = provider?.sister !== undefined && wanted !== undefined && provider.site !== undefined && provider.site !== wanted;
    return moves ? (provider.sister ?? id) : id;
  }
  return {
    site,
    labOf: (model) => records.models.get(model)?.lab ?? labIn(model),
    labOfFamily: (family) => records.families.get(family)?.lab,
  };
}
