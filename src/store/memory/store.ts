import type { Clock } from "../../ports/clock.ts";
import type { Store } from "../../ports/store.ts";
import { createStore } from "../create.ts";
import type { Keeper } from "../shelf.ts";
import { createShelves, type Shelves } from "../shelves.ts";

/** What outlives a memory store: shelf and key → record. */
export type Memory = Map<string, { shelf: keyof Shelves; record: object }>;

/** A store that lasts as long as its memory, by default its own. */
export function createMemoryStore(clock: Clock, memory: Memory = new Map()): Store {
  let open = true;
  const keeper: Keeper = {
    assertOpen() {
      if (!open) throw new Error("the store is closed");
    },
    async keep(shelf, key, record) {
      if (record === undefined) memory.delete(`${shelf} ${key}`);
      else memory.set(`${shelf} ${key}`, { shelf, record });
    },
    settled: async () => {},
  };
  const shelves = createShelves(clock, () => keeper);
  for (const { shelf, record } of memory.values()) shelves[shelf].load(record);
  return createStore(shelves, clock, async () => {
    open = false;
  });
}
