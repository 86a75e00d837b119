import { Decimal, significant } from "../lib/decimal.ts";

/** Prices are written with at most this many significant digits: enough for any list, too few for float noise. */
const DIGITS = 12;

/**
 * A source's number as plain digits ("0.3" for 0.30000000000000004), times `factor`.
 * Undefined unless it is a finite number of zero or more.
 */
export function amount(value: unknown, factor = 1): string | undefined {
  if (typeof value !== "number" && typeof value !== "string") return undefined;
  if (value === "" || !Number.isFinite(Number(value))) return undefined;
  const exact = new Decimal(value).times(factor);
  return exact.isNegative() ? undefined : significant(exact, DIGITS);
}

/** Whether an amount is zero ("0", "0.0"). */
export function isZero(value: string | null | undefined): boolean {
  return value != null && Number(value) === 0;
}

/** True if two amounts differ by no more than one percent of the larger one. */
export function near(a: string, b: string): boolean {
  const [x, y] = [new Decimal(a), new Decimal(b)];
  return x.minus(y).abs().lte(Decimal.max(x, y).times("0.01"));
}
