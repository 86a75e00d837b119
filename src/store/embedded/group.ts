import { setImmediate } from "node:timers/promises";

/** Writes what many wait for at once: while one write is on its way, the next collects. */
export interface Group<T> {
  /** Resolves once the item is written; rejects once it can't be, after `undo`. */
  add(item: T, undo: () => void): Promise<void>;
  /** Resolves once everything that was added before is written; rejects if that fails. */
  settled(): Promise<void>;
}

interface Waiter<T> {
  items: T[];
  undo(): void;
  resolve(): void;
  reject(error: unknown): void;
}

export function createGroup<T>(write: (items: T[]) => Promise<void>): Group<T> {
  let queue: Waiter<T>[] = [];
  let writing: Promise<void> | undefined;

  const writeBatch = async (batch: Waiter<T>[]) => {
    const items = batch.flatMap((waiter) => waiter.items);
    if (items.length > 0) await write(items);
    for (const { resolve } of batch) resolve();
  };
  const writeAll = async () => {
    while (queue.length > 0) {
      // What is added in one go is one write.
      await setImmediate();
      const batch = queue;
      queue = [];
      await writeBatch(batch).catch((error: unknown) => {
        // What was changed meanwhile stands on what failed, and is taken back too.
        takeBack([...batch, ...queue], error);
        queue = [];
      });
    }
    writing = undefined;
  };
  const wait = (items: T[], undo: () => void) =>
    new Promise<void>((resolve, reject) => {
      queue.push({ items, undo, resolve, reject });
      writing ??= writeAll();
    });

  return {
    add: (item, undo) => wait([item], undo),
    settled: async () => (writing === undefined ? undefined : wait([], () => {})),
  };
}

/** Newest first: later changes stand on earlier ones. */
function takeBack(failed: readonly Waiter<unknown>[], error: unknown): void {
  for (const { undo } of failed.toReversed()) undo();
  for (const { reject } of failed) reject(error);
}
