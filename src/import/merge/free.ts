import { isZero } from "../amount.ts";
import { groupBy } from "../group-by.ts";
import { isNative } from "./authority.ts";
import { attestedOn, groupKey, type PlacedPrice } from "./placed.ts";
import type { SellerInfo } from "./providers.ts";
import { compare } from "./runs.ts";

/** Every figure is zero, or there is none. */
export function allZero({ rates }: PlacedPrice): boolean {
  return rates.every(({ units }) => Object.values(units).every((price) => price === null || isZero(price)));
}

/**
 * Models for which the vendor's native list says zero at the lab's own shop. It counts as the second source for a
 * zero on the same lab's other site: one maker, one model, two sources that know nothing of each other.
 */
export function nativeZeros(facts: PlacedPrice[], providers: ReadonlyMap<string, SellerInfo>): Set<string> {
  const native = facts.filter((fact) => isNative(fact.source) && isOwn(fact, providers));
  const last = [...groupBy(native, groupKey).values()].flatMap((own) =>
    [...own].sort((a, b) => compare(attestedOn(a), attestedOn(b))).slice(-1),
  );
  return new Set(last.filter((fact) => fact.rates.length > 0 && allZero(fact)).map((fact) => fact.model));
}

function isOwn({ provider, model }: PlacedPrice, providers: ReadonlyMap<string, SellerInfo>): boolean {
  return providers.get(provider)?.ownShopOf.includes(model.slice(0, model.indexOf("/"))) ?? false;
}
