import { basename } from "node:path";
import type { Shelf } from "../shelf.ts";
import { damaged, objection } from "./damage.ts";
import { type Generations, pathOf } from "./journal-files.ts";
import { type Journaled, type ReadLine, readLines } from "./journal-line.ts";
import { type Migration, migrated, versionAfter } from "./migrations.ts";

interface Reading {
  shelves: Record<Journaled, Shelf<object>>;
  migrations: readonly Migration[];
  /** A last line that a crash tore, which must not be followed by entries of a later log. */
  torn?: Fault;
}

interface Fault {
  path: string;
  number: number;
  fault: string;
}

/** Fills shelves from the files of a journal. Throws an OperatorError for what can't be trusted. */
export async function readJournal(
  folder: string,
  { base, logs }: Generations,
  shelves: Record<Journaled, Shelf<object>>,
  migrations: readonly Migration[],
): Promise<void> {
  const reading: Reading = { shelves, migrations };
  if (base > 0) await readBase(pathOf(folder, "base", base), reading);
  for (const generation of logs) await readLog(pathOf(folder, "log", generation), reading);
}

async function readBase(path: string, reading: Reading): Promise<void> {
  const repair = `remove it: the generation before it is complete and is read instead: rm ${basename(path)}`;
  let count = 0;
  let end: number | undefined;
  for await (const read of readLines(path)) {
    if ("fault" in read) throw damaged(`${path}: line ${read.number}`, read.fault, repair);
    count += takeLine(path, read, reading);
    if ("end" in read.line) end = read.line.end;
  }
  if (end !== count) throw damaged(path, `ends after ${count} entries, of ${end ?? "more"}`, repair);
}

async function readLog(path: string, reading: Reading): Promise<void> {
  let last: Fault | undefined;
  for await (const read of readLines(path)) {
    if (last) throw damagedLine(last);
    if ("fault" in read) last = { path, ...read };
    else if (takeLine(path, read, reading) > 0 && reading.torn) throw damagedLine(reading.torn);
  }
  if (last) reading.torn ??= last;
}

function damagedLine({ path, number, fault }: Fault) {
  const repair = `what it holds is lost; to go on without it, delete the line: sed -i ${number}d ${basename(path)}`;
  return damaged(`${path}: line ${number}`, fault, repair);
}

/** @returns how many entries it holds. */
function takeLine(path: string, { number, line, version }: Extract<ReadLine, { line: unknown }>, reading: Reading) {
  const newest = versionAfter(reading.migrations);
  if (version > newest)
    throw damaged(path, `is of version ${version}, this program knows up to ${newest}`, "start the newer program");
  if (!("entries" in line)) return 0;
  for (const [name, key, record] of line.entries) {
    try {
      if (record === null) reading.shelves[name].unload(key);
      else reading.shelves[name].load(migrated(name, record, version, reading.migrations));
    } catch (error) {
      throw damagedLine({ path, number, fault: `a record of ${name}: ${objection(error)}` });
    }
  }
  return line.entries.length;
}
