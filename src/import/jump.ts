import type { Rate } from "../catalog/schema.ts";
import { headline } from "./rates.ts";

/** A change by more than this factor is more often a slip, or a slip mended, than news. */
const SLIP = 5;

/** Whether a side of the usual call's price moved by more than prices usually do. */
export function isJump(before: Rate[], after: Rate[]): boolean {
  const [a, b] = [headline(before), headline(after)];
  return far(a.input, b.input) || far(a.output, b.output);
}

function far(before: string | null, after: string | null): boolean {
  const [a, b] = [Number(before), Number(after)];
  return a > 0 && b > 0 && Math.max(a / b, b / a) > SLIP;
}
