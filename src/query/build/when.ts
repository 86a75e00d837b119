import { addDays } from "../days.ts";
import { type Item, means, textOf, type When } from "../item.ts";
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

/** A second time adds the end that the first one lacks; a history of several times reaches over all of them. */
function joined(
  before: Times["period"],
  now: NonNullable<Times["period"]>,
  intent: Intent,
): NonNullable<Times["period"]> {
  if (before === undefined) return now;
  if (intent !== "history") return { ...now, ...before };
  const whole = before.from !== undefined && before.to !== undefined && now.from !== undefined && now.to !== undefined;
  if (!whole) return { ...now, ...before };
  const [from, to] = [[before.from, now.from].sort()[0], [before.to, now.to].sort()[1]];
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
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

const USED =
  /\b(?:did|used|burned|burnt|ran|processed|consumed|pushed|sent|had|usage|volume|traffic|bill)\b|用了|跑了|烧了|花了|消耗|处理了|用量|调了/i;
const SUPPOSES = /\b(?:would|will|could|if|move|switch)\b|换|改|如果|要是|挪|迁/i;
const PAST = /\b(?:have|has) (?:cost|been)\b|\bprices?\b|价|当时|那时/i;

/** "we did 1.2B input last month, what would that be on …": when the work was done, and no day of prices. */
const isUsage = ({ context: { text, today } }: Scene, { from }: When): boolean =>
  from !== undefined &&
  from <= today &&
  USED.test(text) &&
  (AT_PRESENT.test(text) || (from >= addDays(today, -RECENT) && SUPPOSES.test(text) && !PAST.test(text)));

/** "at today's prices", 按现在的价. */
const AT_PRESENT = /\b(?:today's|current|present)\b|按(?:照)?(?:现在|目前|今天|当前)|现价/i;

/** Days back that a time of use may reach and still be spoken of as now. */
const RECENT = 130;
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

/** The days that a time of changes reaches over; to today, unless what is to come is asked for. */
function spanOf(scene: Scene, i: number, item: When): NonNullable<Query["period"]> {
  const { today } = scene.context;
  const announced = says(scene, "move", "announced");
  const isAhead = item.ahead !== undefined && item.span !== true && announced;
  const open = item.point === true && item.span !== true && sinceBefore(scene, i);
  const days = period(isAhead ? { ...item, ...item.ahead } : item);
  const said = open ? { ...days, to: today } : days;
  return announced || says(scene, "move", "retired") ? said : capped(said, today);
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
    const aside = isAside(scene, i, item.from !== undefined && item.from > today);
    if (!SPANNING.has(intent) && (aside || (intent === "cost" && isUsage(scene, item)))) continue;
    if (SPANNING.has(intent)) {
      times.period = joined(times.period, spanOf(scene, i, item), intent);
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

/** "since i last asked on monday": a word for since a little before a day. */
const sinceBefore = ({ items }: Scene, i: number): boolean =>
  items.slice(Math.max(0, i - 4), i).some((item) => SINCE.test(textOf(item)));

const SINCE = /^since$|^自从?$/;

function capped({ from, to }: NonNullable<Query["period"]>, today: string): NonNullable<Query["period"]> {
  return {
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to: to > today && from !== undefined && from <= today ? today : to }),
  };
}
