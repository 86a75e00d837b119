import type { Item } from "../item.ts";
import type { Command } from "../query.ts";
import { isMark } from "../recognisers/recogniser.ts";
import { createScene, type Scene, says } from "../scene.ts";
import { isSchedule, readDigest } from "./digest.ts";
import type { Built } from "./draft.ts";
import { readSettings } from "./settings.ts";
import { noParts } from "./signals.ts";
import { readWatch } from "./watch.ts";

const CONNECTS = new Set(["另外", "然后", "并且", "同时", "还有", "再", "and", "also", "then", "plus", "顺便"]);

/** Splits a message where a second command begins: at marks and words like "and", "另外". */
function segments(items: readonly Item[]): Item[][] {
  const out: Item[][] = [[]];
  for (const item of items) {
    const connects = item.kind === "lex" && CONNECTS.has(item.text.toLowerCase());
    if (isMark(item, ",", "，", ";", "；", ".", "\n") || connects) out.push([]);
    out.at(-1)?.push(item);
  }
  return out;
}

const HEADS = ["cmd", "act.pause", "act.resume"];

function headOf(segment: readonly Item[]): string | undefined {
  const head = segment.find((item) => item.kind === "lex" && HEADS.some((kind) => kind in item.senses));
  if (head?.kind !== "lex") return undefined;
  const value = head.senses.cmd ?? "watch";
  return value === "unwatch" || value === "watches" ? "watch" : value;
}

const hasTarget = (items: readonly Item[]): boolean => items.some((item) => item.kind === "name");

/** Joins segments into one group a command: a new head with a target of its own begins a new one. */
function groups(items: readonly Item[]): Item[][] {
  const out: { head?: string; items: Item[] }[] = [];
  for (const segment of segments(items)) {
    const head = headOf(segment);
    const last = out.at(-1);
    const own =
      head !== undefined &&
      last?.head !== undefined &&
      (head !== last.head || (hasTarget(segment) && hasTarget(last.items)));
    if (last === undefined || own) out.push({ items: segment, ...(head !== undefined && { head }) });
    else {
      last.items.push(...segment);
      if (last.head === undefined && head !== undefined) last.head = head;
    }
  }
  return out.map((group) => group.items);
}

function readOne(scene: Scene): Command | undefined {
  return readWatch(scene) ?? readDigest(scene) ?? readSettings(scene);
}

/** Reads the commands of a message: digest, watch and settings; undefined where it is none. */
export function readCommand(scene: Scene): Built | undefined {
  const heads =
    scene.kinds.has("cmd") ||
    says(scene, "lang") ||
    says(scene, "act.pause") ||
    says(scene, "act.resume") ||
    isSchedule(scene);
  if (!heads && !says(scene, "act.set")) return undefined;
  const parts = groups(scene.items).map((items) => createScene(items, scene.context, scene.facts));
  const several = parts.length > 1 ? parts.map(readOne) : [];
  const commands = several.length > 1 && several.every((one) => one !== undefined) ? several : [readOne(scene)];
  const [first] = commands;
  if (first === undefined) {
    for (const item of scene.items) {
      delete item.by;
      delete item.not;
    }
    return undefined;
  }
  const found = commands.filter((one) => one !== undefined);
  return {
    draft: { intent: "command", language: scene.context.language, command: found.length > 1 ? found : first },
    parts: noParts(),
    assumed: [],
  };
}
