import type { Rate, RateCondition } from "../catalog/schema.ts";
import type { UnitId } from "../catalog/units.ts";

export type Units = Rate["units"];
export type Headline = { input: string | null; output: string | null };

/** A stretch of token counts: over (exclusive) up to (inclusive); `null` is no upper bound. */
export type Span = readonly [over: number, upTo: number | null];

/** A unit's price where it depends on the request; what is absent does not matter. */
export interface UnitTier {
  prompt?: Span | undefined;
  output?: Span | undefined;
  thinking?: boolean | undefined;
  price: string;
}

/** Every unit with its tiers: the shape of native Chinese lists, where each unit has steps of its own. */
export type UnitTiers = Partial<Record<UnitId, UnitTier[]>>;

const ALWAYS: Span = [0, null];

function edges(tiers: UnitTier[], axis: "prompt" | "output"): Span[] {
  const bounds = new Set<number>();
  let open = false;
  for (const tier of tiers) {
    const span = tier[axis] ?? ALWAYS;
    bounds.add(span[0]);
    if (span[1] === null) open = true;
    else bounds.add(span[1]);
  }
  const sorted = [...bounds].sort((a, b) => a - b);
  const spans: Span[] = sorted.slice(1).map((upTo, at) => [sorted[at] ?? 0, upTo]);
  const last = sorted.at(-1) ?? 0;
  return open || spans.length === 0 ? [...spans, [last, null]] : spans;
}

function covers(outer: Span | undefined, inner: Span): boolean {
  if (!outer) return true;
  return outer[0] <= inner[0] && (outer[1] === null || (inner[1] !== null && inner[1] <= outer[1]));
}

function condition(prompt: Span, output: Span, thinking: boolean | undefined): RateCondition | undefined {
  const when: RateCondition = {};
  if (prompt[0] > 0) when.promptOver = prompt[0];
  if (prompt[1] !== null) when.promptUpTo = prompt[1];
  if (output[0] > 0) when.outputOver = output[0];
  if (output[1] !== null) when.outputUpTo = output[1];
  if (thinking !== undefined) when.thinking = thinking;
  return Object.keys(when).length > 0 ? when : undefined;
}

/**
 * Turns steps that each unit has for itself into rates that exclude each other: of one request exactly one
 * applies, and it holds all units. Neighbouring cells with equal units are joined.
 */
export function partition(tiers: UnitTiers): Rate[] {
  const all = Object.values(tiers).flat();
  const thinkings = all.some((tier) => tier.thinking !== undefined) ? [false, true] : [undefined];
  const cells = thinkings.flatMap((thinking) =>
    edges(all, "prompt").flatMap((prompt) => {
      const here = all.filter((tier) => covers(tier.prompt, prompt));
      return edges(here, "output").map((output): Cell => ({ prompt, output, thinking }));
    }),
  );
  const rates = cells.flatMap((cell): Rate[] => {
    const units = unitsIn(cell, tiers);
    const when = condition(cell.prompt, cell.output, cell.thinking);
    if (Object.keys(units).length === 0) return [];
    return [when ? { when, units } : { units }];
  });
  return joined(rates);
}

interface Cell {
  prompt: Span;
  output: Span;
  thinking: boolean | undefined;
}

function unitsIn({ prompt, output, thinking }: Cell, tiers: UnitTiers): Units {
  const units: Units = {};
  for (const [unit, steps] of Object.entries(tiers)) {
    const step = steps.find(
      (tier) =>
        covers(tier.prompt, prompt) &&
        covers(tier.output, output) &&
        (tier.thinking === undefined || tier.thinking === thinking),
    );
    if (step) units[unit as UnitId] = step.price;
  }
  return units;
}

function joined(rates: Rate[]): Rate[] {
  const out: Rate[] = [];
  for (const rate of rates) {
    const before = out.at(-1);
    if (before && JSON.stringify(before.units) === JSON.stringify(rate.units) && continues(before.when, rate.when)) {
      const { promptUpTo: _, ...open } = before.when ?? {};
      const when = rate.when?.promptUpTo === undefined ? open : { ...open, promptUpTo: rate.when.promptUpTo };
      out[out.length - 1] = Object.keys(when).length > 0 ? { when, units: rate.units } : { units: rate.units };
    } else out.push(rate);
  }
  return out;
}

function continues(a: RateCondition | undefined, b: RateCondition | undefined): boolean {
  const key = (when: RateCondition | undefined) => [when?.outputOver, when?.outputUpTo, when?.thinking, when?.window];
  return (
    a?.promptUpTo !== undefined && a.promptUpTo === b?.promptOver && JSON.stringify(key(a)) === JSON.stringify(key(b))
  );
}

/** Base units, and for each threshold the units above it (valid for the whole request). */
export function stepped(base: Units, above: { over: number; units: Units }[]): Rate[] {
  const steps = [{ over: 0, units: base }, ...above].sort((a, b) => a.over - b.over);
  return steps.map((step, at) => {
    const when = condition([step.over, steps[at + 1]?.over ?? null], ALWAYS, undefined);
    return when ? { when, units: step.units } : { units: step.units };
  });
}

const CALL = { prompt: 8000, output: 1000 };

/** Whether a rate serves the call by which prices are compared: 8,000 tokens in, 1,000 out, no thinking, peak time. */
function servesUsualCall({ when }: Rate): boolean {
  if (!when) return true;
  const above = (over: number | undefined, count: number) => over === undefined || count > over;
  const below = (upTo: number | undefined, count: number) => upTo === undefined || count <= upTo;
  return (
    above(when.promptOver, CALL.prompt) &&
    below(when.promptUpTo, CALL.prompt) &&
    above(when.outputOver, CALL.output) &&
    below(when.outputUpTo, CALL.output) &&
    when.thinking !== true &&
    when.window !== "else"
  );
}

/** The rate that the usual call is billed by. */
export function usualRate(rates: Rate[]): Rate | undefined {
  return rates.find(servesUsualCall) ?? rates[0];
}

/** Input and output of the usual call. */
export function headline(rates: Rate[]): Headline {
  const units = usualRate(rates)?.units ?? {};
  return { input: units.input ?? null, output: units.output ?? null };
}
