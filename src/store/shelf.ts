import type { Clock } from "../ports/clock.ts";
import type { Shape, ShelfName } from "./shapes.ts";

/** Makes changes last. Undoing is for a change that could not be made to last: newest first. */
export interface Keeper {
  /** Throws once the store is closed or can't be used any more. */
  assertOpen(): void;
  /** Resolves once the change survives a crash; rejects after undoing it. `record` is undefined where it was removed. */
  keep(shelf: ShelfName, key: string, record: object | undefined, undo: () => void): Promise<void>;
  /** Resolves once every change so far survives a crash. */
  settled(): Promise<void>;
}

/** The records of one kind: all of them in memory, their changes made to last by a keeper. */
export interface Shelf<T extends object> {
  readonly shape: Shape<T>;
  get(key: string): T | undefined;
  /** The records with an index entry, in no particular order. */
  by(entry: string): T[];
  all(): T[];
  /** All of them for whoever keeps them, when the store is closed too. */
  lasting(): T[];
  put(record: T): Promise<void>;
  remove(key: string): Promise<void>;
  settled(): Promise<void>;
  /** Takes up a record that lasts already; throws a ZodError if it is not what it should be. */
  load(record: unknown): void;
  /** Forgets what `load` took up. */
  unload(key: string): void;
  /** Drops what has expired from memory. */
  sweep(): void;
}

export function createShelf<T extends object & { expires?: string }>(
  shape: Shape<T>,
  keeper: Keeper,
  clock: Clock,
): Shelf<T> {
  const records = new Map<string, T>();
  const index = new Map<string, Keys>();
  // Most records never expire, and the clock is asked for none of them.
  const expired = ({ expires }: T, now?: string) =>
    expires !== undefined && expires <= (now ?? clock.now().toISOString());

  const set = (key: string, record: T | undefined) => {
    const old = records.get(key);
    for (const entry of old ? shape.index(old) : []) drop(index, entry, key);
    if (record === undefined) records.delete(key);
    else records.set(key, record);
    for (const entry of record ? shape.index(record) : []) add(index, entry, key);
  };
  const change = async (key: string, record: T | undefined) => {
    keeper.assertOpen();
    const old = records.get(key);
    set(key, record);
    await keeper.keep(shape.name, key, record, () => set(key, old));
  };
  const get = (key: string) => {
    keeper.assertOpen();
    const record = records.get(key);
    return record && !expired(record) ? record : undefined;
  };
  const lasting = () => {
    const now = clock.now().toISOString();
    const alive: T[] = [];
    for (const record of records.values()) if (!expired(record, now)) alive.push(record);
    return alive;
  };

  return {
    shape,
    get,
    by: (entry) => {
      keeper.assertOpen();
      return [index.get(entry) ?? []].flat().flatMap((key) => get(key) ?? []);
    },
    all: () => {
      keeper.assertOpen();
      return lasting();
    },
    lasting,
    put: (record) => change(shape.key(record), record),
    remove: (key) => (records.has(key) ? change(key, undefined) : keeper.settled()),
    settled: () => keeper.settled(),
    load(read) {
      const record = shape.schema.parse(read);
      set(shape.key(record), record);
    },
    unload: (key) => set(key, undefined),
    sweep() {
      const now = clock.now().toISOString();
      for (const [key, record] of records) if (expired(record, now)) set(key, undefined);
    },
  };
}

/** Most entries have one key, which needs no list. */
type Keys = string | string[];

function add(index: Map<string, Keys>, entry: string, key: string): void {
  const keys = index.get(entry);
  if (keys === undefined) index.set(entry, key);
  else if (typeof keys === "string") index.set(entry, [keys, key]);
  else keys.push(key);
}

function drop(index: Map<string, Keys>, entry: string, key: string): void {
  const keys = index.get(entry);
  if (!Array.isArray(keys)) return void index.delete(entry);
  const last = keys.pop();
  const place = keys.indexOf(key);
  if (last !== undefined && place >= 0) keys[place] = last;
  if (keys.length === 0) index.delete(entry);
}
