import { type Item, means, type Quantity, sense, type When } from "../item.ts";
import { isMark } from "../recognisers/recogniser.ts";
import { beside, isSoft, type Scene, says, take, withSense } from "../scene.ts";
import { type Count, productOf } from "./products.ts";

const DAYS: Record<string, number> = { day: 1, week: 7, month: 30, quarter: 91, year: 365 };
const PER_DAY: Record<string, number> = { hour: 24, minute: 1440, second: 86_400 };

export interface Requests {
  /** Calls over the whole time. */
  requests?: number;
  days?: number;
  /** What totals are multiplied by, where tokens are said per day or month and a longer time is asked. */
  totals?: number;
  /** Whether tokens were said per day, month or year. */
  rated: boolean;
  assumed: string[];
}

const isQuantity = (item: Item | undefined, ...units: string[]): item is Quantity =>
  item?.kind === "qty" && item.by === undefined && units.includes(item.unit);

interface Rate {
  unit: string;
  at: number;
}

function timeRates(scene: Scene): Rate[] {
  const found: Rate[] = [];
  for (const [item, at] of withSense(scene, "rate")) {
    const unit = item.senses.rate ?? "";
    if (item.by === undefined && (unit in DAYS || unit in PER_DAY)) found.push({ unit, at });
  }
  return found;
}

/** Whether a rate word belongs to a count: right beside it, empty words aside. */
function isBeside(scene: Scene, count: number, rate: number, steps: readonly (1 | -1)[]): boolean {
  const passes = (item: Item | undefined): boolean =>
    isSoft(item) ||
    means(item, "unit") ||
    means(item, "rate", "user") ||
    means(item, "rate", "request") ||
    means(item, "part", "system") ||
    item?.kind === "word" ||
    isMark(item, "/", "(");
  return steps.some((step) => beside(scene, count, step, 3, passes) === rate);
}

/** The rate of a count: what follows it ("3k requests/day") before what leads ("annual cost at 3k requests"). */
function flowOf(scene: Scene, counts: readonly number[], rates: readonly Rate[]): Rate | undefined {
  for (const step of [1, -1] as const) {
    const found = rates.find((rate) => counts.some((at) => isBeside(scene, at, rate.at, [step])));
    if (found) return found;
  }
  return undefined;
}

/** The number of days of an explicit duration: "for 30 days", 三个月, (365天). */
function duration(scene: Scene, counts: readonly number[]): number | undefined {
  let days: number | undefined;
  for (const [at, item] of scene.items.entries()) {
    if (!isQuantity(item, "day", "week", "month", "quarter", "year") || counts.includes(at)) continue;
    const length =
      item.unit === "month" ? item.n * 30 : item.n * (workdaysIn(scene, item.unit) ?? DAYS[item.unit] ?? 1);
    days = days === undefined || isMark(scene.items[at - 1], "(", "（") || restates(scene, item) ? length : days;
    take(scene, item, "workload");
  }
  return days;
}

/** 周一到周五 … 4周: the days of a week that have work. */
function workdaysIn(scene: Scene, unit: string): number | undefined {
  const [said] = withSense(scene, "workdays");
  if (unit !== "week" || said === undefined) return undefined;
  take(scene, said[0], "workload");
  return Number(said[0].senses.workdays);
}

const RESTATES = /(?:也就是|也即|就是|共|i\.e\.|that is|that's|=|meaning)\s*$/i;

/** 跑4周也就是20天: the later length says the earlier one more exactly. */
const restates = ({ context: { text } }: Scene, { start }: Item): boolean =>
  RESTATES.test(text.slice(Math.max(0, start - 9), start));

/** "15 questions × 12 weeks": the length of time is a factor, so the count is for one of its units. */
function multiplied({ items }: Scene): Rate | undefined {
  for (const [at, item] of items.entries())
    if (isQuantity(item, "day", "week", "month") && means(items[at - 1], "times")) return { unit: item.unit, at };
  return undefined;
}

/** Of two rates with none beside a count, the shorter is how often and the longer how long. */
function shortest(rates: readonly Rate[]): Rate | undefined {
  const length = ({ unit }: Rate): number => DAYS[unit] ?? 1 / (PER_DAY[unit] ?? 1);
  const [first, ...more] = [...rates].sort((a, b) => length(a) - length(b));
  return more.some(({ unit }) => unit !== first?.unit) ? first : undefined;
}

/** Counts of calls and of those who call. */
function countsOf(scene: Scene): Count[] {
  const found: Count[] = [];
  for (const [at, item] of scene.items.entries()) {
    if (!isQuantity(item, "request", "user")) continue;
    const weak = item.weak && item.n === 1;
    if (!weak) found.push({ at, n: item.n, unit: item.unit });
  }
  return found;
}

/** A bare number beside "a day": "50k a day", 每天5000. */
function bareCounts(scene: Scene, rates: readonly Rate[]): Count[] {
  const found: Count[] = [];
  for (const { at } of rates) {
    for (const place of [at - 1, at + 1]) {
      const item = scene.items[place];
      if (means(scene.items[place - 1], "curOther") || means(scene.items[place + 1], "curOther")) continue;
      const taken = item?.by !== undefined || item?.kind !== "num" || item.ordinal || item.weak || item.bare;
      const multiplied = isMark(scene.items[place - 1], "×", "*") || means(scene.items[place - 1], "times");
      if (!taken && item?.kind === "num" && (multiplied || item.n >= 50) && !hasRole(scene, place))
        found.push({ at: place, n: item.n, unit: "request" });
    }
  }
  return found;
}

/** Whether a side is named beside a number: then it counts tokens. */
function hasRole({ items }: Scene, i: number): boolean {
  const tells = (item: Item | undefined): boolean => means(item, "side") || means(item, "io") || means(item, "part");
  if (tells(items[i + 1]) || tells(items[i - 1]) || means(items[i + 1], "unit", "token")) return true;
  // "500M monthly input tokens": the side that follows the rate, unless it opens the next amount.
  return means(items[i + 1], "rate") && tells(items[i + 2]) && items[i + 3]?.kind !== "num";
}

/** How many of a count's unit of time the asked time holds. */
function factor(unit: string, days: number): number {
  if (unit in PER_DAY) return (PER_DAY[unit] ?? 1) * days;
  if (unit === "month") return days >= 365 && days % 365 === 0 ? (days / 365) * 12 : days === 91 ? 3 : days / 30;
  if (unit === "week" && days === 365) return 52;
  if (unit === "quarter") return days === 365 ? 4 : days / 91;
  return days / (DAYS[unit] ?? 1);
}

const round = (n: number): number => Number(n.toPrecision(12));

/** Calls, those who call, how often, and for how long. */
export function readRequests(scene: Scene): Requests {
  const rates = timeRates(scene);
  const counts = countsOf(scene);
  const all = counts.length > 0 ? counts : bareCounts(scene, rates);
  const places = all.map(({ at }) => at);
  const flow = flowOf(scene, places, rates) ?? (all.length > 0 ? (multiplied(scene) ?? shortest(rates)) : undefined);
  const said = duration(scene, places);
  const tokenFlow = flow ? undefined : rates.find((rate) => besideTokens(scene, rate.at));
  const base = flow ?? tokenFlow;
  const named = askedTime(scene);
  const asked =
    named ??
    rates.find(
      (rate) => rate !== base && rate.unit in DAYS && !(base && rate.unit === base.unit && said !== undefined),
    );
  const assumed: string[] = [];
  for (const { at } of all) take(scene, scene.items[at], "workload");
  for (const { at } of rates) take(scene, scene.items[at], "workload");
  takeWords(scene);
  const days = daysOf(base?.unit, said, asked?.unit, assumed);
  if (named && ["lex", "when"].includes(scene.items[named.at]?.kind ?? ""))
    take(scene, scene.items[named.at], "workload");
  if (all.length === 0) return totalsOf(scene, tokenFlow?.unit, days, rates.length > 0, assumed);
  const product = productOf(scene, all);
  const onlyUsers = all.every(({ unit }) => unit === "user");
  const perUser = onlyUsers ? 1 : product;
  const share = hoursADay(scene, base) / 24;
  const burst = hoursOf(scene, rates, base);
  if (burst !== undefined) return { requests: Math.round(product * burst), rated: true, assumed };
  const total =
    base && days !== undefined ? round((onlyUsers ? product : perUser) * factor(base.unit, days) * share) : product;
  // Counts that multiply to more than anybody could call were not meant to be multiplied.
  if (total > Number.MAX_SAFE_INTEGER) return { rated: base !== undefined, assumed };
  const keeps = days !== undefined && !(base?.unit === "month" && said === undefined && asked === undefined);
  return { requests: Math.round(total), ...(keeps && { days }), rated: base !== undefined, assumed };
}

/** "700 a second for an hour": how many of the rate's units some hours hold. */
function hoursOf(scene: Scene, rates: readonly Rate[], base: Rate | undefined): number | undefined {
  const unit = base?.unit ?? "";
  if (!BURSTS.has(unit) || rates.some((rate) => rate.unit in DAYS)) return undefined;
  const said = scene.items.find((item) => isQuantity(item, "hour"));
  const hours = said?.kind === "qty" ? said.n : rates.some((rate) => rate.unit === "hour") ? 1 : undefined;
  take(scene, said, "workload");
  return hours === undefined ? undefined : (hours * (PER_DAY[unit] ?? 1)) / 24;
}

/** "8 hours a day", 每天8小时: how long the calls go on each day, where they come by the second, minute or hour. */
function hoursADay(scene: Scene, base: Rate | undefined): number {
  if (base === undefined || !(base.unit in PER_DAY)) return 24;
  const at = scene.items.findIndex(
    (item, i) =>
      isQuantity(item, "hour") &&
      [beside(scene, i, 1, 1), beside(scene, i, -1, 3)].some((place) => means(scene.items[place], "rate", "day")),
  );
  const hours = scene.items[at];
  if (hours?.kind !== "qty" || hours.n > 24) return 24;
  take(scene, hours, "workload");
  return hours.n;
}

const BURSTS = new Set(["second", "minute"]);

/** "next quarter", 下个月, or the month of "$200 a month": a time that is asked for. */
function askedTime({ items, context }: Scene): Rate | undefined {
  for (const [at, item] of items.entries()) {
    if (item.kind === "money" && item.each !== undefined && item.each in DAYS && item.each !== "day")
      return { unit: item.each, at };
    const isNext = item.kind === "when" && NEXT.test(context.text.slice(item.start, item.end));
    if (isNext && item.from !== undefined && item.from > context.today) {
      const coming = comingUnit(item);
      if (coming) return { unit: coming, at };
    }
    const unit = sense(item, "unit");
    if (unit === undefined || !(unit in DAYS) || unit === "day") continue;
    if (means(items[at - 1], "t", "next") || means(items[at - 1], "t", "this")) return { unit, at: at - 1 };
  }
  return undefined;
}

/** A month by its name is a day of prices; only "next month" may say how long work goes on. */
const NEXT = /\b(?:next|coming)\b|下/i;

/** The unit of a whole week, month or quarter to come. */
function comingUnit({ from = "", to = "" }: When): string | undefined {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
  if (days === 7) return "week";
  if (days >= 28 && days <= 31) return "month";
  return days >= 90 && days <= 92 ? "quarter" : undefined;
}

function takeWords(scene: Scene): void {
  for (const kind of ["times", "rate"]) for (const [item] of withSense(scene, kind)) take(scene, item, "workload");
}

function daysOf(
  unit: string | undefined,
  said: number | undefined,
  asked: string | undefined,
  assumed: string[],
): number | undefined {
  if (said !== undefined) return said;
  if (asked !== undefined) {
    if (asked === "month") assumed.push("month_30_days");
    return DAYS[asked];
  }
  if (unit === undefined) return undefined;
  if (unit in PER_DAY) return 1;
  return DAYS[unit];
}

function besideTokens(scene: Scene, at: number): boolean {
  const counts = (item: Item | undefined): boolean =>
    (item?.kind === "qty" && item.unit === "token") || (item?.kind === "num" && item.big);
  const passes = (item: Item | undefined): boolean =>
    isSoft(item) ||
    means(item, "unit", "token") ||
    means(item, "side") ||
    means(item, "io") ||
    means(item, "part") ||
    isMark(item, "/", "(", ":");
  return counts(scene.items[beside(scene, at, -1, 4, passes)]) || counts(scene.items[beside(scene, at, 1, 4, passes)]);
}

/** Tokens per day or month, with no count of calls. */
function totalsOf(
  scene: Scene,
  unit: string | undefined,
  days: number | undefined,
  rated: boolean,
  assumed: string[],
): Requests {
  if (unit === undefined) return { ...(days !== undefined && says(scene, "nothing") && { days }), rated, assumed };
  if (days === undefined || DAYS[unit] === days) return { rated: true, assumed };
  return { totals: round(factor(unit, days)), days, rated: true, assumed };
}
