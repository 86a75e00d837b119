import type { Currency } from "../catalog/schema.ts";
import { Decimal, significant } from "../lib/decimal.ts";
import type { Query } from "../query/query.ts";

export type SubUnit = NonNullable<Query["unit"]>;

const SIGN: Record<Currency, string> = { USD: "$", CNY: "¥" };
const TEXT_DIGITS = 4;
const GROUPS_OF_THREE = /\B(?=(\d{3})+$)/g;
/** All that is no significant digit of a plain decimal. */
const POINT_AND_ZEROS = /^-?[0.]*|\./g;
const ROUNDED = "≈";

/** How many of a sub-unit make one of its currency. */
const SUB_UNITS: Record<SubUnit, { currency: Currency; parts: number }> = {
  li: { currency: "CNY", parts: 1000 },
  fen: { currency: "CNY", parts: 100 },
  jiao: { currency: "CNY", parts: 10 },
  cent: { currency: "USD", parts: 100 },
};

/** "1234567.5" → "1,234,567.5". */
export function grouped(digits: string): string {
  if (digits.length <= 3) return digits;
  const [whole = "0", fraction] = digits.split(".");
  const head = whole.length <= 3 ? whole : whole.replace(GROUPS_OF_THREE, ",");
  return fraction === undefined ? head : `${head}.${fraction}`;
}

/** At most 4 significant digits, half-even, and whether digits were lost. */
function rounded(amount: string): { digits: string; mark: string } {
  if (isShort(amount)) return { digits: amount, mark: "" };
  const exact = new Decimal(amount);
  const digits = significant(exact, TEXT_DIGITS);
  return { digits, mark: exact.eq(digits) ? "" : ROUNDED };
}

/** Whether an amount can be said as it stands, as nearly all prices can. */
function isShort(amount: string): boolean {
  const digits = amount.replace(POINT_AND_ZEROS, "");
  return digits.length <= TEXT_DIGITS && !(amount.includes(".") && amount.endsWith("0"));
}

function signed(digits: string, sign: string): string {
  return digits.startsWith("-") ? `-${sign}${grouped(digits.slice(1))}` : sign + grouped(digits);
}

/** A decimal string as people read it: "1,235", with "≈" in front where digits were lost. */
export function figure(amount: string): string {
  const { digits, mark } = rounded(amount);
  return mark + signed(digits, "");
}

/** Money as people read it: "$2.5", "¥0.8", "≈$1,235". `null` is said in words by the caller, never as 0. */
export function money(amount: string, currency: Currency): string {
  const { digits, mark } = rounded(amount);
  return mark + signed(digits, SIGN[currency]);
}

/** From here on a cost is told in whole units. */
const CENTS_UP_TO = 10_000;
/** Below, 4 digits say more than cents. */
const CENTS_FROM = 100;

/** A sum to pay: at least 4 significant digits, and the cents of all below 10,000. */
export function cost(amount: string, currency: Currency): string {
  const exact = new Decimal(amount);
  const places = exact.abs().gte(CENTS_UP_TO) ? 0 : 2;
  const cents = exact.toDecimalPlaces(places, Decimal.ROUND_HALF_EVEN);
  const fewest = significant(exact, TEXT_DIGITS);
  if (exact.abs().lt(CENTS_FROM) || exact.eq(fewest)) return money(amount, currency);
  return (exact.eq(cents) ? "" : ROUNDED) + signed(cents.toFixed(), SIGN[currency]);
}

/** An amount in a sub-unit of its currency (0.0008 CNY in li = "0.8"); `undefined` for the other currency. */
export function inSubUnit(amount: string, currency: Currency, unit: SubUnit): string | undefined {
  const { currency: of, parts } = SUB_UNITS[unit];
  return of === currency ? figure(new Decimal(amount).mul(parts).toFixed()) : undefined;
}

/** An amount per 1M tokens as one per `per` tokens. */
export function perTokens(amount: string, per: number): string {
  return per === 1_000_000 ? amount : new Decimal(amount).mul(per).div(1_000_000).toFixed();
}

const BINARY_K = 1024;
const BINARY_M = BINARY_K * BINARY_K;
const THOUSAND = 1000;
const MILLION = 1_000_000;

/** A count of tokens: "131,072"; with `short` "128K", "1M", "1.5M" where nothing is lost, binary sizes by their name. */
export function tokens(count: number, short = false): string {
  if (!short || count < THOUSAND) return grouped(String(count));
  if (count % THOUSAND === 0) return count < MILLION ? `${count / THOUSAND}K` : `${count / MILLION}M`;
  if (count % BINARY_M === 0) return `${count / BINARY_M}M`;
  if (count % BINARY_K === 0 && count < BINARY_M) return `${count / BINARY_K}K`;
  return grouped(String(count));
}

/** "= $2,250", or "≈ $2,081" for what is marked as rounded already. */
export function equals(amount: string): string {
  return amount.startsWith(ROUNDED) ? `${ROUNDED} ${amount.slice(ROUNDED.length)}` : `= ${amount}`;
}
