import { join } from "node:path";
import type { Model } from "../catalog/schema.ts";
import { familiesOf } from "./canonical/families.ts";
import { catalogFiles } from "./catalog-files.ts";
import { endedSources, followedProviders, listedModels, newestSnapshots } from "./coverage.ts";
import { type Curated, readCurated } from "./curated.ts";
import { curatedExtracts, vendorSources } from "./curated-prices.ts";
import type { Rejected, SnapshotFile } from "./fact.ts";
import { groupBy } from "./group-by.ts";
import { guard } from "./guard/guard.ts";
import { settleJumps } from "./guard/jumps.ts";
import { settleSurcharges } from "./guard/surcharges.ts";
import { type LeftOut, leftOutOf } from "./left-out.ts";
import { nativeZeros } from "./merge/free.ts";
import { offersIn } from "./merge/group.ts";
import { buildModel, isOwn, kindsOf } from "./merge/models.ts";
import { type BuiltOffer, buildOffer, type Context } from "./merge/offers.ts";
import type { PlacedCard } from "./merge/placed.ts";
import { providerRecord, providersOf } from "./merge/providers.ts";
import { sided } from "./merge/sides.ts";
import { skeleton, twinOf } from "./merge/twins.ts";
import { firstDays, listingsOf } from "./merge/unlisted.ts";
import { displayNames } from "./names/display.ts";
import { type Placed, place } from "./place.ts";
import { type ImportOptions, readAll } from "./recognise.ts";
import type { OutFile } from "./write.ts";

/** What an import made, for the report and for tests. */
export interface Imported {
  files: OutFile[];
  counts: Record<string, number>;
  rejected: Rejected[];
}

/**
 * Builds the catalog from snapshots and the hand-written part of `folder`; writes nothing.
 * @throws OperatorError for a file of no known format or without a day, and for curated data that does not fit.
 */
export function importCatalog(
  snapshots: readonly SnapshotFile[],
  folder: string,
  options: ImportOptions = {},
): Imported {
  const curated = readCurated(join(folder, "curated"));
  const read = readAll(snapshots, options);
  const extracts = [...read, ...curatedExtracts(curated)];
  const sellers = providersOf(extracts, curated);
  const placed = place(extracts, sellers, curated["provider-ids"]);
  const cards = groupBy(placed.cards, (card) => card.model);
  const kinds = kindsOf(new Set([...cards.keys(), ...placed.prices.map((fact) => fact.model)]), cards, sellers);
  const followed = followedProviders(extracts, placed.prices);
  const openWeights = new Set(placed.cards.filter((card) => card.openWeights).map((card) => card.model));
  const facts = placed.prices.map((fact) => sided(fact, kinds.get(fact.model) ?? "text"));
  const { prices: plausible, held } = guard(facts, curated.slips, { sellers, followed, openWeights, kinds });
  const prices = settleSurcharges(settleJumps(plausible, sellers));
  const vendors = vendorSources(extracts, curated);
  const context: Context = {
    providers: sellers,
    vendors,
    ended: endedSources(extracts),
    followed,
    listings: listingsOf(placed.prices, newestSnapshots(read)),
    firstDays: firstDays(placed.prices, placed.cards),
    kinds,
    zeros: nativeZeros(prices, sellers),
  };
  const { offers, unusable } = offersOf({ ...placed, prices }, context);
  const models = modelsOf(offers, { cards, kinds, curated, sellers });
  const used = new Set(offers.map(({ offer }) => offer.provider));
  const providers = [...sellers.values()].filter(({ id }) => used.has(id)).map(providerRecord);
  const leftOut = leftOutOf(extracts, placed.unplaced, unusable);
  return {
    files: catalogFiles({ extracts, curated, providers, models, offers, held, leftOut }),
    counts: {
      offers: offers.length,
      models: models.length,
      providers: providers.length,
      held: held.length,
      "left out": leftOut.length,
    },
    rejected: extracts.flatMap((extract) => extract.rejected),
  };
}

function offersOf(placed: Placed, context: Context): { offers: BuiltOffer[]; unusable: LeftOut[] } {
  const listed = groupBy(listedModels(placed.prices), skeleton);
  const offers: BuiltOffer[] = [];
  const unusable: LeftOut[] = [];
  for (const facts of offersIn(placed, context.followed)) {
    const twin = twinOf(facts, listed);
    const built = twin ?? buildOffer(facts, context);
    if ("offer" in built) offers.push(built);
    else unusable.push({ source: "import", ...built });
  }
  return { offers, unusable };
}

interface ModelContext {
  cards: ReadonlyMap<string, PlacedCard[]>;
  kinds: ReadonlyMap<string, Model["kind"]>;
  curated: Curated;
  sellers: Context["providers"];
}

function modelsOf(offers: BuiltOffer[], { cards, kinds, curated, sellers }: ModelContext): Model[] {
  const overlays = new Map(curated.models.map((model) => [model.id, model]));
  const sold = groupBy(offers, ({ offer }) => offer.model);
  const names = displayNames(
    [...sold.keys()].map((id) => {
      const all = cards.get(id) ?? [];
      return { id, cards: all, own: all.filter((card) => isOwn(card, sellers)) };
    }),
  );
  return [...sold].map(([id, own]) => {
    const parts = {
      id,
      name: names.get(id) ?? id,
      cards: cards.get(id) ?? [],
      offers: own.map(({ offer }) => offer),
      doubtful: new Set(own.filter(({ doubtful }) => doubtful).map(({ offer }) => offer.id)),
      kind: kinds.get(id) ?? "text",
      families: familiesOf(id),
    };
    return buildModel(parts, sellers, overlays.get(id));
  });
}
