import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Catalog } from "../../../src/catalog/catalog.ts";
import { loadCatalog } from "../../../src/catalog/load.ts";
import { Offer } from "../../../src/catalog/schema.ts";

/** The catalog that comes with the program, and the same with prices moved: ids of the models whose vendors moved. */
export function movedCatalog(folder: string, day: string, moves: number): { catalog: Catalog; models: string[] } {
  cpSync("catalog", folder, { recursive: true });
  // The files are no longer as the importer wrote them.
  rmSync(join(folder, "checksums.json"));
  const before = loadCatalog("catalog");
  const market = before.market(day, day);
  const chosen = new Map<string, string>();
  for (const { official, offer, price, gone, model } of market.quotes) {
    const isPlain = official && !gone && price?.state === "priced" && price.rates.length === 1 && model.kind === "text";
    const isOnly = market.of(model.id).filter((quote) => quote.official).length === 1;
    if (isPlain && isOnly && chosen.size < moves && !model.alias) chosen.set(offer.id, model.id);
  }
  for (const name of readdirSync(join(folder, "offers"))) {
    const file = join(folder, "offers", name);
    const offers = z.array(z.looseObject({ id: z.string() })).parse(JSON.parse(readFileSync(file, "utf8")));
    const moved = offers.map((offer) => (chosen.has(offer.id) ? cheaper(offer, day) : offer));
    writeFileSync(file, JSON.stringify(moved));
  }
  return { catalog: loadCatalog(folder), models: [...chosen.values()] };
}

/** The vendor's own price on a day: a fifth less. */
function cheaper(raw: object, day: string): object {
  const offer = Offer.parse(raw);
  const last = offer.prices.at(-1);
  if (!last) return raw;
  const { from: _, checked: _checked, lastSeen: _last, until: _until, confirmed: _confirmed, ...rest } = last;
  const rates = last.rates.map((rate) => ({
    ...rate,
    units: Object.fromEntries(
      Object.entries(rate.units).map(([unit, amount]) => [
        unit,
        amount === null ? null : String(Number((Number(amount) * 0.8).toPrecision(6))),
      ]),
    ),
  }));
  return { ...offer, prices: [...offer.prices, { ...rest, rates, seen: day, kind: "move" }] };
}
