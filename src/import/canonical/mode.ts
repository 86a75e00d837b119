import wrappers from "./wrappers.json" with { type: "json" };

const MODES = Object.entries(wrappers.modes);

/**
 * The ending that only says how a hybrid model is asked to answer ("claude-opus-4-6-thinking", "o3-mini-high").
 * At labs that train thinking twins the same word makes another model, so they are not in the table.
 */
export function modeSuffix(lab: string, name: string): string | undefined {
  return MODES.find(([mode, labs]) => labs.includes(lab) && name.endsWith(`-${mode}`))?.[0];
}
