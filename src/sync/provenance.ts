import type { Lab, Source } from "../catalog/schema.ts";
import { providerRecord } from "../import/merge/providers.ts";
import type { Base } from "./base.ts";
import type { Heard } from "./hear.ts";
import type { Said } from "./said.ts";

/** A catalog with the sources, labs, providers and exchange rates that a sync has added. */
export function withSources(base: Base, { extracts, curated }: Pick<Said, "extracts" | "curated">, heard: Heard): Base {
  return {
    ...base,
    sources: sourcesOf(base.sources, curated.sources, heard),
    providers: providersOf(base, heard),
    labs: labsOf(base, new Set(curated.labs.map(({ id }) => id))),
    fx: {
      ...base.fx,
      rates: ratesOf(
        base.fx.rates,
        extracts.flatMap(({ fx }) => fx),
      ),
    },
  };
}

/** Each source with the day of its newest data; one that is new is described as the hand-written list has it. */
function sourcesOf(known: readonly Source[], described: Said["curated"]["sources"], heard: Heard): Source[] {
  const sources = known.map((source) => {
    const day = heard.days.get(source.id);
    return day && day > source.date ? { ...source, date: day } : source;
  });
  const added = described.flatMap(({ notice: _, date: __, ...info }) => {
    const day = heard.days.get(info.id);
    return day && !known.some(({ id }) => id === info.id) ? [{ ...info, date: day }] : [];
  });
  return [...sources, ...added];
}

function providersOf(base: Base, heard: Heard): Base["providers"] {
  const known = new Set(base.providers.map(({ id }) => id));
  const used = new Set(base.offers.map(({ provider }) => provider));
  const added = [...heard.sellers.values()].filter(({ id }) => used.has(id) && !known.has(id));
  return [...base.providers, ...added.map(providerRecord)];
}

function labsOf(base: Base, curated: ReadonlySet<string>): Lab[] {
  const known = new Set(base.labs.map(({ id }) => id));
  const named = new Set(base.models.map(({ lab }) => lab).filter((lab) => !curated.has(lab) && !known.has(lab)));
  return [...base.labs, ...[...named].sort().map((id): Lab => ({ id, name: { en: id }, names: [], origin: "other" }))];
}

/** The rate of a day is never changed once it is known. */
function ratesOf(known: Base["fx"]["rates"], told: Base["fx"]["rates"]): Base["fx"]["rates"] {
  const days = new Set(known.map(({ day }) => day));
  const added = new Map(told.filter(({ day }) => !days.has(day)).map((one) => [one.day, one]));
  return [...known, ...added.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}
