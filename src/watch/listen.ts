import type { Catalog } from "../catalog/catalog.ts";
import type { CatalogEvent } from "../catalog/event.ts";
import type { Batch } from "../digest/news.ts";
import type { WatchParts } from "./parts.ts";
import { createRound } from "./round.ts";
import { familySubject, labSubject, modelSubject } from "./subjects.ts";

/** Tells watches of what a batch of accepted events means to them, in slices; the same batch again tells nothing twice. */
export async function hear(parts: WatchParts, { at, events }: Batch): Promise<void> {
  const round = createRound(parts, at);
  for (const event of events) {
    for (const subject of subjectsOf(parts.catalog(), event)) {
      await round.lookAll(await parts.store.watches.about(subject), event);
    }
    await round.rest();
  }
  await round.done();
}

function subjectsOf(catalog: Catalog, { model, kind }: CatalogEvent): string[] {
  const known = catalog.models.get(model);
  if (!known || kind === "announced" || kind === "cancelled" || kind === "unconfirmed" || kind === "limit") return [];
  const families = new Set<string>();
  for (const id of known.families)
    for (let at: string | undefined = id; at !== undefined && !families.has(at); at = catalog.families.get(at)?.parent)
      families.add(at);
  return [modelSubject(model), labSubject(known.lab), ...[...families].map(familySubject)];
}
