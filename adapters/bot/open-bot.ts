import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { type Bot, createBot } from "../../src/bot/bot.ts";
import { warmUp } from "../../src/bot/warm-up.ts";
import { withRate } from "../../src/catalog/fx.ts";
import { loadCatalog, loadCatalogSlowly } from "../../src/catalog/load.ts";
import { projectRoot } from "../../src/lib/root.ts";
import { openCatalog } from "../../src/sync/disk/versions.ts";
import { dataFolder, operatorRate } from "../../src/sync/environment.ts";
import { environment } from "../config.ts";

/** The catalog that comes with the program. */
export const EMBEDDED = join(projectRoot(), "catalog");

/** The same, made in slices between which the program does something else, and ready for any question. */
export async function botSlowlyOn(folder: string): Promise<Bot> {
  const catalog = await loadCatalogSlowly(folder, () => setImmediate());
  await setImmediate();
  const bot = createBot(withRate(catalog, operatorRate(environment())));
  await warmUp(bot, new Date(), () => setImmediate());
  return bot;
}

/** A bot over the catalog in a folder, with the operator's rate. @throws OperatorError if it does not load. */
export function botOn(folder: string): Bot {
  return createBot(withRate(loadCatalog(folder), operatorRate(environment())));
}

/** The bot on the catalog in `folder`; by default on the newest that was synced, else on the embedded one. */
export function openBot(folder?: string): Bot {
  if (folder !== undefined) return botOn(folder);
  return openCatalog(dataFolder(environment()), EMBEDDED, botOn).catalog;
}
