import { copyFile, link, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * Writes a file as a whole or not at all: whoever reads it, after a crash too, sees the old one or the new one.
 * @param keep where the old one is kept, if there is one.
 */
export async function writeWhole(path: string, chunks: Iterable<string>, keep?: string): Promise<void> {
  const temporary = `${path}.tmp`;
  const file = await open(temporary, "w", 0o600);
  try {
    // Chunk by chunk, so that whoever waits for something else gets a turn.
    for (const chunk of chunks) await file.write(chunk);
    await file.sync();
  } finally {
    await file.close();
  }
  if (keep !== undefined) await keepAs(path, keep);
  await rename(temporary, path);
  await syncFolder(dirname(path));
}

/** Makes what was created, renamed or removed in a folder last. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function keepAs(path: string, keep: string): Promise<void> {
  const temporary = `${keep}.tmp`;
  await rm(temporary, { force: true });
  // A file system without hard links gets a copy.
  await link(path, temporary).catch(() => copyFile(path, temporary).catch(ignoreMissing));
  await rename(temporary, keep).catch(ignoreMissing);
}

function ignoreMissing(error: unknown): void {
  if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
}
