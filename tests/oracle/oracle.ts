import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * What a workload costs, told a second time: from the files of the catalog, in integers, sharing nothing with the
 * program. It chooses the price of the day, the tier and the window itself.
 */

interface Usage {
  input: number;
  output: number;
  cachedInput: number;
  audioInput: number;
  requests?: number;
  batch: boolean;
}
export interface Case {
  provider: string;
  model: string;
  day: string;
  now: string;
  usage: Usage;
  /** A tier that the question names. */
  promptTokens?: number;
}

type When = Record<"promptOver" | "promptUpTo" | "outputOver" | "outputUpTo", number | undefined> & {
  thinking?: boolean;
  window?: string;
};
export interface RawRate {
  when?: Partial<When>;
  units: Record<string, string | null>;
}
interface RawPrice {
  state: string;
  list?: string;
  kind?: string;
  rates: RawRate[];
  from?: string;
  until?: string;
  seen: string;
  lastSeen?: string;
  checked?: string;
  confirmed?: { day: string }[];
}
export interface RawOffer {
  id: string;
  provider: string;
  model: string;
  prices: RawPrice[];
}

const CATALOG = "catalog";

function json<T>(file: string): T[] {
  const path = join(CATALOG, file);
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as T[]) : [];
}
function folder<T>(name: string): T[] {
  return readdirSync(join(CATALOG, name)).flatMap((file) => json<T>(`${name}/${file}`));
}

export const offers = folder<RawOffer>("offers");
const older = new Map(
  folder<{ offer: string; prices: RawPrice[] }>("history").map((entry) => [entry.offer, entry.prices]),
);
const released = new Map(
  folder<{ id: string; released?: string }>("models").map((model) => [model.id, model.released]),
);

export function pricesOf(offer: RawOffer): RawPrice[] {
  return [...(older.get(offer.id) ?? []), ...offer.prices];
}

const least = (...days: (string | undefined)[]) =>
  days.filter((day): day is string => day !== undefined).sort()[0] ?? "";

/** The one price that held on a day, by what had been said by `now`. */
export function priceOn(offer: RawOffer, day: string, now: string): RawPrice | undefined {
  const said = (price: RawPrice) => least(price.seen, price.checked);
  const facts = pricesOf(offer)
    .filter((price) => said(price) <= now && price.kind !== "cancelled" && price.list !== "package")
    .filter((price) => {
      const { from } = price;
      if (from === undefined || from <= said(price)) return true;
      const later = [price.lastSeen, price.checked, ...(price.confirmed ?? []).map((one) => one.day)];
      return later.some((one) => one !== undefined && one >= from && one <= now);
    })
    .map((price) => ({ price, start: price.from ?? least(price.seen, price.checked, price.until) }));
  const isPromotion = ({ price }: { price: RawPrice }) => (price.list === "promotion" ? 1 : 0);
  facts.sort((a, b) => {
    const order = a.start.localeCompare(b.start) || isPromotion(a) - isPromotion(b);
    return order || said(a.price).localeCompare(said(b.price));
  });
  const line: typeof facts = [];
  for (const fact of facts) {
    const last = line[line.length - 1];
    const replaces =
      last &&
      (fact.price.kind === "correction" || (last.start === fact.start && isPromotion(last) === isPromotion(fact)));
    if (replaces) line[line.length - 1] = { price: fact.price, start: last.start };
    else line.push(fact);
  }
  const at = line.findLastIndex(({ start }) => start <= day);
  const here = line[at];
  const hasEnded = (price: RawPrice) => price.until !== undefined && price.until < day;
  if (!here || !hasEnded(here.price)) return here?.price;
  const before = line[at - 1];
  return here.price.list === "promotion" && before && !hasEnded(before.price) ? before.price : undefined;
}

/** Digits after the point that every amount is scaled to. */
const SCALE = 18;

function scaled(amount: string): bigint {
  const [whole = "0", fraction = ""] = amount.split(".");
  if (fraction.length > SCALE) throw new Error(`${amount}: more digits than are reckoned with`);
  return BigInt(whole + fraction.padEnd(SCALE, "0"));
}

/** The rate for a request of these lengths; of several windows the dearest. */
export function rateFor(rates: RawRate[], prompt: number, output: number): RawRate | undefined {
  const inside = rates.filter(({ when = {} }) => {
    if (when.promptOver !== undefined && prompt <= when.promptOver) return false;
    if (when.promptUpTo !== undefined && prompt > when.promptUpTo) return false;
    if (when.outputOver !== undefined && output <= when.outputOver) return false;
    return !(when.outputUpTo !== undefined && output > when.outputUpTo);
  });
  const silent = inside.filter(({ when }) => when?.thinking !== true);
  const pool = silent.length > 0 ? silent : inside;
  const keys = (rate: RawRate) => Object.keys(rate.when ?? {}).length;
  const both = (rate: RawRate) => scaled(rate.units.input ?? "0") + scaled(rate.units.output ?? "0");
  const [first, ...others] = pool;
  return others.reduce((best, rate) => {
    if (!best || keys(rate) !== keys(best)) return best && keys(best) > keys(rate) ? best : rate;
    return both(rate) > both(best) ? rate : best;
  }, first);
}

/** Twelve significant digits, half to even, as plain digits. `value` is scaled by 10^`places`. */
export function round(value: bigint, places: number): string {
  let [digits, point] = [value, places];
  const length = digits.toString().length;
  if (digits > 0n && length > 12) {
    const drop = 10n ** BigInt(length - 12);
    const [quotient, rest] = [digits / drop, digits % drop];
    const up = rest * 2n > drop || (rest * 2n === drop && quotient % 2n === 1n);
    digits = (quotient + (up ? 1n : 0n)) * drop;
  }
  while (point > 0 && digits % 10n === 0n) {
    digits /= 10n;
    point -= 1;
  }
  const text = digits.toString().padStart(point + 1, "0");
  return point === 0 ? text : `${text.slice(0, -point)}.${text.slice(-point)}`;
}

/** The cost to the last digit, or `null` where a price is not known. */
export function costOf({ provider, model, day, now, usage, promptTokens }: Case): string | null {
  const offer = offers.find((one) => one.provider === provider && one.model === model);
  const since = released.get(model);
  if (!offer || (since !== undefined && since > (day < now ? day : now))) return null;
  const price = priceOn(offer, day, now);
  if (!price || (price.state !== "priced" && price.state !== "free")) return null;
  const perRequest = usage.requests !== undefined;
  const prompt = promptTokens ?? (perRequest ? usage.input : 8000);
  const output = perRequest && usage.output > 0 ? usage.output : 1000;
  const units = rateFor(price.rates, prompt, output)?.units;
  return units ? bill(units, usage) : null;
}

function bill(units: RawRate["units"], usage: Usage): string | null {
  let sum = 0n;
  for (const [unit, tokens] of partsOf(units, usage)) {
    if (tokens === 0) continue;
    const amount = units[unit];
    if (typeof amount !== "string") return null;
    sum += scaled(amount) * BigInt(tokens) * BigInt(usage.requests ?? 1);
  }
  // Prices are per million tokens; a fee is per thousand requests.
  if (usage.requests !== undefined && typeof units.request === "string") {
    sum += scaled(units.request) * BigInt(usage.requests) * 1000n;
  }
  return round(sum, SCALE + 6);
}

/** What of the usage is billed by which unit; batch units only where all that are needed are known. */
function partsOf(
  units: RawRate["units"],
  { input, output, cachedInput, audioInput, batch }: Usage,
): [string, number][] {
  const wants = (unit: string, tokens: number) => tokens === 0 || typeof units[unit] === "string";
  const hasBatch = audioInput === 0 && wants("batch_input", input - cachedInput) && wants("batch_output", output);
  const prefix = batch && hasBatch ? "batch_" : "";
  return [
    [`${prefix}input`, input - cachedInput - audioInput],
    [`${prefix}cache_read`, cachedInput],
    ["audio_input", audioInput],
    [`${prefix}output`, output],
  ];
}
