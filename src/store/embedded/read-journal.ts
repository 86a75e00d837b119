import { basename } from "node:path";
import type { Clock } from "../../ports/clock.ts";
import type { Shelf } from "../shelf.ts";
import { damaged, objection } from "./damage.ts";
import { type Generations, pathOf } from "./journal-files.ts";
import { type Journaled, type ReadLine, readLines } from "./journal-line.ts";
import { type Migration, migrated, versionAfter } from "./migrations.ts";

/** The last entry of a key, and where it stands. */
interface Found {
  shelf: Journaled;
  record: unknown;
  path: string;
  number: number;
}

interface Reading {
  migrations: readonly Migration[];
  /** By shelf and key. */
  found: Map<string, Found>;
  /** A last line that a crash tore, which must not be followed by entries of a later log. */
  torn?: { path: string; number: number; fault: string };
}

/** Fills shelves from the files of a journal. Throws an OperatorError for what can't be trusted. */
export async function readJournal(
  folder: string,
  { base, logs }: Generations,
  shelves: Record<Journaled, Shelf<object>>,
  clock: Clock,
  migrations: readonly Migration[],
): Promise<void> {
  const reading: Reading = { migrations, found: new Map() };
  if (base > 0) await readBase(pathOf(folder, "base", base), reading);
  for (const generation of logs) await readLog(pathOf(folder, "log", generation), reading);
  const now = clock.now().toISOString();
  for (const found of reading.found.values()) if (!isOver(found.record, now)) take(found, shelves[found.shelf]);
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
  let fault: Reading["torn"];
  for await (const read of readLines(path)) {
    if (fault) throw damagedLine(fault);
    if ("fault" in read) fault = { path, number: read.number, fault: read.fault };
    else if (takeLine(path, read, reading) > 0 && reading.torn) throw damagedLine(reading.torn);
  }
  if (fault) reading.torn ??= fault;
}

function damagedLine({ path, number, fault }: { path: string; number: number; fault: string }) {
  const repair = `what it holds is lost; to go on without it, delete the line: sed -i ${number}d ${basename(path)}`;
  return damaged(`${path}: line ${number}`, fault, repair);
}

/** @returns how many entries it holds. */
function takeLine(path: string, { number, line, version }: Extract<ReadLine, { line: unknown }>, reading: Reading) {
  const newest = versionAfter(reading.migrations);
  if (version > newest)
    throw damaged(path, `is of version ${version}, this program knows up to ${newest}`, "start the newer program");
  if (!("entries" in line)) return 0;
  for (const [shelf, key, raw] of line.entries) {
    const at = `${shelf} ${key}`;
    if (raw === null) reading.found.delete(at);
    else reading.found.set(at, { shelf, record: migrated(shelf, raw, version, reading.migrations), path, number });
  }
  return line.entries.length;
}

function isOver(record: unknown, now: string): boolean {
  const { expires } = record as { expires?: unknown };
  return typeof expires === "string" && expires <= now;
}

function take({ shelf: name, record, path, number }: Found, shelf: Shelf<object>): void {
  try {
    shelf.load(record);
  } catch (error) {
    throw damagedLine({ path, number, fault: `a record of ${name}: ${objection(error)}` });
  }
}
