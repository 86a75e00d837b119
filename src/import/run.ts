import { join } from "node:path";
import type { Model, Price, Source } from "../catalog/schema.ts";
import { OperatorError } from "../lib/errors.ts";
import { familiesOf } from "./canonical/families.ts";
import { compactModel, compactOffer, compactPrice, compactProvider } from "./compact.ts";
import { type Curated, readCurated } from "./curated.ts";
import type { Extract, Rejected, SnapshotFile } from "./fact.ts";
import { groupBy } from "./group-by.ts";
import { offersIn } from "./merge/group.ts";
import { buildModel, kindsOf } from "./merge/models.ts";
import { type BuiltOffer, buildOffer } from "./merge/offers.ts";
import { providerRecord, providersOf } from "./merge/providers.ts";
import { compare } from "./merge/runs.ts";
import { place } from "./place.ts";
import { parserOf } from "./recognise.ts";
import { lines, type OutFile } from "./write.ts";

/** What an import made, for the report and for tests. */
export interface Imported {
  files: OutFile[];
  counts: Record<string, number>;
  rejected: Rejected[];
}

/**
 * Builds the catalog from snapshots and the hand-written part; writes nothing.
 * @throws OperatorError for a file of no known format or without a day, and for curated data that does not fit.
 */
export function importCatalog(snapshots: readonly SnapshotFile[], folder: string): Imported {
  const curated = readCurated(join(folder, "curated"));
  const extracts = snapshots.map(read);
  const providers = providersOf(extracts, curated);
  const placed = place(extracts, providers, curated["provider-ids"]);
  const cards = groupBy(placed.cards, (card) => card.model);
  const kinds = kindsOf(cards, providers);
  const context = { providers, kinds, vendors: new Set<string>() };

  const offers: BuiltOffer[] = [];
  const unusable: Rejected[] = [];
  for (const facts of offersIn(placed.prices, placed.cards, placed.ends)) {
    const built = buildOffer(facts, context);
    if ("offer" in built) offers.push(built);
    else unusable.push(built);
  }
  offers.sort((a, b) => compare(a.offer.id, b.offer.id));

  const byModel = groupBy(offers, ({ offer }) => offer.model);
  const overlays = new Map(curated.models.map((model) => [model.id, model]));
  const models = [...byModel].map(([id, own]) =>
    buildModel(
      {
        id,
        cards: cards.get(id) ?? [],
        offers: own.map(({ offer }) => offer),
        kind: kinds.get(id) ?? "text",
        families: familiesOf(id),
      },
      providers,
      overlays.get(id),
    ),
  );
  const used = new Set(offers.map(({ offer }) => offer.provider));
  const sellers = [...providers.values()].filter(({ id }) => used.has(id)).map(providerRecord);
  const files: OutFile[] = [
    { path: "labs.json", text: lines(unnamedLabs(models, curated)) },
    { path: "providers.json", text: lines(sellers.sort((a, b) => compare(a.id, b.id)).map(compactProvider)) },
    { path: "sources.json", text: lines(sourcesOf(extracts, curated)) },
    { path: "fx.json", text: `{"source":"ecb","rates":${lines(ratesOf(extracts))}}\n` },
    { path: "unplaced.json", text: lines(placed.unplaced) },
    ...modelFiles(models),
    ...offerFiles(offers),
  ];
  return {
    files,
    counts: { offers: offers.length, models: models.length, providers: sellers.length, unplaced: placed.unplaced.length },
    rejected: [...extracts.flatMap((extract) => extract.rejected), ...unusable],
  };
}

function read(file: SnapshotFile): Extract {
  const parser = parserOf(file);
  if (parser) return parser.parse(file);
  throw new OperatorError("bad_snapshot", `${file.name} has a format that no source publishes`, "leave it out");
}

function sourcesOf(extracts: Extract[], curated: Curated): Source[] {
  const days = new Map<string, string>();
  for (const { source, day } of extracts) days.set(source, (days.get(source) ?? "") > day ? (days.get(source) ?? day) : day);
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
    text: lines(own.sort((a, b) => compare(a.id, b.id)).map(compactModel)),
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
  return { offer: offer.id, prices: history.map((price: Price) => compactPrice(price)) };
}
