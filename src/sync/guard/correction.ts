import { daysBetween } from "../../catalog/days.ts";
import { FAR, factor, worth } from "../../import/guard/worth.ts";
import { usualRate } from "../../import/rates.ts";
import { type Candidate, claimed } from "../candidate.ts";
import { isSamePrice } from "../compare.ts";
import { isFar } from "./doubt.ts";
import { isOwnShop, ownShops, peers, type Scene, sisters } from "./scene.ts";

/** A first entry that is changed within so many days was mended, says the history of the lists. */
const MENDED_DAYS = 3;
/** What Bedrock adds for a region. */
const SURCHARGE = 1.1;
const CLOSE = 0.001;
/** Rates of dollars and yuan differ by less over the years. */
const RATE_STEP = 1.1;

const TESTS: readonly ((candidate: Candidate, scene: Scene) => boolean)[] = [
  isSwappedBack,
  isSistersPrice,
  isSurcharge,
  isConvertedAnew,
  isCopyUndone,
  joinsPeers,
  isMended,
];

/** Whether a change only puts right what was never true. */
export function isCorrection(candidate: Candidate, scene: Scene): boolean {
  return TESTS.some((test) => test(candidate, scene));
}

/** Corrections that need no further test, since what they say is what somebody else says already. */
export function isPlainCorrection(candidate: Candidate, scene: Scene): boolean {
  return isSwappedBack(candidate, scene) || isSistersPrice(candidate, scene);
}

/** Two models of one provider change prices with each other. */
function isSwappedBack(candidate: Candidate, scene: Scene): boolean {
  const own = claimed(candidate);
  if (!own) return false;
  return [...scene.candidates.values()].some((other) => {
    if (other.offer.id === candidate.offer.id || other.offer.provider !== candidate.offer.provider) return false;
    const old = claimed(other);
    return (
      old !== undefined && isSamePrice(old, candidate.fact) && isSamePrice(own, other.fact) && !isSamePrice(own, old)
    );
  });
}

/** What the lab's other site took before and takes still. */
function isSistersPrice(candidate: Candidate, scene: Scene): boolean {
  const own = claimed(candidate);
  const { held, fact } = candidate;
  const since = held && isSamePrice(held.fact, fact) ? held.since : fact.seen;
  return sisters(candidate, scene).some((sister) => {
    const price = scene.standing.get(sister.id);
    if (!price || price.seen >= since || scene.candidates.has(sister.id)) return false;
    return isSamePrice(price, candidate.fact) && !(own && isSamePrice(own, price));
  });
}

/** An offer of a region that stood at the plain price, and now has what the region adds on every figure. */
function isSurcharge({ offer, before, fact }: Candidate, scene: Scene): boolean {
  if (!offer.region || !before) return false;
  const twin = scene
    .offersOf(offer.model)
    .some(
      (one) =>
        one.provider === offer.provider &&
        one.region !== offer.region &&
        isSamePrice(scene.standing.get(one.id) ?? { currency: fact.currency, rates: [] }, before),
    );
  const [old, now] = [usualRate(before.rates)?.units ?? {}, usualRate(fact.rates)?.units ?? {}];
  const sides = [
    [old.input, now.input],
    [old.output, now.output],
  ];
  return twin && sides.every(([a, b]) => a != null && b != null && Math.abs(Number(b) / Number(a) - SURCHARGE) < CLOSE);
}

/** Dollars for a site that bills in yuan are conversions; a small step is the rate's, not the price's. */
function isConvertedAnew({ seller, before, fact }: Candidate): boolean {
  if (seller.bills !== "CNY" || fact.currency !== "USD" || before?.currency !== "USD") return false;
  const [old, now] = [usualRate(before.rates)?.units ?? {}, usualRate(fact.rates)?.units ?? {}];
  const sides = [
    [old.input, now.input],
    [old.output, now.output],
  ];
  return sides.every(([a, b]) => a != null && b != null && factor(Number(a), Number(b)) <= RATE_STEP);
}

/** A host's list had repeated the lab's own price to the last unit, and its cache price shows that it was not the host's. */
function isCopyUndone(candidate: Candidate, scene: Scene): boolean {
  const { before, fact } = candidate;
  const [old, now] = [usualRate(before?.rates ?? [])?.units, usualRate(fact.rates)?.units];
  if (!old?.cache_read || !now?.cache_read || isOwnShop(candidate)) return false;
  const isCopy = ownShops(candidate, scene).some(({ before: own, change }) => {
    const units = usualRate(own?.rates ?? [])?.units;
    const same = units && (["input", "output", "cache_read"] as const).every((unit) => units[unit] === old[unit]);
    return same && !change;
  });
  return isCopy && factor(Number(old.cache_read), Number(now.cache_read)) > FAR;
}

/** It stood far from everybody, and now takes what somebody else takes. */
function joinsPeers(candidate: Candidate, scene: Scene): boolean {
  const own = claimed(candidate);
  if (!own || factor(worth(own), worth(candidate.fact)) <= FAR) return false;
  const others = peers(candidate, scene);
  return isFar(worth(own), others) && !isFar(worth(candidate.fact), others);
}

function isMended({ before, fact }: Candidate): boolean {
  return before?.kind === "first_seen" && daysBetween(before.seen, fact.seen) < MENDED_DAYS;
}
