import { randomUUID } from "node:crypto";
import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { OperatorError } from "../../lib/errors.ts";
import { identityOf } from "./process.ts";

const Holder = z.object({ pid: z.int().positive(), identity: z.string(), since: z.string() });

/**
 * Takes a directory for this process; what a crashed one left is taken over at once. The directory must be on a disk of
 * this machine, and all its processes must see each other's numbers.
 * @returns what gives it back. Throws an OperatorError where a living process has it.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, "lock");
  const own = join(folder, `lock.${randomUUID()}.tmp`);
  const mine = JSON.stringify({
    pid: process.pid,
    identity: identityOf(process.pid) ?? "",
    since: new Date().toISOString(),
  });
  await writeFile(own, mine, { mode: 0o600 });
  try {
    // Linked rather than written, so that nobody ever sees half a lock.
    while (!(await linked(own, path))) await dropIfStale(path, folder);
  } finally {
    await rm(own, { force: true });
  }
  return async () => {
    if ((await contentOf(path)) === mine) await rm(path, { force: true });
  };
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

async function dropIfStale(path: string, folder: string): Promise<void> {
  const content = await contentOf(path);
  if (content === undefined) return;
  const holder = holderIn(content);
  if (holder && identityOf(holder.pid) === holder.identity)
    throw new OperatorError(
      "store_in_use",
      `the store in ${folder} is in use by process ${holder.pid} since ${holder.since}`,
      "stop that process first, or give this one a directory of its own",
    );
  const aside = join(folder, `lock.${randomUUID()}.tmp`);
  const moved = await rename(path, aside).then(
    () => true,
    () => false,
  );
  // Another process that starts at the same moment may have put its own lock there in between: it gets that back.
  if (moved && (await contentOf(aside)) !== content) await linked(aside, path);
  await rm(aside, { force: true });
}

function holderIn(content: string): z.infer<typeof Holder> | undefined {
  try {
    return Holder.parse(JSON.parse(content));
  } catch {
    return undefined;
  }
}

async function contentOf(path: string): Promise<string | undefined> {
  return readFile(path, "utf8").catch(() => undefined);
}
