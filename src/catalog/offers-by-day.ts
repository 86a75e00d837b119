import type { Catalog } from "./catalog.ts";
import { addDays } from "./days.ts";
import type { Day, Offer, Price } from "./schema.ts";

interface Touched {
  day: Day;
  offer: Offer;
}

const known = new WeakMap<Catalog, { days: Touched[]; promising: Offer[] }>();

/**
 * The offers to which anything may have happened from one day to another: no event has a day that none of its prices
 * has. What is promised or reported always belongs to them. The whole history is read once.
 */
export function offersTouched(catalog: Catalog, from: Day, to: Day): Set<Offer> {
  let index = known.get(catalog);
  if (!index) {
    const days = catalog.offers.flatMap((offer) => [...daysOf(catalog, offer)].map((day) => ({ day, offer })));
    days.sort((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)));
    index = { days, promising: catalog.offers.filter(isPromising) };
    known.set(catalog, index);
  }
  const { days, promising } = index;
  const touched = days.slice(lowerBound(days, from), lowerBound(days, addDays(to, 1)));
  return new Set([...promising, ...touched.map(({ offer }) => offer)]);
}

/** Promises and reports stand in the offer, not in its history. */
function isPromising({ prices }: Offer): boolean {
  return prices.some(({ kind }) => kind === "announced" || kind === "cancelled" || kind === "unconfirmed");
}

function daysOf(catalog: Catalog, offer: Offer): Set<Day> {
  const prices = catalog.timeline(offer);
  const days = new Set<Day>();
  if (offer.gone !== undefined) days.add(offer.gone);
  // One price that was seen, and nothing before or after it, makes no event.
  if (prices.length > 1 || prices.some(({ kind }) => kind !== "first_seen"))
    for (const price of prices) addTo(days, price);
  return days;
}

function addTo(days: Set<Day>, { seen, from, until, checked, accepted, lastSeen, confirmed = [] }: Price): void {
  const stated = [
    seen,
    from,
    until,
    until && addDays(until, 1),
    checked,
    accepted,
    lastSeen,
    ...confirmed.map(({ day }) => day),
  ];
  for (const day of stated) if (day !== undefined) days.add(day);
}

function lowerBound(days: readonly Touched[], day: Day): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle]?.day ?? "") < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
