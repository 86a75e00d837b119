import { dayOf } from "../catalog/days.ts";
import { OperatorError } from "../lib/errors.ts";
import { readBase } from "./base.ts";
import { closeReport, decide, type Report, readReports } from "./disk/desk.ts";
import { readState } from "./disk/state.ts";
import { openCatalog } from "./disk/versions.ts";
import { type OperatorWord, wordOf } from "./operator.ts";
import { reportLines } from "./print.ts";
import type { Held } from "./review.ts";
import { type SyncOptions, sync } from "./run.ts";

/** What waits for a decision: changes that are held, and prices that askers call wrong. */
export function reviewed({ data, embedded }: Pick<SyncOptions, "data" | "embedded">): [Held[], Report[]] {
  const { catalog: state } = openCatalog(data, embedded, readState);
  return [state.held, readReports(data)];
}

/**
 * Keeps an operator's decisions and publishes what follows from them, without fetching anything. Accepting a price
 * that was called wrong publishes the asker's figures as a correction.
 * @throws OperatorError `bad_arguments` for an id that nothing on the list has, or a report without usable figures;
 * then none is kept.
 */
export async function decided(
  options: SyncOptions,
  { accept, reject }: { accept: readonly string[]; reject: readonly string[] },
): Promise<string[]> {
  const [held, reports] = reviewed(options);
  const all = [...accept, ...reject];
  const known = new Set([...held, ...reports].map(({ id }) => id));
  const stranger = all.find((id) => !known.has(id));
  if (stranger !== undefined) throw bad(`nothing on the list is called ${stranger}`, "npm run sync -- --review");
  const operator = wordsOf(
    options,
    reports.filter(({ id }) => accept.includes(id)),
  );
  for (const { id } of held.filter((one) => all.includes(one.id))) {
    decide(options.data, id, accept.includes(id) ? "accepted" : "rejected", options.network.clock.now());
  }
  const isHeld = held.some(({ id }) => all.includes(id));
  const lines = isHeld || operator.length > 0 ? reportLines(await sync({ ...options, sources: [], operator })) : [];
  const closed = reports.filter(({ id }) => all.includes(id));
  for (const { id } of closed) closeReport(options.data, id);
  return [...closed.map(({ id }) => `${id} is off the list`), ...lines];
}

/** What accepted reports say. @throws OperatorError for one that says nothing that could be published. */
function wordsOf({ data, embedded, network }: SyncOptions, reports: readonly Report[]): OperatorWord[] {
  if (reports.length === 0) return [];
  const { catalog: base } = openCatalog(data, embedded, readBase);
  return reports.map((report) => {
    const word = wordOf(report, base, dayOf(network.clock.now()));
    if ("fault" in word)
      throw bad(`${report.id} cannot be published: ${word.fault}`, `--reject ${report.id} takes it off`);
    return word;
  });
}

const bad = (what: string, hint: string) => new OperatorError("bad_arguments", what, hint);
