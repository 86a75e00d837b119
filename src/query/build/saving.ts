import { SAVED_FROM_FIRST } from "../reading.ts";
import type { Scene } from "../scene.ts";
import type { Draft } from "./draft.ts";

/** From one model to another, in the order in which they are named. */
const MOVES_ON =
  /\bfrom\b.+\bto\b|\b(?:switch|mov|migrat|chang|go|swapp?|upgrad|downgrad)(?:e|es|ed|ing)?\b.+\bto\b|\breplac(?:e|es|ed|ing)\b.+\bwith\b|换|改用|切到|切换|迁移|迁到|替换|升级到|降到/iu;
/** The one moved away from stands behind. */
const LOOKS_BACK = /\bto\b.+\bfrom\b|\binstead\b|\brather than\b|\bthan\b|\bover\b|比|代替|而不是|取代/iu;
const SIDES = new Set(["percent", "times", "difference"]);

/** "From gpt-4o to mini, what do I save?": what is saved is a part of what was paid before. */
export function savingAssumed({ context }: Scene, { models = [], families = [], derive }: Draft): string[] {
  if (derive === undefined || !SIDES.has(derive) || models.length + families.length !== 2) return [];
  return MOVES_ON.test(context.text) && !LOOKS_BACK.test(context.text) ? [SAVED_FROM_FIRST] : [];
}
