import { Decimal } from "../lib/decimal.ts";
import { nearPrice, priceOf } from "./rates.ts";
import type { Rate } from "./schema.ts";
import type { UnitId } from "./units.ts";

/** Tokens to bill. With `requests`, the counts are those of one request; without, they are totals. */
export interface Usage {
  input: number;
  output: number;
  /** Parts of `input`. */
  cachedInput: number;
  audioInput: number;
  requests?: number;
  batch: boolean;
}

/** `tokens` × `price` per 1M × `requests`; for fees `tokens` is 0 and `price` is per 1K requests. */
interface Line {
  unit: UnitId;
  tokens: number;
  requests: number;
  price: string;
  amount: Decimal;
}

export interface Cost {
  /** In the price's currency; absent where a price that is needed is not known. */
  total?: Decimal;
  lines: Line[];
  /** The first unit whose price is needed and not known. */
  missing?: UnitId;
  /** A batch price was wanted and is not known; the standard one was used. */
  noBatch: boolean;
  /** A fee per 1K requests that totals without requests leave out. */
  fee?: string;
}

/** The exact cost of a usage at one rate: no rounding, and no cost where a price is unknown. */
export function costOf(rate: Rate, usage: Usage): Cost {
  const { standard, batch: cheap } = billed(usage);
  const batch = usage.batch && hasBatch(rate, usage);
  const lines: Line[] = [];
  let total = ZERO;
  let missing: UnitId | undefined;
  for (const { unit, tokens, requests, millions } of batch ? cheap : standard) {
    const price = priceOf(rate, unit);
    if (price === null) missing ??= unit;
    else {
      const amount = price.times(millions);
      lines.push({ unit, tokens, requests, price: rate.units[unit] ?? "", amount });
      total = total.plus(amount);
    }
  }
  const cost: Cost = { lines, noBatch: usage.batch && !batch };
  total = total.plus(addFee(cost, rate, usage));
  if (missing) cost.missing = missing;
  else cost.total = total;
  return cost;
}

/** The total of `costOf` as a float, for comparing; NaN where a price that is needed is not known. */
export function nearCost(rate: Rate, usage: Usage): number {
  const { standard, batch } = billed(usage);
  let total = 0;
  for (const { unit, near } of usage.batch && hasBatch(rate, usage) ? batch : standard)
    total += nearPrice(rate, unit) * near;
  const fee = nearPrice(rate, "request");
  return Number.isNaN(fee) || usage.requests === undefined ? total : total + (fee * usage.requests) / 1e3;
}

/** A fee per request, which totals without requests cannot show. */
function addFee(cost: Cost, { units }: Rate, { requests }: Usage): Decimal {
  const fee = units.request;
  if (fee === undefined || fee === null || new Decimal(fee).isZero()) return ZERO;
  if (requests === undefined) {
    cost.fee = fee;
    return ZERO;
  }
  const amount = new Decimal(fee).times(requests).div(1e3);
  cost.lines.push({ unit: "request", tokens: 0, requests, price: fee, amount });
  return amount;
}

const ZERO = new Decimal(0);

/** What a usage bills of one unit; `millions` is tokens × requests in the unit that prices are for. */
interface Billed {
  unit: UnitId;
  tokens: number;
  requests: number;
  millions: Decimal;
  near: number;
}
interface Bills {
  standard: Billed[];
  batch: Billed[];
}
const bills = new WeakMap<Usage, Bills>();

/** The units that a usage is billed by; a ranking asks the same of hundreds of offers. */
function billed(usage: Usage): Bills {
  let known = bills.get(usage);
  if (!known) {
    known = { standard: billedBy(usage, false), batch: billedBy(usage, true) };
    bills.set(usage, known);
  }
  return known;
}

/** Cached and audio tokens are parts of the input, the rest is plain text. */
function billedBy({ input, output, cachedInput, audioInput, requests = 1 }: Usage, batch: boolean): Billed[] {
  const units: [UnitId, Decimal][] = [
    [batch ? "batch_input" : "input", new Decimal(input).minus(cachedInput).minus(audioInput)],
    [batch ? "batch_cache_read" : "cache_read", new Decimal(cachedInput)],
    ["audio_input", new Decimal(audioInput)],
    [batch ? "batch_output" : "output", new Decimal(output)],
  ];
  return units.flatMap(([unit, count]) => {
    const millions = count.times(requests).div(1e6);
    return millions.gt(0) ? [{ unit, tokens: count.toNumber(), requests, millions, near: millions.toNumber() }] : [];
  });
}

function hasBatch({ units }: Rate, { input, output, cachedInput, audioInput }: Usage): boolean {
  const known = (unit: UnitId) => typeof units[unit] === "string";
  return (
    audioInput === 0 && (input - cachedInput === 0 || known("batch_input")) && (output === 0 || known("batch_output"))
  );
}
