import type { Settings } from "../../ports/records.ts";
import type { SettingsOf } from "../../ports/store.ts";
import { changed } from "../changes.ts";
import { keyOf } from "../shapes.ts";
import type { Shelf } from "../shelf.ts";

export function createSettings(shelf: Shelf<Settings>): SettingsOf {
  return {
    async get(tenant, scope, id) {
      return shelf.get(keyOf(tenant, scope, id));
    },
    async change(tenant, scope, id, change) {
      return changed(shelf, keyOf(tenant, scope, id), change);
    },
  };
}
