import type { Model, Provider, Source } from "../catalog/schema.ts";
import { compactModel, compactOffer, compactPrice, compactProvider } from "./compact.ts";
import type { Curated } from "./curated.ts";
import type { Extract } from "./fact.ts";
import { groupBy } from "./group-by.ts";
import type { Held } from "./guard/guard.ts";
import type { LeftOut } from "./left-out.ts";
import type { BuiltOffer } from "./merge/offers.ts";
import { compare } from "./merge/runs.ts";
import { sourcesPage } from "./sources-page.ts";
import { lines, type OutFile } from "./write.ts";

/** All that an import found out. */
export interface Findings {
  extracts: Extract[];
  curated: Curated;
  providers: Provider[];
  models: Model[];
  offers: BuiltOffer[];
  held: Held[];
  leftOut: LeftOut[];
}

/** The files of the catalog, records sorted by id. */
export function catalogFiles({ extracts, curated, providers, models, offers, held, leftOut }: Findings): OutFile[] {
  const sources = sourcesOf(extracts, curated);
  return [
    { path: "labs.json", text: lines(unnamedLabs(models, curated)) },
    { path: "providers.json", text: lines(sorted(providers, (one) => one.id).map(compactProvider)) },
    { path: "sources.json", text: lines(sources) },
    { path: "fx.json", text: `{"source":"ecb","rates":${lines(ratesOf(extracts))}}\n` },
    { path: "held.json", text: lines(held) },
    { path: "unplaced.json", text: lines(leftOut) },
    { path: "SOURCES.md", text: sourcesPage(sources, curated) },
    ...modelFiles(models),
    ...offerFiles(sorted(offers, (one) => one.offer.id)),
  ];
}

function sorted<T>(records: T[], key: (record: T) => string): T[] {
  return [...records].sort((a, b) => compare(key(a), key(b)));
}

/** Each source with the day of its newest data. */
function sourcesOf(extracts: Extract[], curated: Curated): Source[] {
  const days = new Map<string, string>();
  for (const { source, day } of extracts) if (day > (days.get(source) ?? "")) days.set(source, day);
  return curated.sources.flatMap(({ notice: _, date, ...info }) => {
    const day = days.get(info.id) ?? date;
    return day ? [{ ...info, date: day }] : [];
  });
}

/** Labs that only the sources name: they are called what their ids call them. */
function unnamedLabs(models: Model[], curated: Curated): { id: string; name: { en: string }; origin: "other" }[] {
  const known = new Set(curated.labs.map(({ id }) => id));
  const unknown = new Set(models.map(({ lab }) => lab).filter((lab) => !known.has(lab)));
  return [...unknown].sort(compare).map((id) => ({ id, name: { en: id }, origin: "other" }));
}

function ratesOf(extracts: Extract[]): { day: string; rate: string }[] {
  const rates = new Map(extracts.flatMap(({ fx }) => fx.map((point) => [point.day, point.rate])));
  return [...rates].sort(([a], [b]) => compare(a, b)).map(([day, rate]) => ({ day, rate }));
}

function modelFiles(models: Model[]): OutFile[] {
  return [...groupBy(models, (model) => model.lab)].map(([lab, own]) => ({
    path: `models/${lab}.json`,
    text: lines(sorted(own, (one) => one.id).map(compactModel)),
  }));
}

function offerFiles(offers: BuiltOffer[]): OutFile[] {
  return [...groupBy(offers, ({ offer }) => offer.provider)].flatMap(([provider, own]) => {
    const past = own.filter(({ history }) => history.length > 0).map(historyRecord);
    return [
      { path: `offers/${provider}.json`, text: lines(own.map(({ offer }) => compactOffer(offer))) },
      ...(past.length > 0 ? [{ path: `history/${provider}.json`, text: lines(past) }] : []),
    ];
  });
}

function historyRecord({ offer, history }: BuiltOffer): { offer: string; prices: unknown[] } {
  return { offer: offer.id, prices: history.map(compactPrice) };
}
