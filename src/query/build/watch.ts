import { type Item, means } from "../item.ts";
import type { Command } from "../query.ts";
import { type Scene, says, take, withSense } from "../scene.ts";
import { readNames } from "./names.ts";
import { threshold, watchedMoves, watchedSide } from "./watch-limits.ts";

type Watch = Extract<Command, { name: "watch" }>;

/** Verbs that also ask plain questions ("let me know the price"): commands only with a condition. */
const WEAK =
  /^(告诉我|follow|track|flag|ping|let me know|叫我|留意|说一声|关注|订阅|发我|看着|tell me when|tell me if|招呼|知会|remind me|dm|message me|text me|tell the channel|let us know|推送|推我|推给我|告诉大家|跟踪|追踪|订阅|提示我|shout|holler|发到|发群|发个|发消息|发条|群里|艾特|弹|冒个泡|吭|post|drop|send|message|tell|ping|give|let|say|speak)/i;
const CONDITION =
  /\b(when|if|whenever|once|as soon as|the moment|in case|any time|every time|until)\b|时|的时候|一.{0,12}就|的话|如果|要是|只要|每次|每当|了.{0,6}(?:告诉|叫|喊|说|通知|提醒|吱|招呼)/i;

const triggers = (scene: Scene): boolean =>
  ["watchdown", "watchup", "watchany", "below", "above", "event"].some((kind) => says(scene, kind));

/** Whether a word for watching is meant as one. */
function isMeant(scene: Scene, verb: string): boolean {
  const named = scene.kinds.has("name");
  if (!WEAK.test(verb)) return named || says(scene, "event") || changesState(scene);
  const conditional = triggers(scene) && (CONDITION.test(scene.context.text) || closes(scene));
  return (conditional && (named || says(scene, "event"))) || (named && changesState(scene));
}

/** Whether the message asks to be told of something later. */
function isWatch(scene: Scene): boolean {
  for (const [item] of withSense(scene, "cmd")) {
    const value = item.senses.cmd;
    if (value === "unwatch" || value === "watches") return true;
    if (value === "watch" && isMeant(scene, item.text)) return true;
  }
  // "resume it": nothing but the word for it.
  return (says(scene, "act.resume") || says(scene, "act.pause")) && scene.items.length <= 3;
}

/** 跌到1块以下群里喊一声: a word for telling that follows the amount. */
function closes(scene: Scene): boolean {
  const amount = scene.items.find((item) => item.kind === "money");
  const verb = [...withSense(scene, "cmd")].at(-1)?.[0];
  return amount !== undefined && verb !== undefined && verb.start >= amount.end;
}

const changesState = (scene: Scene): boolean =>
  says(scene, "act.pause") || says(scene, "act.resume") || says(scene, "act.remove") || says(scene, "act.off");

const LISTING = /哪些|什么|啥|列表|几个|list|what|which|show|都有|我订了|盯了|看下|看看|清单/i;

function actionOf(scene: Scene): Watch["action"] {
  const [pauses, resumes] = [says(scene, "act.pause"), says(scene, "act.resume")];
  if (says(scene, "cmd", "unwatch")) return "remove";
  const lists = says(scene, "cmd", "watches") && !scene.kinds.has("name");
  const ends = says(scene, "act.remove") || ENDS.test(scene.context.text);
  if (lists && !pauses && !resumes && !ends) return "list";
  if (resumes) return "resume";
  if (pauses) return "pause";
  const removes = says(scene, "act.remove") || says(scene, "act.off");
  return removes && !says(scene, "below") && !says(scene, "watchdown") ? "remove" : "on";
}

const ENDS = /\b(?:stop|cancel|kill|end|turn off|disable)\b|停掉|停了|关掉|取消/i;

const PRIVATE =
  /私|dm|direct|privately|private|别发群|别在群|不要发群|not (?:the|in the) channel|not in here|小窗|personally/i;

const ME = /\bme\b|我/;

function notifyOf(scene: Scene): Watch["notify"] {
  const words = (kind: string): string[] =>
    scene.items.filter((item) => means(item, "notify", kind)).map((item) => textIn(scene, item));
  const me = words("me");
  if (me.some((word) => PRIVATE.test(word)) || PRIVATE.test(scene.context.text)) return "me";
  if (words("here").length > 0) return "here";
  return me.length > 0 || ME.test(verbs(scene)) ? "me" : undefined;
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

/** Whom a watch is about; "on Moonshot" is the lab here, since labs ship models and hosts do not. */
function targetsOf(scene: Scene): Pick<Watch, "models" | "families" | "labs"> {
  const labs = scene.items.flatMap((item) =>
    item.kind === "name" && item.mention.lab !== undefined ? [item.mention.lab] : [],
  );
  const names = readNames(scene);
  const made = names.labs.length > 0 ? names.labs : names.providers.length > 0 ? labs : [];
  return {
    ...(names.models.length > 0 && { models: names.models }),
    ...(names.families.length > 0 && { families: names.families }),
    ...(made.length > 0 && names.models.length + names.families.length === 0 && { labs: made }),
  };
}

/** A model or host that comes; "any new qwen model" says so with the name in between. */
function eventOf(scene: Scene): Watch["event"] {
  const [said] = withSense(scene, "event");
  if (said) return said[0].senses.event as Watch["event"];
  if (!says(scene, "move", "new")) return undefined;
  if (says(scene, "noun", "model")) return "new_model";
  return says(scene, "noun", "provider") ? "new_host" : undefined;
}

/** What a new watch waits for: an amount, an event, or any move. */
function conditionOf(scene: Scene, named: boolean): Partial<Watch> {
  const event = eventOf(scene);
  const on = watchedSide(scene);
  const bound = threshold(scene);
  const bounded = bound.below !== undefined || bound.above !== undefined;
  // A new model of a model makes no sense: with a model the word for news is about its price.
  const isEvent = event === "new_host" || (event !== undefined && !bounded && !named);
  return {
    ...(isEvent && { event }),
    ...(on !== undefined && { on }),
    ...bound,
    ...(!bounded && !isEvent && { any: watchedMoves(scene) }),
  };
}

/** Reads a watch: who, on what, how far, and where the word goes. */
export function readWatch(scene: Scene): Command | undefined {
  // "pause the digest for two weeks" is no watch.
  if (
    says(scene, "cmd", "digest") &&
    !scene.kinds.has("name") &&
    !says(scene, "cmd", "watch") &&
    !says(scene, "cmd", "watches")
  )
    return undefined;
  if (!isWatch(scene) && !(changesState(scene) && says(scene, "cmd", "watches"))) return undefined;
  const action = actionOf(scene);
  const targets = targetsOf(scene);
  if (action !== "on") return { name: "watch", action, ...targets };
  const lists = LISTING.test(scene.context.text) && !says(scene, "event");
  if (Object.keys(targets).length === 0 && lists) return { name: "watch", action: "list" };
  const condition = conditionOf(scene, targets.models !== undefined);
  const until = untilOf(scene);
  const notify = notifyOf(scene);
  return {
    name: "watch",
    action,
    ...targets,
    ...condition,
    ...(until !== undefined && { until }),
    ...(notify !== undefined && { notify }),
  };
}
