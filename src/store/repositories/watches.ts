import type { Watch } from "../../ports/records.ts";
import type { Watches } from "../../ports/store.ts";
import { byTime, changed } from "../changes.ts";
import { keyOf } from "../shapes.ts";
import type { Shelf } from "../shelf.ts";

export function createWatches(shelf: Shelf<Watch>): Watches {
  return {
    async get(tenant, id) {
      return shelf.get(keyOf(tenant, id));
    },
    async change(tenant, id, change) {
      return changed(shelf, keyOf(tenant, id), change);
    },
    async list(tenant, user) {
      return byTime(shelf.by(keyOf(tenant, "user", user)), shelf.shape.key);
    },
    async inChannel(tenant, channel) {
      const here = shelf.by(keyOf(tenant, "channel", channel));
      return byTime(here, shelf.shape.key);
    },
    async about(subject) {
      return shelf.by(keyOf(subject)).filter(({ state }) => state === "active");
    },
  };
}
