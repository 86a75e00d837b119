import { groupBy } from "../group-by.ts";
import { isBygone } from "../merge/authority.ts";
import { attestedOn, groupKey, type PlacedPrice, startOf } from "../merge/placed.ts";
import { compare } from "../merge/runs.ts";
import { agrees } from "../merge/same.ts";
import { FAR, factor, isOfficial, median, type Sellers, worth } from "./worth.ts";

/** With fewer other providers the rivals of the same offer count as peers too. */
const PEERS_NEEDED = 3;
/** Dear hosts exist; a host that takes this much more than its peers by one undated word is a slip by a power of ten. */
const LONELY = 9;

/**
 * The last words of a model's sources that are far from all peers, and that another source contradicts for the same
 * offer or that stand alone without a date.
 */
export function outliers(facts: PlacedPrice[], sellers: Sellers): PlacedPrice[] {
  const lasts = [...groupBy(facts, (fact) => `${groupKey(fact)}|${fact.source}`).values()].flatMap((own) =>
    [...own].sort((a, b) => compare(startOf(a), startOf(b))).slice(-1),
  );
  return lasts.filter((fact) => !isBelieved(fact, sellers) && isOutlier(fact, lasts, sellers));
}

function isOutlier(fact: PlacedPrice, lasts: PlacedPrice[], sellers: Sellers): boolean {
  const rivals = lasts.filter((one) => one.source !== fact.source && groupKey(one) === groupKey(fact));
  const peers = peersOf(fact, lasts);
  const values = peers.length >= PEERS_NEEDED ? peers : [...peers, ...rivals.map(worth)];
  if (values.length === 0) return false;
  const middle = median(values);
  const off = factor(worth(fact), middle);
  const denied = rivals.some((one) => !agrees(one, fact) && factor(worth(one), middle) < (off * 2) / FAR);
  if (off <= FAR) return false;
  const alone = fact.undated === true && rivals.length === 0 && peers.length >= PEERS_NEEDED;
  return (alone && off > LONELY && !isOfficial(fact, sellers)) || (denied && isContemporary(fact, rivals));
}

/** What each other provider takes for the model. */
function peersOf(fact: PlacedPrice, lasts: PlacedPrice[]): number[] {
  const others = groupBy(
    lasts.filter((one) => one.provider !== fact.provider),
    (one) => one.provider,
  );
  return [...others.values()].map((own) => median(own.map(worth)));
}

/** A native list, and a dated price at the lab's own shop, are news however far they are from the others. */
function isBelieved(fact: PlacedPrice, sellers: Sellers): boolean {
  if (fact.currency === "CNY" || isBygone(fact.source)) return true;
  return !fact.undated && isOfficial(fact, sellers);
}

/** An old fact that a newer one replaced is history, not an error. */
function isContemporary(fact: PlacedPrice, rivals: PlacedPrice[]): boolean {
  return rivals.some((one) => attestedOn(fact) >= startOf(one));
}
