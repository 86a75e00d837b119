import { randomUUID } from "node:crypto";
import { link, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { OperatorError } from "../../lib/errors.ts";
import { identityOf, isRunning } from "./process.ts";

/**
 * Locks are numbered, and the highest one counts. Who finds it left by a dead process makes the next one, which only one
 * can; nobody ever removes the highest, so that a number that somebody is about to make is never free again by mistake.
 */
const NAME = /^lock-(\d+)$/;

const Holder = z.object({ pid: z.int().positive(), identity: z.string(), since: z.string() });

/**
 * Takes a folder for this process; what a crashed one left is taken over at once. The folder must be on a disk of this
 * machine, and all who open it must see each other's process numbers.
 * @returns what gives it back. Rejects with an OperatorError where a living process has it.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const own = join(folder, `lock.${randomUUID()}.tmp`);
  const identity = identityOf(process.pid) ?? "";
  await writeFile(own, JSON.stringify({ pid: process.pid, identity, since: new Date().toISOString() }), {
    mode: 0o600,
  });
  try {
    let mine: string | undefined;
    while (mine === undefined) mine = await takeNext(folder, own);
    const path = mine;
    return () => truncate(path);
  } finally {
    await rm(own, { force: true });
  }
}

/** @returns the path of the lock, or nothing where another process came first. */
async function takeNext(folder: string, own: string): Promise<string | undefined> {
  const highest = Math.max(0, ...(await numbersIn(folder)));
  await refuseIfHeld(pathOf(folder, highest), folder);
  const path = pathOf(folder, highest + 1);
  // Linked rather than written, so that nobody ever sees half a lock.
  if (!(await linked(own, path))) return undefined;
  const all = await numbersIn(folder);
  if (Math.max(...all) > highest + 1) {
    await rm(path, { force: true });
    return undefined;
  }
  for (const old of all.filter((number) => number <= highest)) await rm(pathOf(folder, old), { force: true });
  return path;
}

const pathOf = (folder: string, number: number) => join(folder, `lock-${number}`);

async function numbersIn(folder: string): Promise<number[]> {
  const names = await readdir(folder);
  return names.flatMap((name) => NAME.exec(name)?.[1] ?? []).map(Number);
}

async function refuseIfHeld(path: string, folder: string): Promise<void> {
  const holder = await holderIn(path);
  if (!holder || !isRunning(holder.pid, holder.identity)) return;
  throw new OperatorError(
    "store_in_use",
    `the store in ${folder} is in use by process ${holder.pid} since ${holder.since}`,
    "stop that process first, or give this one a directory of its own",
  );
}

async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Nothing for a lock that was given back, which is empty, or that is none. */
async function holderIn(path: string): Promise<z.infer<typeof Holder> | undefined> {
  try {
    return Holder.parse(JSON.parse(await readFile(path, "utf8")));
  } catch {
    return undefined;
  }
}
