import type { Catalog } from "../catalog/catalog.ts";
import type { Outbox } from "../delivery/outbox.ts";
import type { Clock } from "../ports/clock.ts";
import type { Log } from "../ports/log.ts";
import type { Store } from "../ports/store.ts";
import type { Query } from "../query/query.ts";
import type { Button } from "../view/button.ts";

export interface WatchParts {
  store: Store;
  outbox: Pick<Outbox, "send">;
  clock: Clock;
  log: Log;
  catalog: () => Catalog;
  /** A button that gives a command; none where it does not fit. */
  button: (code: string, label: string, query: Query, now: Date) => Button[];
}
