import { Decimal as Base } from "decimal.js";

/** Exact decimal money: 40 significant digits, half-even. Prices never pass through binary floats. */
export const Decimal = Base.clone({ precision: 40, rounding: Base.ROUND_HALF_EVEN, toExpNeg: -40, toExpPos: 40 });
export type Decimal = Base;

/** A decimal as plain digits with at most `digits` significant ones, half-even, no exponent: "2.5", "0.0000008". */
export function significant(value: Decimal, digits: number): string {
  return value.toSignificantDigits(digits, Base.ROUND_HALF_EVEN).toFixed();
}
