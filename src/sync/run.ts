import { join } from "node:path";
import { dayOf } from "../catalog/days.ts";
import { readCurated } from "../import/curated.ts";
import type { Extract } from "../import/fact.ts";
import { apply } from "./apply.ts";
import { type Base, filesOf, readBase } from "./base.ts";
import { readDecisions } from "./disk/desk.ts";
import { lock } from "./disk/lock.ts";
import { publish, type Step } from "./disk/publish.ts";
import { readState, type State } from "./disk/state.ts";
import { type Opened, openCatalog } from "./disk/versions.ts";
import { fromFiles } from "./from-files.ts";
import { gather } from "./gather.ts";
import type { Network } from "./net/retry.ts";
import type { OperatorWord } from "./operator.ts";
import type { Outcome, Report } from "./report.ts";
import type { LiveSource } from "./source.ts";

export interface SyncOptions {
  /** The data folder. */
  data: string;
  /** The catalog that comes with the program. */
  embedded: string;
  /** What to fetch; none to weigh only what was decided since. */
  sources: readonly LiveSource[];
  /** Saved copies to read in place of the network. */
  from?: readonly string[];
  network: Network;
  /** What the operator says himself. */
  operator?: readonly OperatorWord[];
  /** Nothing is written. */
  dryRun?: boolean;
  progress?(what: string): void;
  /** Called at each step of the write, for tests of crashes. */
  reached?(step: Step): void;
}

/**
 * Fetches, weighs and publishes. Whatever fails, the last good catalog stays; the report says what happened.
 * @throws OperatorError `sync_runs` while another sync runs, `bad_snapshot` for files in `from`, `bad_catalog` if the result
 * does not load.
 */
export async function sync(options: SyncOptions): Promise<Report> {
  const { data, embedded, network, dryRun = false, progress = () => undefined } = options;
  const unlock = dryRun ? () => undefined : lock(data);
  try {
    const opened = openCatalog(data, embedded, (folder) => ({ base: readBase(folder), state: readState(folder) }));
    const { extracts, outcomes } = await said(options, opened, progress);
    progress("weighing");
    const { base, state } = opened.catalog;
    const own = options.operator ?? [];
    const curated = readCurated(join(embedded, "curated"));
    const decisions = readDecisions(data);
    const isNews = extracts.length + own.length > 0 || state.held.some(({ id }) => decisions.has(id));
    const { held, ...applied } = apply(base, {
      ...{ held: state.held, ...(state.listed && { listed: state.listed }) },
      extracts: [...extracts, ...own.map(({ extract }) => extract)],
      curated: { ...curated, sources: [...curated.sources, ...own.map(({ source }) => source)] },
      decisions,
      today: dayOf(network.clock.now()),
    });
    progress("writing");
    const version =
      dryRun || !isNews ? undefined : written(options, applied.base, { held, listed: [...applied.listed] });
    const { changes, unplaced } = applied;
    return { outcomes, changes, held, unplaced, faults: opened.faults, ...(version && { version }) };
  } finally {
    unlock();
  }
}

type Start = Opened<{ base: Base; state: State }>;

async function said(
  { sources, from, data, network, dryRun = false }: SyncOptions,
  { catalog }: Start,
  progress: (what: string) => void,
): Promise<{ extracts: Extract[]; outcomes: Outcome[] }> {
  if (from) return fromFiles(from, catalog.base.sources);
  const gathered = await Promise.all(sources.map((source) => gather(source, { data, network, dryRun, progress })));
  return {
    extracts: gathered.flatMap(({ extracts }) => extracts),
    outcomes: gathered.map(({ outcome }) => outcome),
  };
}

function written({ data, embedded, network, reached }: SyncOptions, base: Base, state: State): string | undefined {
  return publish(data, { files: filesOf(base), state, embedded, now: network.clock.now() }, reached);
}
