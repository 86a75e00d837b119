import { existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { readRecord } from "../../catalog/read-records.ts";
import { Held } from "../review.ts";

/** What a sync has to know of the ones before it, kept beside the catalog that it belongs to. */
export const State = z.object({
  /** What is held for review. */
  held: z.array(Held),
  /** Ids of the offers that the lister listed. */
  listed: z.array(z.string()).optional(),
});
export type State = z.infer<typeof State>;

export const STATE_FILE = "sync.json";

/** The state beside a catalog; a catalog that came with the program has none. @throws OperatorError if it is broken. */
export function readState(folder: string): State {
  const file = join(folder, STATE_FILE);
  return existsSync(file) ? readRecord(file, State) : { held: [] };
}

export function stateText(state: State): string {
  return `${JSON.stringify(state, null, 1)}\n`;
}
