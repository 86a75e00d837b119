import type { Batch } from "../digest/news.ts";
import type { CommandHandler } from "../ports/commands.ts";
import { createWatchHandler } from "./handler.ts";
import { hear } from "./listen.ts";
import type { WatchParts } from "./parts.ts";

/** Watches: their commands, and what tells them of news. */
export interface Watching {
  handle: CommandHandler<"watch">;
  /** Tells watches of a batch, one batch after the other; the same batch again tells nothing twice. */
  hear(batch: Batch): Promise<void>;
}

export function createWatching(parts: WatchParts): Watching {
  let last: Promise<void> = Promise.resolve();
  return {
    handle: createWatchHandler(parts),
    hear(batch) {
      last = last
        .then(() => hear(parts, batch))
        .catch((error: unknown) => parts.log.error("news not heard", { error }));
      return last;
    },
  };
}
