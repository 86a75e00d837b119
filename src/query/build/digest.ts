import { type Item, means } from "../item.ts";
import { type Command, type Filters, SECTIONS } from "../query.ts";
import { negation } from "../refiners/negation.ts";
import { type Scene, says, take, withSense } from "../scene.ts";
import { abilities, flagFilters } from "./filters.ts";
import { readNames } from "./names.ts";

type Digest = Extract<Command, { name: "digest" }>;

const DIGIT = /\d/;

function timeOf(scene: Scene): Pick<Digest, "weekday" | "time" | "timezone"> {
  const clock = scene.items.find((item) => item.kind === "clock");
  const noon = [...withSense(scene, "clock")].find(([item]) => DIGIT.test(item.senses.clock ?? ""))?.[0].senses.clock;
  const time = clock?.kind === "clock" ? clock.time : (noon ?? bareHour(scene));
  const timezone = [...withSense(scene, "timezone")][0]?.[0].senses.timezone;
  const weekday = weekdayOf(scene);
  return {
    ...(weekday !== undefined && { weekday }),
    ...(time !== undefined && { time }),
    ...(timezone !== undefined && { timezone }),
  };
}

const AT_HOUR = /\bat (\d{1,2})(?![\d:.,%])/i;

/** "at 9": an hour with nothing beside it. */
function bareHour({ context: { text } }: Scene): string | undefined {
  const hour = Number(AT_HOUR.exec(text)?.[1] ?? Number.NaN);
  return hour < 24 ? `${String(hour).padStart(2, "0")}:00` : undefined;
}

/** The weekday of a schedule: date recognisers may have made a day of it. */
function weekdayOf(scene: Scene): number | undefined {
  for (const item of scene.items) {
    if (item.kind === "lex" && item.senses.weekday !== undefined && item.senses.weekday !== "w")
      return Number(item.senses.weekday);
    if (item.kind === "when" && item.point && item.ahead && !isDate(scene, item))
      return new Date(item.ahead.from).getUTCDay();
  }
  return undefined;
}

/** "6月29日" and "2026-06-29" are days; a weekday has no digits. */
const isDate = ({ context }: Scene, { start, end }: Item): boolean => DIGIT.test(context.text.slice(start, end));

/** The day of an edition that is asked for. */
function dateOf(scene: Scene): string | undefined {
  const when = scene.items.find((item) => item.kind === "when" && item.by === undefined && isDate(scene, item));
  return when?.kind === "when" ? when.from : undefined;
}

const MOVED: Record<string, string> = {
  down: "cuts",
  up: "rises",
  new: "new",
  retired: "retired",
  free: "free",
  announced: "announced",
};

const LEAVES_OUT = /(?:\b(?:no|not|without|skip|minus|except)(?: the| any)?|不要|不发|别发|除了|不含)\s?$/i;

/** "no new models": a section that is not wanted. */
const isLeftOut = ({ context: { text } }: Scene, { start }: { start: number }): boolean =>
  LEAVES_OUT.test(text.slice(Math.max(0, start - 14), start));

function sectionsOf(scene: Scene): Digest["sections"] {
  const found = new Set<(typeof SECTIONS)[number]>();
  for (const item of scene.items) {
    if (item.kind !== "lex" || item.not || item.by !== undefined || isLeftOut(scene, item)) continue;
    const section =
      item.senses.section ??
      MOVED[item.senses.move ?? ""] ??
      ("watchdown" in item.senses ? "cuts" : "watchup" in item.senses ? "rises" : undefined);
    if (section === undefined) continue;
    take(scene, item, "section");
    found.add(section as (typeof SECTIONS)[number]);
  }
  return found.size > 0 ? SECTIONS.filter((section) => found.has(section)) : undefined;
}

function filtersOf(scene: Scene): Filters | undefined {
  const filters: Filters = flagFilters(scene);
  const { all, none, items } = abilities(scene);
  for (const item of items) take(scene, item, "ability");
  if (all.length + none.length > 0)
    filters.abilities = { ...(all.length > 0 && { all }), ...(none.length > 0 && { none }) };
  const names = readNames(scene);
  if (names.labs.length + names.out.labs.length > 0)
    filters.labs = {
      ...(names.labs.length > 0 && { in: names.labs }),
      ...(names.out.labs.length > 0 && { out: names.out.labs }),
    };
  if (names.families.length > 0) filters.families = { in: names.families };
  if (names.providers.length > 0) filters.providers = { in: names.providers };
  return Object.keys(filters).length > 0 ? filters : undefined;
}

const CHANGES = /\b(?:change|move|switch|reschedule|shift|update)\b|改|换|挪|调到|推迟|提前到/i;
const SHOWS =
  /^is (?:my|the|our|this)\b|开着[吗没]|开了[吗没]|订了[吗没]|settings|when is|what time|schedule\?|status|设置是|几点发|什么时候发|配置|是什么|查看|怎么配/i;

/** Said as a command: "digest list", and nothing but its name. */
const SHORT = /^[^\p{L}]*(?:digest|周报)(?:\s*(list|show|status|列表|状态))?[^\p{L}\p{N}]*$/iu;

function actionOf(scene: Scene, timed: boolean): Digest["action"] {
  const { text } = scene.context;
  const short = SHORT.exec(text);
  if (short) return LISTS.test(short[1] ?? "") ? "list" : "show";
  if (says(scene, "act.off") || says(scene, "act.pause") || OFF.test(text)) return "off";
  if (SHOWS.test(text) && !timed) return "show";
  if (says(scene, "act.now") && !timed) return "now";
  if (timed && CHANGES.test(text)) return "set";
  return !timed && NOW.test(text) ? "now" : "on";
}

const LISTS = /list|列表/i;
const OFF = /unsubscribe|停了|别发|不要再|退订/i;
const NOW = /来一份|来一期|看一下|看看|发一份|show me|give me|let me see|this week's|本周的|这周的|最新一期|latest/i;

const SENDS = /[发推]|\b(?:post|send|publish|give|share)\b/i;
const WEEKLY = /(?:^|\s)(?:every|each) (?:week|mon|tue|wed|thu|fri|sat|sun)|[每逢]个?(?:周|星期|礼拜)/i;

/** 每周一九点发降价: a day of every week with a time and a word for sending. */
export const isSchedule = ({ context: { text }, kinds }: Scene): boolean =>
  (kinds.has("clock") || kinds.has("section")) && WEEKLY.test(text) && SENDS.test(text);

/** Reads a command about the weekly digest. */
export function readDigest(scene: Scene): Command | undefined {
  if (!says(scene, "cmd", "digest") && !isSchedule(scene)) return undefined;
  if (scene.items.some((item) => item.kind === "name" && item.mention.model !== undefined)) return undefined;
  negation(scene);
  const time = timeOf(scene);
  const timed = Object.keys(time).length > 0;
  const date = timed ? undefined : dateOf(scene);
  const action = date === undefined ? actionOf(scene, timed) : says(scene, "act.now") ? "now" : "show";
  if (action === "off") return { name: "digest", action };
  if (action === "show" || date !== undefined) return { name: "digest", action, ...(date && { date }) };
  const quiet = says(scene, "quiet");
  for (const [item] of withSense(scene, "quiet")) if (item.senses.status !== undefined) take(scene, item, "quiet");
  const sections = sectionsOf(scene);
  const filters = filtersOf(scene);
  const language = [...withSense(scene, "lang")].find(([item]) => !means(item, "origin") || item.by === undefined)?.[0]
    .senses.lang;
  return {
    name: "digest",
    action,
    ...time,
    ...(filters && { filters }),
    ...(sections && { sections }),
    ...(language !== undefined && { language: language as "en" | "zh" }),
    ...(quiet && { quiet: true }),
  };
}
