import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";

/** Writes that survive a crash: a file is there whole and flushed, or as it was. */

/** Writes a new file and flushes it; its folder must be there. */
export function writeFlushed(file: string, text: string): void {
  const handle = openSync(file, "w");
  try {
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Flushes a folder: what was created or renamed in it is there after a crash. */
export function flushFolder(folder: string): void {
  const handle = openSync(folder, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Puts a whole file in the place of another, or of none. */
export function replaceFile(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const aside = join(dirname(file), `.${process.pid}.tmp`);
  writeFlushed(aside, text);
  renameSync(aside, file);
  flushFolder(dirname(file));
}
