import { type FileHandle, open } from "node:fs/promises";
import type { Shelf } from "../shelf.ts";
import { syncFolder, writeWhole } from "./durable.ts";
import { pathOf } from "./journal-files.ts";
import { entriesLine, entryOf, JOURNALED, type Journaled, lineOf } from "./journal-line.ts";

export interface Log {
  file: FileHandle;
  /** In bytes, of what is safe. */
  size: number;
}

/** Records a line of a base: some tenths of a millisecond, between which others get a turn. */
const SLICE = 100;

export async function createLog(folder: string, generation: number, version: number): Promise<Log> {
  const log = { file: await open(pathOf(folder, "log", generation), "ax", 0o600), size: 0 };
  await append(log, lineOf(JSON.stringify({ version })));
  await syncFolder(folder);
  return log;
}

/** Resolves once the line is on the disk. */
export async function append(log: Log, line: string): Promise<void> {
  const bytes = Buffer.from(line);
  await log.file.appendFile(bytes);
  await log.file.datasync();
  log.size += bytes.length;
}

/** Removes what an append that failed may have left. */
export async function cutBack({ file, size }: Log): Promise<void> {
  await file.truncate(size);
  await file.datasync();
}

/**
 * Writes all records as they are while it is being written: the log that began before it has what changes meanwhile.
 * @param isIntact whether no change was taken back since the log began: such a one may have been written already.
 * @returns its length.
 */
export async function writeBase(
  folder: string,
  generation: number,
  version: number,
  shelves: Record<Journaled, Shelf<object>>,
  isIntact: () => boolean,
): Promise<number> {
  let length = 0;
  const counted = function* () {
    for (const line of linesOfBase(shelves, version)) {
      length += line.length;
      yield line;
    }
    if (!isIntact()) throw new Error("a change was taken back meanwhile");
  };
  await writeWhole(pathOf(folder, "base", generation), counted());
  return length;
}

function* linesOfBase(shelves: Record<Journaled, Shelf<object>>, version: number): Generator<string> {
  yield lineOf(JSON.stringify({ version }));
  let end = 0;
  for (const name of JOURNALED) {
    const { shape, lasting } = shelves[name];
    const records = lasting();
    end += records.length;
    for (let i = 0; i < records.length; i += SLICE)
      yield entriesLine(records.slice(i, i + SLICE).map((record) => entryOf(name, shape.key(record), record)));
  }
  yield lineOf(JSON.stringify({ end }));
}
