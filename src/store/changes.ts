import type { Change } from "../ports/store.ts";
import type { Shelf } from "./shelf.ts";

/** Replaces the record under a key by what `change` makes of it, and waits until that lasts. */
export async function changed<T extends object>(
  shelf: Shelf<T>,
  key: string,
  change: Change<T>,
): Promise<T | undefined> {
  const old = shelf.get(key);
  const made = change(old);
  if (made !== undefined && shelf.shape.key(made) !== key)
    throw new TypeError(`${shelf.shape.name}: a change may not move a record from ${key} to ${shelf.shape.key(made)}`);
  if (made === undefined) await shelf.remove(key);
  else if (made === old) await shelf.settled();
  else await shelf.put(made);
  return made;
}

/** For lists: the oldest first, and always in the same order. */
export function byTime<T extends { at: string }>(records: T[], key: (record: T) => string): T[] {
  return records.sort((a, b) => compare(a.at, b.at) || compare(key(a), key(b)));
}

export function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
