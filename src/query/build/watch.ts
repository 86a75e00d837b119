import { type Item, means, } from "../item.ts";
import type { Command } from "../query.ts";
import { sideAt } from "../refiners/sides.ts";
import { type Scene, says, stillSays, take, withSense } from "../scene.ts";
import { readNames } from "./names.ts";

type Watch = Extract<Command, { name: "watch" }>;

/** Verbs that also ask plain questions ("let me know the price"): commands only with a condition. */
const WEAK =
  /^(告诉我|follow|track|flag|ping|let me know|叫我|留意|说一声|关注|订阅|发我|看着|tell me when|tell me if|招呼|知会|remind me|dm|message me|text me|tell the channel|let us know|推送|推我|推给我|告诉大家|跟踪|追踪|订阅|提示我|shout|holler)/i;
const CONDITION =
  /\b(when|if|whenever|once|as soon as|the moment|in case|any time|every time|until)\b|时|的时候|一.{0,12}就|的话|如果|要是|只要|每次|每当|了.{0,6}(?:告诉|叫|喊|说|通知|提醒|吱|招呼)/i;

const triggers = (scene: Scene): boolean =>
  ["watchdown", "watchup", "watchany", "below", "above", "event"].some((kind) => says(scene, kind));

/** Whether the message asks to be told of something later. */
function isWatch(scene: Scene): boolean {
  for (const [item] of withSense(scene, "cmd")) {
    const value = item.senses.cmd;
    if (value === "unwatch" || value === "watches") return true;
    if (value !== "watch") continue;
    const named = scene.kinds.has("name");
    if (!WEAK.test(item.text)) return named || says(scene, "event") || changesState(scene);
    if ((named || says(scene, "event")) && triggers(scene) && CONDITION.test(scene.context.text)) return true;
    if (named && changesState(scene)) return true;
  }
  // "resume it": nothing but the word for it.
  return (says(scene, "act.resume") || says(scene, "act.pause")) && scene.items.length <= 3;
}

const changesState = (scene: Scene): boolean =>
  says(scene, "act.pause") || says(scene, "act.resume") || says(scene, "act.remove") || says(scene, "act.off");

const LISTING = /哪些|什么|啥|列表|几个|list|what|which|show|都有|我订了|盯了|看下|看看|清单/i;

function actionOf(scene: Scene): Watch["action"] {
  if (says(scene, "cmd", "unwatch")) return "remove";
  if (
    says(scene, "cmd", "watches") &&
    !scene.kinds.has("name") &&
    !says(scene, "act.pause") &&
    !says(scene, "act.resume") &&
    !says(scene, "act.remove")
  )
    return "list";
  if (says(scene, "act.pause") && !says(scene, "act.resume")) return "pause";
  if (says(scene, "act.resume")) return "resume";
  const removes = [...withSense(scene, "act.remove")].length > 0 || [...withSense(scene, "act.off")].length > 0;
  if (removes && !says(scene, "below") && !says(scene, "watchdown")) return "remove";
  return "on";
}

/** The side that a watch is about. */
function sideOf(scene: Scene): Watch["on"] {
  for (const [i, item] of scene.items.entries()) {
    const on = sideAt(scene.items, i);
    if (on !== "input" && on !== "output" && on !== "cache_read") continue;
    take(scene, item, "watch");
    return on;
  }
  return undefined;
}

interface Threshold {
  below?: number;
  above?: number;
  currency?: Watch["currency"];
}

/** "below $2", 跌破20刀: the amount per 1M tokens and its direction. */
function threshold(scene: Scene): Threshold {
  for (const [i, item] of scene.items.entries()) {
    const bare = item.kind === "num" && !item.big && !item.ordinal && besideBound(scene, i);
    if (item.kind !== "money" && !bare) continue;
    take(scene, item, "watch");
    const amount = item.kind === "money" ? (item.amount * 1e6) / (item.per ?? 1e6) : item.kind === "num" ? item.n : 0;
    const currency = item.kind === "money" ? item.currency : scene.context.language === "zh" ? "CNY" : "USD";
    const value = Number(amount.toPrecision(12));
    return directionAt(scene, i) === "above" ? { above: value, currency } : { below: value, currency };
  }
  return {};
}

function besideBound({ items }: Scene, i: number): boolean {
  return [items[i - 1], items[i - 2], items[i + 1]].some((item) => means(item, "below") || means(item, "above"));
}

function directionAt({ items }: Scene, i: number): "below" | "above" {
  for (const at of [i - 1, i - 2, i - 3, i + 1, i + 2]) {
    if (means(items[at], "above") && !means(items[at], "below")) return "above";
    if (means(items[at], "below")) return "below";
  }
  return items.slice(0, i).some((item) => means(item, "watchup")) && !items.some((item) => means(item, "watchdown"))
    ? "above"
    : "below";
}

const ONLY = /只|only/i;

function anyOf(scene: Scene): NonNullable<Watch["any"]> {
  const only = ["watchdown", "watchup"].find((kind) =>
    [...withSense(scene, kind)].some(([item]) => ONLY.test(item.text)),
  );
  if (only !== undefined) return only === "watchdown" ? "down" : "up";
  if (says(scene, "watchany")) return true;
  const [down, up] = [stillSays(scene, "watchdown"), stillSays(scene, "watchup")];
  if (down === up) return true;
  return down ? "down" : "up";
}

const PRIVATE =
  /私|dm|direct|privately|private|别发群|别在群|不要发群|not (?:the|in the) channel|not in here|小窗|personally/i;

function notifyOf(scene: Scene): Watch["notify"] {
  const words = (kind: string): string[] =>
    scene.items.filter((item) => means(item, "notify", kind)).map((item) => textIn(scene, item));
  const me = words("me");
  if (me.some((word) => PRIVATE.test(word)) || PRIVATE.test(scene.context.text)) return "me";
  if (words("here").length > 0) return "here";
  return me.length > 0 || /\b(?:me)\b|我/.test(verbs(scene)) ? "me" : undefined;
}

const verbs = (scene: Scene): string => [...withSense(scene, "cmd")].map(([item]) => item.text).join(" ");

const textIn = ({ context }: Scene, item: Item): string => context.text.slice(item.start, item.end);

/** "until friday": the day on which the watch ends. */
function untilOf(scene: Scene): string | undefined {
  const when = scene.items.find((item) => item.kind === "when" && item.by === undefined);
  if (when?.kind !== "when") return undefined;
  take(scene, when, "watch");
  const past = when.to !== undefined && when.to < scene.context.today;
  return past || when.ahead !== undefined ? (when.ahead?.to ?? when.to) : when.to;
}

/** Reads a watch: who, on what, how far, and where the word goes. */
export function readWatch(scene: Scene): Command | undefined {
  if (!isWatch(scene) && !(changesState(scene) && says(scene, "cmd", "watches"))) return undefined;
  const action = actionOf(scene);
  const names = readNames(scene);
  const targets = {
    ...(names.models.length > 0 && { models: names.models }),
    ...(names.families.length > 0 && { families: names.families }),
    ...(names.labs.length > 0 && names.models.length === 0 && { labs: names.labs }),
  };
  if (action !== "on") return { name: "watch", action, ...targets };
  if (Object.keys(targets).length === 0 && LISTING.test(scene.context.text) && !says(scene, "event"))
    return { name: "watch", action: "list" };
  const event = [...withSense(scene, "event")][0]?.[0].senses.event as Watch["event"];
  const on = sideOf(scene);
  const bound = threshold(scene);
  const bounded = bound.below !== undefined || bound.above !== undefined;
  const until = untilOf(scene);
  const notify = notifyOf(scene);
  // A new model of a model makes no sense: with a model the word for news is about its price.
  const isEvent = event !== undefined && !bounded && !(event === "new_model" && names.models.length > 0);
  return {
    name: "watch",
    action,
    ...targets,
    ...(isEvent && { event }),
    ...(on !== undefined && { on }),
    ...bound,
    ...(!bounded && !isEvent && { any: anyOf(scene) }),
    ...(until !== undefined && { until }),
    ...(notify !== undefined && { notify }),
  };
}
