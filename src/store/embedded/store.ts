import { mkdir, readdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Clock } from "../../ports/clock.ts";
import type { Store } from "../../ports/store.ts";
import { createStore } from "../create.ts";
import type { ShelfName } from "../shapes.ts";
import type { Keeper, Shelf } from "../shelf.ts";
import { createShelves } from "../shelves.ts";
import { createDocument, type Document } from "./document.ts";
import { syncFolder } from "./durable.ts";
import { type Journal, openJournal } from "./journal.ts";
import { lockFolder } from "./lock.ts";
import { MIGRATIONS, type Migration } from "./migrations.ts";

interface Options {
  /** Other ones are for tests. */
  migrations?: readonly Migration[];
  /** In bytes: see `openJournal`. */
  compactAfter?: number;
}

const COMPACT_AFTER = 16 * 2 ** 20;
const DOCUMENTS = ["settings", "subscriptions", "watches"] as const;

/**
 * Opens the store in a folder of this machine, which is made if need be and belongs to this process until it is closed:
 * a file each for settings, subscriptions and watches, a journal for what every question writes. Rejects with an
 * OperatorError where another process has the folder, or a file is damaged.
 */
export async function openEmbeddedStore(folder: string, clock: Clock, options: Options = {}): Promise<Store> {
  await mkdir(join(folder, "journal"), { recursive: true, mode: 0o700 });
  await syncFolder(folder);
  await syncFolder(dirname(folder));
  const unlock = await lockFolder(folder);
  try {
    return await openLocked(folder, clock, unlock, options);
  } catch (error) {
    await unlock();
    throw error;
  }
}

async function openLocked(
  folder: string,
  clock: Clock,
  unlock: () => Promise<void>,
  { migrations = MIGRATIONS, compactAfter = COMPACT_AFTER }: Options,
): Promise<Store> {
  let open = true;
  const assertOpen = () => {
    if (!open) throw new Error("the store is closed");
  };
  await dropTemporaries(folder);
  await dropTemporaries(join(folder, "journal"));

  const documents: Record<string, Document> = {};
  for (const name of DOCUMENTS)
    documents[name] = createDocument(join(folder, `${name}.json`), name, migrations, assertOpen);
  // The journal fills its shelves before it is there to keep them.
  let journal: Journal | undefined;
  const journaled: Keeper = {
    assertOpen,
    keep: async (...change) => journal?.keep(...change),
    settled: async () => journal?.settled(),
  };
  const shelves = createShelves(clock, (name) => documents[name] ?? journaled);
  const untyped = shelves as unknown as Record<ShelfName, Shelf<object>>;
  for (const name of DOCUMENTS) await documents[name]?.load(untyped[name]);
  journal = await openJournal({
    ...{ folder: join(folder, "journal"), shelves: untyped, migrations, compactAfter, assertOpen },
  });
  const parts = [...Object.values(documents), journal];

  return createStore(shelves, clock, async () => {
    if (!open) return;
    open = false;
    for (const part of parts) await part.close();
    await unlock();
  });
}

/** What a crash left half-written, which nobody ever reads. */
async function dropTemporaries(folder: string): Promise<void> {
  const names = await readdir(folder);
  for (const name of names.filter((one) => one.endsWith(".tmp") && !one.startsWith("lock.")))
    await rm(join(folder, name), { force: true });
}
