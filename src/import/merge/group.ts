import type { Day } from "../../catalog/schema.ts";
import { groupBy } from "../group-by.ts";
import { isContinuous } from "./authority.ts";
import { attestedOn, groupKey, type PlacedCard, type PlacedEnd, type PlacedPrice, startOf } from "./placed.ts";
import { compare } from "./runs.ts";
import { agrees } from "./same.ts";

/** What was said of one model at one provider, before it is known how many offers that is. */
interface Group {
  key: string;
  prices: PlacedPrice[];
  cards: PlacedCard[];
  ends: PlacedEnd[];
}

/** One offer: an id at a provider, and all facts that speak of it. */
export interface OfferFacts {
  id: string;
  prices: PlacedPrice[];
  cards: PlacedCard[];
  gone?: Day;
}

const MAKER = /^[^/]*\//;
const LOOSE = /[^a-z0-9]+/g;

/** Ids that differ only in case and punctuation are one id. */
function looseId(id: string): string {
  return id.toLowerCase().replace(LOOSE, "-");
}

/** All offers, from all that was placed. */
export function offersIn(
  { prices, cards, ends }: { prices: PlacedPrice[]; cards: PlacedCard[]; ends: PlacedEnd[] },
  followed: ReadonlyMap<string, Day>,
): OfferFacts[] {
  const groups = new Map<string, Group>();
  const group = (key: string): Group => {
    const found = groups.get(key) ?? { key, prices: [], cards: [], ends: [] };
    groups.set(key, found);
    return found;
  };
  for (const fact of prices) group(groupKey(fact)).prices.push(fact);
  for (const end of ends) group(groupKey(end)).ends.push(end);
  for (const card of cards) {
    for (const site of [undefined, "cn", "intl"] as const) groups.get(groupKey({ ...card, site }))?.cards.push(card);
  }
  return [...groups.values()].filter(({ prices: own }) => own.length > 0).flatMap((own) => split(own, followed));
}

interface Line {
  id: string;
  prices: PlacedPrice[];
  /** The day on which its source took it off, if it has not come back. */
  ended?: Day;
  primary: boolean;
}

/**
 * A provider may list one model under several ids. They are one offer while their latest prices agree; ids of other
 * sources, and ids that are gone, join the main one.
 */
function split(group: Group, followed: ReadonlyMap<string, Day>): OfferFacts[] {
  const lines = linesOf(group);
  const [main, ...others] = lines;
  if (!main) return [];
  const offers = [main];
  for (const line of others) {
    const twin =
      offers.find((offer) => line.ended !== undefined || !line.primary || sameToday(offer, line)) ?? undefined;
    if (!twin) offers.push(line);
    else twin.prices.push(...joining(twin, line));
  }
  return offers.map(({ id, prices, ended }) => ({
    id,
    prices,
    cards: group.cards,
    ...(ended && !prices.some((fact) => isNewerThanListing(fact, ended, followed)) && { gone: ended }),
  }));
}

/** From a twin under the same source only what was before: two ids of one source are not two witnesses. */
function joining(into: Line, from: Line): PlacedPrice[] {
  return from.prices.filter((fact) => {
    const own = into.prices.filter((other) => other.source === fact.source && other.id === into.id).map(startOf);
    const first = own.sort(compare)[0];
    return first === undefined || startOf(fact) < first;
  });
}

function sameToday(a: Line, b: Line): boolean {
  const [x, y] = [latest(a), latest(b)];
  return x === undefined || y === undefined || agrees(x, y);
}

function latest(line: Line): PlacedPrice | undefined {
  return [...line.prices].sort((a, b) => compare(startOf(a), startOf(b))).at(-1);
}

/** Ids of a followed listing come first: living before gone, the model's own name before others. */
function linesOf(group: Group): Line[] {
  const name = looseId(group.key.split("|")[2]?.replace(MAKER, "") ?? "");
  const lines: Line[] = [...groupBy(group.prices, (fact) => looseId(fact.id))].map(([loose, prices]) => {
    const ends = group.ends.filter((end) => looseId(end.id) === loose);
    const listed = prices.some((fact) => PRIMARY.has(fact.source));
    const ended = endOf(prices, ends);
    return { id: spelling(prices), prices, primary: listed, ...(ended && { ended }) };
  });
  const rank = (line: Line) => [line.primary ? 0 : 1, line.ended ? 1 : 0, looseId(line.id).endsWith(name) ? 0 : 1];
  return lines.sort(
    (a, b) =>
      compare(rank(a).join(""), rank(b).join("")) ||
      compare(b.ended ?? "", a.ended ?? "") ||
      a.id.length - b.id.length ||
      compare(a.id, b.id),
  );
}

/** Sources that list what a provider has, id by id. */
const PRIMARY = new Set(["models-dev", "lobehub"]);

/** How the source that is newest spells it. */
function spelling(prices: PlacedPrice[]): string {
  const sorted = [...prices].sort((a, b) => compare(a.seen, b.seen));
  const listed = sorted.filter((fact) => PRIMARY.has(fact.source));
  return (listed.at(-1) ?? sorted.at(-1))?.id ?? "";
}

/** The day since which its source does not list it: the last end, unless the source lists it again. */
function endOf(prices: PlacedPrice[], ends: PlacedEnd[]): Day | undefined {
  const end = ends
    .map((one) => one.day)
    .sort(compare)
    .at(-1);
  const again = prices.some((fact) => end !== undefined && isContinuous(fact.source) && attestedOn(fact) > end);
  return again ? undefined : end;
}

/** A dated word that is newer than the newest listing without the model: it is sold again, or still. */
function isNewerThanListing(fact: PlacedPrice, ended: Day, followed: ReadonlyMap<string, Day>): boolean {
  if (fact.undated || isContinuous(fact.source)) return false;
  return attestedOn(fact) > (followed.get(fact.provider) ?? ended);
}
