import { dayOf } from "../catalog/days.ts";
import type { Day } from "../catalog/schema.ts";
import type { Extract } from "../import/fact.ts";
import { type Copy, keepCopy, readCopy } from "./disk/fetched.ts";
import { Fault } from "./net/fault.ts";
import { fetchChecked, type Network } from "./net/retry.ts";
import type { Outcome } from "./report.ts";
import type { LiveSource } from "./source.ts";

/** What was fetched of one source: what it says, and how the fetching went. */
export interface Gathered {
  extracts: Extract[];
  outcome: Outcome;
}

export interface Gathering {
  data: string;
  network: Network;
  /** Nothing is kept of what is fetched. */
  dryRun: boolean;
  progress(what: string): void;
}

/** The only file of most sources. */
const WHOLE = "all";
/** Files of one source that are fetched at the same time. */
const AT_ONCE = 6;

/** Fetches all files of a source; a file that fails leaves the others. Never rejects. */
export async function gather(source: LiveSource, gathering: Gathering): Promise<Gathered> {
  const outcome: Outcome = { source: source.id, fetched: 0, unchanged: 0, faults: [], records: 0, rejected: [] };
  const extracts: Extract[] = [];
  const parts = [...(source.parts ?? [WHOLE])];
  gathering.progress(`${source.id}: fetching`);
  const worker = async () => {
    for (let part = parts.shift(); part !== undefined; part = parts.shift()) {
      const extract = await gatherPart(source, part, gathering, outcome);
      if (extract) extracts.push(extract);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  extracts.sort((a, b) => (JSON.stringify(a.prices[0]) < JSON.stringify(b.prices[0]) ? -1 : 1));
  for (const { prices, fx, rejected } of extracts) {
    outcome.records += prices.length + fx.length;
    outcome.rejected.push(...rejected);
  }
  gathering.progress(`${source.id}: ${outcome.records} records`);
  return { extracts, outcome };
}

async function gatherPart(
  source: LiveSource,
  part: string,
  { data, network, dryRun }: Gathering,
  outcome: Outcome,
): Promise<Extract | undefined> {
  const url = source.url.replace("{part}", part);
  const copy = readCopy(data, source.id, part, url);
  const today = dayOf(network.clock.now());
  try {
    const read = (text: string, day: Day) => parsed(source, part, text, day);
    const wanted = { url, most: source.most, ...marksOf(copy) };
    const result = await fetchChecked(wanted, (text) => read(text, copy?.text === text ? copy.day : today), network);
    if (result === "unchanged" || result.got.text === copy?.text) {
      outcome.unchanged += 1;
      return result === "unchanged" ? copy && read(copy.text, copy.day) : result.value;
    }
    outcome.fetched += 1;
    if (!dryRun) keepCopy(data, source.id, part, { url, day: today, ...result.got });
    return result.value;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    outcome.faults.push(`${url}: ${error.message}`);
    return undefined;
  }
}

function marksOf(copy: Copy | undefined): { etag?: string; lastModified?: string } {
  return { ...(copy?.etag && { etag: copy.etag }), ...(copy?.lastModified && { lastModified: copy.lastModified }) };
}

/** What a body says. @throws Fault `format` if it is not what the source publishes. */
function parsed(source: LiveSource, part: string, text: string, day: Day): Extract {
  const file = { name: `${part}.${source.format}`, data: source.format === "json" ? json(text) : text, day };
  if (!source.parser.recognises(file)) throw new Fault("format", `not what ${source.id} publishes`, false);
  const extract = source.parser.parse(file);
  if (extract.prices.length === 0 && extract.fx.length === 0) {
    throw new Fault("format", `no record of ${source.id} could be read`, false);
  }
  return source.translate?.(extract) ?? extract;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const isPage = text.trimStart().startsWith("<");
    throw new Fault("format", isPage ? "a web page instead of JSON" : "no whole JSON", !isPage);
  }
}
