import type { Price } from "../../catalog/schema.ts";
import type { Curated } from "../../import/curated.ts";
import { allZero } from "../../import/merge/free.ts";
import { usualRate } from "../../import/rates.ts";
import type { Candidate } from "../candidate.ts";
import { isSamePrice } from "../compare.ts";
import { isOperator } from "../operator.ts";
import { type Decisions, idOfPrice, type Reason } from "../review.ts";
import { isCorrection, isPlainCorrection } from "./correction.ts";
import { doubt, isNear } from "./doubt.ts";
import { isOwnShop, ownShops, type Scene } from "./scene.ts";

/** What becomes of a change: published as something, held for a reason, or passed over. */
export type Verdict = { publish: Price["kind"] } | { hold: Reason } | "pass";

const LATEST = /(?:^|:)~|-latest$/;

/** Judges one change of one offer as a whole. */
export function verdict(candidate: Candidate, scene: Scene, curated: Curated, decisions: Decisions): Verdict {
  const decision = decisions.get(idOfPrice(candidate.offer.id, candidate.fact));
  if (decision === "rejected") return "pass";
  if (isOperator(candidate.fact.source)) return { publish: candidate.before ? "correction" : "first_seen" };
  if (candidate.isMore) return { publish: "first_seen" };
  const why =
    decision === "accepted" || isPlainCorrection(candidate, scene) ? undefined : doubted(candidate, scene, curated);
  return why === undefined || isWitnessed(candidate, curated) ? { publish: kindOf(candidate, scene) } : { hold: why };
}

/**
 * What is held stays held, though what it was held against may be gone or have moved; only what was far from all others
 * goes once somebody is near.
 */
function doubted(candidate: Candidate, scene: Scene, curated: Curated): Reason | undefined {
  const { held, offer, fact } = candidate;
  if (held?.id === idOfPrice(offer.id, fact)) {
    return held.why === "far" && isNear(candidate, scene) ? undefined : held.why;
  }
  const why = doubt(candidate, scene, curated.slips);
  return why === "jump" && isCorrection(candidate, scene) ? undefined : why;
}

/** A second source that knows nothing of the first, or the vendor's page, has the same price. */
function isWitnessed({ fact, words }: Candidate, curated: Curated): boolean {
  if (allZero(fact)) return false;
  const second = [...words.now.values()].some((word) => word.source !== fact.source && isSamePrice(word, fact));
  return (
    second ||
    curated.prices.some((page) => page.provider === fact.provider && page.id === fact.id && isSamePrice(page, fact))
  );
}

function kindOf(candidate: Candidate, scene: Scene): Price["kind"] {
  const { before, held, fact, isFirstWord } = candidate;
  if (!before || before.rates.length === 0) return held && !isSamePrice(held.fact, fact) ? "correction" : "first_seen";
  if (isCorrection(candidate, scene)) return "correction";
  if (isFirstWord || LATEST.test(candidate.offer.id) || isCopy(candidate, scene)) return "first_seen";
  return differs(before, fact) ? "move" : "first_seen";
}

/** From and to what the lab's own shop changes in the same sync: the lab's move, listed twice. */
function isCopy(candidate: Candidate, scene: Scene): boolean {
  const { before, fact } = candidate;
  if (isOwnShop(candidate) || !before) return false;
  return ownShops(candidate, scene).some(
    ({ before: old, change }) => old && change && isSamePrice(old, before) && isSamePrice(change.fact, fact),
  );
}

/** Some unit that both know has another price. */
function differs(before: Price, fact: Candidate["fact"]): boolean {
  const [old, now] = [usualRate(before.rates)?.units ?? {}, usualRate(fact.rates)?.units ?? {}];
  return Object.entries(now).some(([unit, price]) => {
    const known = old[unit as keyof typeof old];
    return known != null && price != null && known !== price;
  });
}
