import { type Item, means, type When } from "../item.ts";
import type { Filters, Intent, Query } from "../query.ts";
import { isMark } from "../recognisers/recogniser.ts";
import { beside, type Scene, says, take } from "../scene.ts";

export interface Times {
  asOf?: string;
  period?: NonNullable<Query["period"]>;
  released?: NonNullable<Filters["released"]>;
}

const SPANNING = new Set<Intent>(["history", "changes"]);
const ROWS = new Set<Intent>(["rank", "list"]);

const isRelease = (item: Item | undefined): boolean => means(item, "dim", "released") || means(item, "move", "new");

/** Whether a time says when models came out; `releases` are the words for it in the whole text. */
function isReleaseTime(scene: Scene, i: number, when: When, releases: readonly Item[]): boolean {
  const { items } = scene;
  const near = [beside(scene, i, 1, 2), beside(scene, i, -1, 2)].map((place) => items[place]);
  const released = near.find(isRelease) ?? releases.find((item) => item.by === undefined);
  if (released) take(scene, released, "released");
  return released !== undefined || when.span === true;
}

function period(when: When): NonNullable<Query["period"]> {
  return { ...(when.from !== undefined && { from: when.from }), ...(when.to !== undefined && { to: when.to }) };
}

/** A second time only adds the end that the first one lacks. */
function joined(before: Times["period"], now: NonNullable<Times["period"]>): NonNullable<Times["period"]> {
  return before === undefined ? now : { ...now, ...before };
}

const endsSentence = (item: Item | undefined): boolean => item === undefined || isMark(item, ".", "\n", "?", "!", "？");
const isModel = (item: Item): boolean =>
  item.kind === "name" && (item.mention.model ?? item.mention.family) !== undefined;

const WEEKDAYS = /周[一二三四五六日天]|星期|礼拜|\b(?:mon|tue|wed|thu|fri)/i;

/** 周一到周五每天…, 前天刚出的 sonnet 5: days of work, or when a named model came out, and no day of prices. */
function isOfAnother(scene: Scene, i: number, { span, start, end }: When): boolean {
  const { items, context } = scene;
  if (span === true && WEEKDAYS.test(context.text.slice(start, end))) return true;
  const next = items[i + 1];
  return (
    (isRelease(next) || (next?.kind === "lex" && next.senses.sup?.startsWith("released") === true)) &&
    items[beside(scene, i + 1, 1, 1)]?.kind === "name"
  );
}

const TELLS = ["sup", "side", "dim", "cue.howmuch", "ability", "cue.estimate", "bound"];

/** In a long text, or of a day to come: in a sentence that asks nothing it is about something else. */
function isAside({ items, context }: Scene, i: number, isAhead: boolean): boolean {
  if (context.text.length < LONG && !isAhead) return false;
  let [from, to] = [i, i];
  const reach = isAhead ? NEAR : REACH;
  while (from > i - reach && !endsSentence(items[from - 1])) from -= 1;
  while (to < i + reach && !endsSentence(items[to + 1])) to += 1;
  // In a long text, a day to come is most often when the answer is due.
  if (isAhead && context.text.length >= LONG) return !items.slice(from, to + 1).some(isModel);
  return !items.slice(from, to + 1).some((item) => item.kind === "name" || TELLS.some((kind) => means(item, kind)));
}

const LONG = 120;
/** Items on either side that still count as the same sentence. */
const REACH = 20;
/** The same for a day to come. */
const NEAR = 10;

/** The day whose prices a time asks for: its last, today where it still runs, and a day to come as it is. */
function dayOfPrices({ from, to, day }: When, today: string): string {
  const last = day ?? to ?? from ?? today;
  return last < today || (from !== undefined && from > today) ? last : today;
}

/** What the times of a question mean for its intent: a day of prices, a period, or when models came out. */
export function readTimes(scene: Scene, intent: Intent): Times {
  const times: Times = {};
  let pointed = false;
  const releases = scene.items.filter((item) => item.by === undefined && means(item, "dim", "released"));
  const { today } = scene.context;
  for (const [i, item] of scene.items.entries()) {
    if (item.kind !== "when" || item.by !== undefined) continue;
    take(scene, item, "time");
    if (!SPANNING.has(intent) && isAside(scene, i, item.from !== undefined && item.from > today)) continue;
    if (SPANNING.has(intent)) {
      const isAhead = item.ahead !== undefined && item.span !== true && says(scene, "move", "announced");
      times.period = joined(times.period, capped(period(isAhead ? { ...item, ...item.ahead } : item), today));
    } else if (ROWS.has(intent) && isReleaseTime(scene, i, item, releases)) {
      const { from, to } = item;
      times.released = {
        ...times.released,
        ...(from !== undefined && { from }),
        ...(to !== undefined && to < today && { to }),
      };
    } else if (!isOfAnother(scene, i, item) && (times.asOf === undefined || (item.point && !pointed))) {
      times.asOf = dayOfPrices(item, today);
      pointed = item.point ?? false;
    }
  }
  if (times.asOf === today) delete times.asOf;
  return times;
}

function capped({ from, to }: NonNullable<Query["period"]>, today: string): NonNullable<Query["period"]> {
  return {
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to: to > today && from !== undefined && from <= today ? today : to }),
  };
}
