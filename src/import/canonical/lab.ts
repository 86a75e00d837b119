import { anchorOf } from "./anchors.ts";
import labs from "./labs.json" with { type: "json" };
import { normalName } from "./normal.ts";
import type { Stripped } from "./strip.ts";
import { formatSuffix } from "./suffix.ts";
import { labOfName } from "./words.ts";

const FOLDER_LAB = new Map(
  Object.entries(labs.folders).flatMap(([lab, folders]) => folders.map((folder) => [folder, lab] as const)),
);
const SHOPS: Record<string, string> = labs.shops;

/** Whether the lab has a model of just this name, serving suffixes aside: others republish it, they did not make it. */
function isFrom(lab: string, name: string): boolean {
  const suffix = formatSuffix(name);
  const bare = suffix === undefined ? name : name.slice(0, -suffix.length - 1);
  return [name, bare].some((each) => anchorOf(lab, normalName(lab, each)) !== undefined);
}

/** The lab whose own shop a provider is, by any source's name of the provider. */
export function shopOf(provider: string): string | undefined {
  return SHOPS[provider];
}

/**
 * Who made the model: the folder's organisation (a fine-tune belongs to its maker, whatever its name begins with),
 * unless the name is that of another lab's model; without a folder the name's own word, else the shop's lab.
 */
export function labOf(stripped: Stripped, provider: string): string | undefined {
  const fromName = labOfName(stripped.name);
  const folder = stripped.folders.find((each) => FOLDER_LAB.has(each)) ?? stripped.folders[0];
  if (folder === undefined) {
    const route = stripped.routes.map((each) => FOLDER_LAB.get(each)).find((lab) => lab !== undefined);
    return fromName ?? SHOPS[provider] ?? route;
  }
  if (fromName !== undefined && isFrom(fromName, stripped.name)) return fromName;
  return FOLDER_LAB.get(folder) ?? folder;
}
