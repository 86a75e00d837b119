import { OperatorError } from "../lib/errors.ts";
import { closeReport, decide, type Report, readReports } from "./disk/desk.ts";
import { readState } from "./disk/state.ts";
import { openCatalog } from "./disk/versions.ts";
import { reportLines } from "./print.ts";
import type { Held } from "./review.ts";
import { type SyncOptions, sync } from "./run.ts";

/** What waits for a decision: changes that are held, and prices that askers call wrong. */
export function reviewed({ data, embedded }: Pick<SyncOptions, "data" | "embedded">): [Held[], Report[]] {
  const { catalog: state } = openCatalog(data, embedded, readState);
  return [state.held, readReports(data)];
}

/**
 * Keeps an operator's decisions and publishes what follows from them, without fetching anything.
 * @throws OperatorError `bad_arguments` for an id that nothing on the list has; then none is kept.
 */
export async function decided(
  options: SyncOptions,
  { accept, reject }: { accept: readonly string[]; reject: readonly string[] },
): Promise<string[]> {
  const [held, reports] = reviewed(options);
  const known = new Set([...held, ...reports].map(({ id }) => id));
  const stranger = [...accept, ...reject].find((id) => !known.has(id));
  if (stranger !== undefined) {
    throw new OperatorError("bad_arguments", `nothing on the list is called ${stranger}`, "npm run sync -- --review");
  }
  const now = options.network.clock.now();
  const isHeld = (id: string) => held.some((one) => one.id === id);
  for (const id of [...accept, ...reject]) {
    if (isHeld(id)) decide(options.data, id, accept.includes(id) ? "accepted" : "rejected", now);
    else closeReport(options.data, id);
  }
  if (![...accept, ...reject].some(isHeld)) return ["taken off the list"];
  return reportLines(await sync({ ...options, sources: [] }));
}
