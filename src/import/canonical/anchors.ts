import aliases from "./aliases.json" with { type: "json" };
import anchors from "./anchors.json" with { type: "json" };
import { keyOf } from "./key.ts";

const SEPARATORS = /[^a-z0-9]/g;

/** Endings of the lab's or the weights' name that hosts leave out, where no model goes by the shorter name. */
const ENDINGS: Record<string, string[]> = {
  alibaba: ["instruct", "chat"],
  google: ["preview", "it"],
  meta: ["instruct", "chat"],
  microsoft: ["instruct"],
  minimax: ["chat"],
  mistral: ["instruct", "latest"],
  moonshotai: ["preview", "instruct"],
  deepseek: ["instruct"],
};

const looseKey = (name: string): string => keyOf(name).replace(SEPARATORS, "");

type Index = { exact: Map<string, string>; loose: Map<string, string> };

function indexOf(lab: string): Index {
  const names: string[] = (anchors as Record<string, string[]>)[lab] ?? [];
  const other: Record<string, string> = (aliases as Record<string, Record<string, string>>)[lab] ?? {};
  const entries = [...names.map((name) => [name, name] as const), ...Object.entries(other)];
  const exact = new Map(entries.map(([name, canonical]) => [keyOf(name), canonical]));
  const loose = new Map<string, string>();
  for (const [name, canonical] of entries) {
    const key = looseKey(name);
    // Two anchors that differ only in where the figures break are told apart, never guessed at.
    loose.set(key, loose.has(key) && loose.get(key) !== canonical ? "" : canonical);
  }
  return { exact, loose };
}

const indices = new Map<string, Index>();

function indexFor(lab: string): Index {
  const known = indices.get(lab) ?? indexOf(lab);
  indices.set(lab, known);
  return known;
}

/** The lab's own name for a spelling of it, or nothing if the lab has no such name. */
export function anchorOf(lab: string, name: string): string | undefined {
  const index = indexFor(lab);
  return index.exact.get(keyOf(name)) ?? (index.loose.get(looseKey(name)) || undefined);
}

/** Like {@link anchorOf}, also where the host leaves out an ending such as "-instruct" that the lab's only such model carries. */
export function anchorWithEnding(lab: string, name: string): string | undefined {
  for (const ending of ENDINGS[lab] ?? []) {
    const found = anchorOf(lab, `${name}-${ending}`);
    if (found !== undefined) return found;
  }
  return undefined;
}
