import type { Clock } from "../ports/clock.ts";
import { SHAPES, type ShelfName } from "./shapes.ts";
import { createShelf, type Keeper } from "./shelf.ts";

/** The records of a store; `keeperOf` says who keeps which. */
export function createShelves(clock: Clock, keeperOf: (name: ShelfName) => Keeper) {
  return {
    claims: createShelf(SHAPES.claims, keeperOf("claims"), clock),
    conversations: createShelf(SHAPES.conversations, keeperOf("conversations"), clock),
    settings: createShelf(SHAPES.settings, keeperOf("settings"), clock),
    subscriptions: createShelf(SHAPES.subscriptions, keeperOf("subscriptions"), clock),
    watches: createShelf(SHAPES.watches, keeperOf("watches"), clock),
    deliveries: createShelf(SHAPES.deliveries, keeperOf("deliveries"), clock),
    editions: createShelf(SHAPES.editions, keeperOf("editions"), clock),
  };
}

export type Shelves = ReturnType<typeof createShelves>;
