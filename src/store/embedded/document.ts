import { access, readFile } from "node:fs/promises";
import { basename } from "node:path";
import { type Adapter, Low } from "lowdb";
import { z } from "zod";
import type { ShelfName } from "../shapes.ts";
import type { Keeper, Shelf } from "../shelf.ts";
import { damaged, objection } from "./damage.ts";
import { writeWhole } from "./durable.ts";
import { createGroup } from "./group.ts";
import { type Migration, migrated, versionAfter } from "./migrations.ts";

const File = z.strictObject({ version: z.int().positive(), repository: z.string(), records: z.array(z.unknown()) });

/** Records a slice: some tenths of a millisecond, between which others get a turn. */
const SLICE = 100;

/** Keeps a shelf in one file, which is written anew when something changes: for what changes rarely. */
export interface Document extends Keeper {
  /** Fills the shelf from the file; to be called before anything else. Throws an OperatorError for a damaged file. */
  load(shelf: Shelf<object>): Promise<void>;
  close(): Promise<void>;
}

export function createDocument(
  path: string,
  name: ShelfName,
  migrations: readonly Migration[],
  assertOpen: () => void,
): Document {
  const low = new Low<unknown[]>(fileOf(path, name, migrations), []);
  let shelf: Shelf<object> | undefined;
  const group = createGroup<true>(async () => {
    low.data = shelf?.lasting() ?? [];
    await low.write().finally(() => {
      low.data = [];
    });
  });

  return {
    assertOpen,
    keep: (_shelf, _key, _record, undo) => group.add(true, undo),
    settled: group.settled,
    async load(filled) {
      shelf = filled;
      await low.read();
      for (const [i, record] of low.data.entries()) loadOne(filled, record, i, path);
      low.data = [];
    },
    async close() {
      await group.settled().catch(() => {});
    },
  };
}

function loadOne(shelf: Shelf<object>, record: unknown, i: number, path: string): void {
  try {
    shelf.load(record);
  } catch (error) {
    // The first record stands on line 4: see `chunksOf`.
    throw damaged(`${path}: records[${i}], line ${i + 4} as written`, objection(error), repairOf(path), error);
  }
}

/** How lowdb reads and writes such a file; its own presets keep everything in memory while tests run. */
function fileOf(path: string, name: ShelfName, migrations: readonly Migration[]): Adapter<unknown[]> {
  const keep = `${path}.bak`;
  return {
    async read() {
      if (await exists(path)) return recordsIn(await readFile(path, "utf8"), path, name, migrations);
      if (!(await exists(keep))) return null;
      throw damaged(path, "is missing, but its last good copy is there", repairOf(path));
    },
    write: (records) => writeWhole(path, chunksOf(records, name, versionAfter(migrations)), keep),
  };
}

function* chunksOf(records: unknown[], repository: ShelfName, version: number): Generator<string> {
  yield `{"version":${version},\n"repository":"${repository}",\n"records":[`;
  for (let i = 0; i < records.length; i += SLICE) {
    const lines = records.slice(i, i + SLICE).map((record) => `\n${JSON.stringify(record)}`);
    yield (i > 0 ? "," : "") + lines.join(",");
  }
  yield "\n]}\n";
}

function recordsIn(text: string, path: string, name: ShelfName, migrations: readonly Migration[]): unknown[] {
  let file: z.infer<typeof File>;
  try {
    file = File.parse(JSON.parse(text));
  } catch (error) {
    throw damaged(path, objection(error), repairOf(path), error);
  }
  if (file.repository !== name) throw damaged(path, `holds ${file.repository}, not ${name}`, repairOf(path));
  const newest = versionAfter(migrations);
  if (file.version > newest)
    throw damaged(path, `is of version ${file.version}, this program knows up to ${newest}`, "start the newer program");
  return file.records.map((record) => migrated(name, record, file.version, migrations));
}

function repairOf(path: string): string {
  const file = basename(path);
  return `mend it by hand, or go back to the last good copy, which lacks the last change: cp ${file}.bak ${file}`;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
