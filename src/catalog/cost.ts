import { Decimal } from "../lib/decimal.ts";
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
export interface Line {
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
  const batch = usage.batch && hasBatch(rate, usage);
  const requests = usage.requests ?? 1;
  const lines: Line[] = [];
  let missing: UnitId | undefined;
  for (const [unit, tokens] of billed(usage, batch)) {
    if (tokens <= 0) continue;
    const price = rate.units[unit];
    if (price === undefined || price === null) missing ??= unit;
    else
      lines.push({
        unit,
        tokens,
        requests,
        price,
        amount: new Decimal(price).times(tokens).times(requests).div(1e6),
      });
  }
  const fee = rate.units.request;
  const charges = fee !== undefined && fee !== null && !new Decimal(fee).isZero();
  if (charges && usage.requests !== undefined) {
    lines.push({
      unit: "request",
      tokens: 0,
      requests,
      price: fee,
      amount: new Decimal(fee).times(requests).div(1e3),
    });
  }
  return {
    lines,
    noBatch: usage.batch && !batch,
    ...(missing
      ? { missing }
      : {
          total: lines.reduce((sum, { amount }) => sum.plus(amount), new Decimal(0)),
        }),
    ...(charges && usage.requests === undefined && { fee }),
  };
}

/** The units that a usage is billed by. Cached and audio tokens are parts of the input, the rest is plain text. */
function billed({ input, output, cachedInput, audioInput }: Usage, batch: boolean): [UnitId, number][] {
  return [
    [batch ? "batch_input" : "input", input - cachedInput - audioInput],
    [batch ? "batch_cache_read" : "cache_read", cachedInput],
    ["audio_input", audioInput],
    [batch ? "batch_output" : "output", output],
  ];
}

function hasBatch({ units }: Rate, { input, output, cachedInput, audioInput }: Usage): boolean {
  const known = (unit: UnitId) => typeof units[unit] === "string";
  return (
    audioInput === 0 && (input - cachedInput === 0 || known("batch_input")) && (output === 0 || known("batch_output"))
  );
}
