import type { Curated } from "../../import/curated.ts";
import { LEAST, SILENT } from "../../import/guard/dust.ts";
import { slipOf } from "../../import/guard/slips.ts";
import { FAR, factor, worth } from "../../import/guard/worth.ts";
import { allZero } from "../../import/merge/free.ts";
import { headline, usualRate } from "../../import/rates.ts";
import type { Candidate } from "../candidate.ts";
import type { Reason } from "../review.ts";
import { isOwnShop, peers, priceOf, type Scene, sisters } from "./scene.ts";

/** Yuan taken for dollars: so many times the dollar price of the lab's other site. */
const YUAN = { least: 3.3, most: 9.5 };
/** The yuan figures of a model in a dollar field, and dearer than dollars by at least so much. */
const YUAN_PAIR = 1.9;
/** Fewer peers do not outweigh the lab's own shop. */
const PEERS_AGAINST_OWN_SHOP = 3;

type Test = readonly [why: Reason, test: (candidate: Candidate, scene: Scene) => boolean];

const TESTS: readonly Test[] = [
  ["zero", vanishes],
  ["yuan", isYuan],
  ["dust", isDust],
  ["cache_as_input", isCachePrice],
  ["far", strays],
  ["jump", jumps],
];

/** Why a change is not believed without a second witness; the first reason that applies. */
export function doubt(candidate: Candidate, scene: Scene, slips: Curated["slips"]): Reason | undefined {
  if (slipOf(candidate.fact, slips) !== undefined) return "slip";
  return TESTS.find(([, test]) => test(candidate, scene))?.[0];
}

function vanishes({ fact, before }: Candidate): boolean {
  return allZero(fact) && before !== undefined && before.rates.length > 0 && before.state !== "free";
}

function isYuan(candidate: Candidate, scene: Scene): boolean {
  const { fact, seller, offer } = candidate;
  if (fact.currency !== "USD") return false;
  const value = worth(fact);
  const { input, output } = headline(fact.rates);
  const all = scene.offersOf(offer.model).map((one) => ({ one, price: priceOf(one.id, scene) }));
  const native = all.some(
    ({ price }) =>
      price?.currency === "CNY" &&
      price.rates.some(({ units }) => units.input === input && units.output === output && input !== "0"),
  );
  const dollars = all.filter(({ one, price }) => price?.currency === "USD" && one.provider !== offer.provider);
  const least = Math.min(...dollars.map(({ price }) => (price ? worth(price) : 0)).filter((one) => one > 0));
  if (native && value / least >= YUAN_PAIR) return true;
  if (seller.bills !== "CNY") return false;
  return sisters(candidate, scene).some((sister) => {
    const price = priceOf(sister.id, scene);
    const times = price ? value / worth(price) : 0;
    return price?.currency === "USD" && times >= YUAN.least && times <= YUAN.most;
  });
}

/** Prices per call or per minute in the fields of tokens. */
function isDust({ fact, offer }: Candidate, { kinds }: Scene): boolean {
  const { input, output } = headline(fact.rates);
  const value = worth(fact);
  return (
    input !== null && output !== null && value > 0 && value < LEAST && !SILENT.has(kinds.get(offer.model) ?? "text")
  );
}

/** The price of cached tokens where the price of plain ones stood. */
function isCachePrice({ fact, before }: Candidate): boolean {
  const now = usualRate(fact.rates)?.units;
  const old = usualRate(before?.rates ?? [])?.units;
  return (
    now?.input != null && old?.input != null && now.input === now.cache_read && Number(old.input) > Number(now.input)
  );
}

/** Far from what everybody else takes, and what stood before was not. */
function strays(candidate: Candidate, scene: Scene): boolean {
  const { fact, before } = candidate;
  const others = peers(candidate, scene);
  if (isOwnShop(candidate) && others.size < PEERS_AGAINST_OWN_SHOP) return false;
  return isFar(worth(fact), others) && !(before && worth(before) > 0 && isFar(worth(before), others));
}

/** Some other provider takes about as much. */
export function isNear(candidate: Candidate, scene: Scene): boolean {
  const others = peers(candidate, scene);
  return others.size > 0 && !isFar(worth(candidate.fact), others);
}

/** Beyond the factor from every other provider. */
export function isFar(value: number, others: ReadonlyMap<string, number[]>): boolean {
  if (value === 0 || others.size === 0) return false;
  return [...others.values()].flat().every((one) => factor(value, one) > FAR);
}

function jumps({ fact, before }: Candidate): boolean {
  if (!before) return false;
  const [old, now] = [worth(before), worth(fact)];
  return old > 0 && now > 0 && factor(old, now) > FAR;
}
