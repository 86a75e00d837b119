import type { Keeper, Shelf } from "../shelf.ts";
import { createGroup } from "./group.ts";
import { dropOlder, findGenerations } from "./journal-files.ts";
import { entriesLine, entryOf, type Journaled } from "./journal-line.ts";
import { append, createLog, cutBack, type Log, writeBase } from "./journal-write.ts";
import { type Migration, versionAfter } from "./migrations.ts";
import { readJournal } from "./read-journal.ts";

/** Keeps shelves by writing down each change at the end of a file: for what every question changes. */
export interface Journal extends Keeper {
  close(): Promise<void>;
}

interface Parts {
  folder: string;
  shelves: Record<Journaled, Shelf<object>>;
  migrations: readonly Migration[];
  /** In bytes: a log longer than this, and than its base, is compacted while the store is in use. */
  compactAfter: number;
  assertOpen: () => void;
}

/**
 * Fills the shelves from the journal in a folder and compacts it, which starts a new generation. Throws an OperatorError
 * for files that can't be trusted.
 */
export async function openJournal(parts: Parts): Promise<Journal> {
  const { folder, shelves, migrations, compactAfter, assertOpen } = parts;
  const version = versionAfter(migrations);
  const found = await findGenerations(folder);
  await readJournal(folder, found, shelves, migrations);

  let generation = found.newest + 1;
  let log = await createLog(folder, generation, version);
  let failures = 0;
  let base = { generation, length: await writeBase(folder, generation, version, shelves, () => true) };
  await dropOlder(folder, found.base);
  let compacting: Promise<void> | undefined;
  let broken: unknown;

  const rebase = async (): Promise<void> => {
    const before = { base, failures };
    const length = await writeBase(folder, generation, version, shelves, () => failures === before.failures);
    base = { generation, length };
    await dropOlder(folder, before.base.generation);
  };
  const compact = async () => {
    const old: Log = log;
    log = await createLog(folder, generation + 1, version);
    generation += 1;
    await old.file.close();
    // Where it fails, the older files hold everything, and the next time may go better.
    compacting = rebase()
      .catch(() => {})
      .finally(() => {
        compacting = undefined;
      });
  };
  const write = async (entries: string[]) => {
    if (broken !== undefined) throw broken;
    if (compacting === undefined && log.size > Math.max(compactAfter, base.length)) await compact();
    try {
      await append(log, entriesLine(entries));
    } catch (error) {
      failures += 1;
      await cutBack(log).catch((worse: unknown) => {
        broken = worse;
      });
      throw error;
    }
  };

  const group = createGroup(write);
  return {
    assertOpen,
    keep: (shelf, key, record, undo) => group.add(entryOf(shelf, key, record), undo),
    settled: group.settled,
    async close() {
      await group.settled().catch(() => {});
      await compacting;
      await log.file.close();
    },
  };
}
