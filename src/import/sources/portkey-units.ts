import { z } from "zod";
import type { UnitId } from "../../catalog/units.ts";
import { amount } from "../amount.ts";
import type { Units } from "../rates.ts";

/** Shared by both shapes of the Portkey price files. Nothing here is dated by its source. */
export const PORTKEY = "portkey";

/** A price of 0 often means "not recorded" there: such a unit is left out. */
export function setPriced(units: Units, unit: UnitId, value: unknown, factor = 1): void {
  const price = amount(value, factor);
  if (price !== undefined && Number(price) > 0) units[unit] = price;
}

const LENGTH = /-(lte|gt)-\d+k$/;

/** Google's ids come twice, for prompts up to and above 128k; the threshold in the name is out of date. */
export function withoutLength(id: string): string | undefined {
  const side = LENGTH.exec(id)?.[1];
  return side === "gt" ? undefined : id.replace(LENGTH, "");
}

export const Loose = z.record(z.string(), z.unknown());
