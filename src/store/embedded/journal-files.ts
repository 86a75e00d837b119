import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { damaged } from "./damage.ts";

/**
 * A generation of the journal is a base, all records as they were when it began, and a log of what changed since. The
 * generation before the newest base is kept with its log: without the newest base, nothing is lost.
 */
export interface Generations {
  /** The newest one with a base; 0 where there is none, which is right only if the first log is there or no file at all. */
  base: number;
  /** Generations whose logs are to be read after it, in order. */
  logs: number[];
  /** The newest of all files; 0 if there is none. */
  newest: number;
}

type Part = "base" | "log";

const NAME = /^(base|log)-(\d{6,})\.jsonl$/;

export const pathOf = (folder: string, part: Part, generation: number) =>
  join(folder, `${part}-${String(generation).padStart(6, "0")}.jsonl`);

async function filesIn(folder: string): Promise<{ name: string; part: Part; generation: number }[]> {
  const names = await readdir(folder);
  return names.flatMap((name) => {
    const [, part, generation] = NAME.exec(name) ?? [];
    return part === "base" || part === "log" ? [{ name, part, generation: Number(generation) }] : [];
  });
}

/** Which files make up what is stored. Throws an OperatorError if one of them is missing. */
export async function findGenerations(folder: string): Promise<Generations> {
  const files = await filesIn(folder);
  const of = (part: Part) => files.filter((file) => file.part === part).map(({ generation }) => generation);
  const base = Math.max(0, ...of("base"));
  const first = Math.max(1, base);
  const newest = Math.max(base, ...of("log"));
  const wanted = newest === 0 ? [] : Array.from({ length: newest - first + 1 }, (_, i) => first + i);
  const present = new Set(of("log"));
  const missing = wanted.find((generation) => !present.has(generation));
  if (missing !== undefined)
    throw damaged(pathOf(folder, "log", missing), "is missing", "restore it from a backup of the whole folder");
  return { base, logs: wanted, newest };
}

/** Removes what is older than the generation. */
export async function dropOlder(folder: string, generation: number): Promise<void> {
  const old = (await filesIn(folder)).filter((file) => file.generation < generation);
  for (const { name } of old) await rm(join(folder, name), { force: true });
}
