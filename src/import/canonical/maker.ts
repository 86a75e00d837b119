import { anchorOf } from "./anchors.ts";
import labs from "./labs.json" with { type: "json" };
import { labOfStart } from "./words.ts";
import wrappers from "./wrappers.json" with { type: "json" };

const NOT_MAKERS = new Set(wrappers.notMakers);
const PREFIXES = [...Object.values(labs.folders).flat(), ...wrappers.makers]
  .filter((word) => !NOT_MAKERS.has(word))
  .map((word) => `${word}-`)
  .sort((a, b) => b.length - a.length);

/**
 * Takes a maker's or reseller's name off the front where a model's own word follows it: "openai-gpt-5" → "gpt-5",
 * "cerebras-zai-glm-4.7" → "glm-4.7". A name that begins with a model's own word keeps it ("qwen-omni-turbo"),
 * unless the same lab's word follows ("qwen-qwen3-32b").
 */
export function withoutMaker(name: string): string {
  const own = labOfStart(name);
  if (own !== undefined && anchorOf(own, name) !== undefined) return name;
  for (const prefix of PREFIXES) {
    if (!name.startsWith(prefix)) continue;
    const rest = withoutMaker(name.slice(prefix.length));
    const lab = labOfStart(rest);
    if (lab !== undefined && (own === undefined || own === lab)) return rest;
  }
  return name;
}
