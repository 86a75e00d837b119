import { Decimal } from "../lib/decimal.ts";
import type { Rate, RateCondition } from "./schema.ts";
import type { UnitId } from "./units.ts";

const parsed = new WeakMap<Rate, Partial<Record<UnitId, Decimal>>>();

/** A rate's price of a unit as a number, read from its digits once; `null` where it is not known. */
export function priceOf(rate: Rate | undefined, unit: UnitId): Decimal | null {
  const amount = rate?.units[unit];
  if (!rate || amount === undefined || amount === null) return null;
  let known = parsed.get(rate);
  if (!known) {
    known = {};
    parsed.set(rate, known);
  }
  known[unit] ??= new Decimal(amount);
  return known[unit] ?? null;
}

/** The same as a float, for comparing; NaN where it is not known. */
export function nearPrice(rate: Rate | undefined, unit: UnitId): number {
  const amount = rate?.units[unit];
  return amount === undefined || amount === null ? Number.NaN : Number(amount);
}

/** The call by which prices are compared, in tokens. */
export const USUAL_CALL = { prompt: 8_000, output: 1_000 } as const;

/** What decides which of an offer's rates applies. */
export interface Situation {
  /** Prompt tokens of the request. */
  prompt: number;
  /** Output tokens of the request. */
  output: number;
  thinking: boolean;
  /** The window that applies, or "else"; absent: the dearest one. */
  window?: string;
}

/**
 * The rate of a request. Upper edges are inclusive. Where an offer has only thinking (or only other) prices these
 * apply; of several that fit, the one with most conditions stands alone: nothing is inherited.
 * @returns nothing if no rate covers a request of that length, or none is known for the window named.
 */
export function chooseRate(rates: readonly Rate[], situation: Situation): Rate | undefined {
  const [only] = rates;
  if (rates.length === 1 && only && !only.when) return only;
  const fitting = rates.filter((rate) => fitsLength(rate.when, situation));
  const mode = prefer(fitting, ({ when }) => when?.thinking === undefined || when.thinking === situation.thinking);
  const timed = mode.filter(({ when }) => isInWindow(when, situation.window));
  const most = Math.max(...timed.map(conditions));
  return dearest(timed.filter((rate) => conditions(rate) === most));
}

function fitsLength(when: RateCondition | undefined, { prompt, output }: Situation): boolean {
  if (!when) return true;
  return (
    prompt > (when.promptOver ?? -1) &&
    prompt <= (when.promptUpTo ?? Number.POSITIVE_INFINITY) &&
    output > (when.outputOver ?? -1) &&
    output <= (when.outputUpTo ?? Number.POSITIVE_INFINITY)
  );
}

function isInWindow(when: RateCondition | undefined, window: string | undefined): boolean {
  return window === undefined || when?.window === undefined || when.window === window;
}

function prefer(rates: Rate[], wanted: (rate: Rate) => boolean): Rate[] {
  const found = rates.filter(wanted);
  return found.length > 0 ? found : rates;
}

function conditions({ when }: Rate): number {
  return when ? Object.keys(when).length : 0;
}

function dearest(rates: Rate[]): Rate | undefined {
  return rates.reduce<Rate | undefined>(
    (most, rate) => (most && !worth(rate).gt(worth(most)) ? most : rate),
    undefined,
  );
}

/** Ordered by the sum of both sides: windows of one offer differ by a factor, so any weights do. */
function worth({ units }: Rate): Decimal {
  return new Decimal(units.input ?? 0).plus(units.output ?? 0);
}

export type Dimension = "prompt" | "output" | "thinking" | "window";

/** By what an offer's prices differ. */
export function dimensions(rates: readonly Rate[]): Dimension[] {
  const has = (...keys: (keyof RateCondition)[]) =>
    rates.some(({ when }) => keys.some((key) => when?.[key] !== undefined));
  const found: Dimension[] = [];
  if (has("promptOver", "promptUpTo")) found.push("prompt");
  if (has("outputOver", "outputUpTo")) found.push("output");
  if (has("thinking")) found.push("thinking");
  if (has("window")) found.push("window");
  return rates.length > 1 ? found : [];
}
