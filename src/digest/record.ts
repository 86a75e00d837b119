import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, truncateSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { setImmediate } from "node:timers/promises";
import { z } from "zod";
import type { Catalog } from "../catalog/catalog.ts";
import { catalogDay } from "../catalog/catalog-day.ts";
import { dayOf, daysBetween } from "../catalog/days.ts";
import { diffSlowly } from "../catalog/diff.ts";
import { CatalogEvent } from "../catalog/event.ts";
import { eventsBetween } from "../catalog/events-between.ts";
import type { Day } from "../catalog/schema.ts";
import { OperatorError } from "../lib/errors.ts";
import type { Clock } from "../ports/clock.ts";
import type { Batch } from "./news.ts";

/** What the catalog took in, written down at the instant at which it did: a line a version, never changed. */
export interface NewsRecord {
  /** When it began; what was before stands in the catalog's history. */
  since: Date;
  /** The version of the catalog up to which it is complete; absent for the one that came with the program. */
  version(): string | undefined;
  batches(): readonly Batch[];
  /** Up to and with this instant everything is known. */
  known(): Date;
  /**
   * Writes down what differs from the catalog before, once a version; where nobody has that any more, what has become
   * known since by the new one's own history. @returns the batch, once it is safe.
   */
  accept(before: Catalog | undefined, after: Catalog, version: string | undefined): Promise<Batch>;
}

const Instant = z.iso.datetime({ precision: 3 });
const Line = z.strictObject({
  at: Instant,
  version: z.string().optional(),
  catchUp: z.boolean().optional(),
  events: z.array(CatalogEvent),
});
type Line = z.infer<typeof Line>;

/** A catalog older than this is caught up with: what happened meanwhile is not told as a week's news. */
const CATCH_UP_DAYS = 28;

/**
 * Opens the record in a file, or begins it for a catalog of that version. What a crash left of a last line is cut off:
 * its version is accepted again.
 * @throws OperatorError for a file with any other damage.
 */
export function openRecord(file: string, clock: Clock, version: string | undefined): NewsRecord {
  mkdirSync(dirname(file), { recursive: true });
  const lines = existsSync(file) ? readLines(file) : [];
  const append = (line: Line) => {
    appendFlushed(file, `${JSON.stringify(line)}\n`);
    lines.push(line);
  };
  const now = () => clock.now().toISOString();
  if (lines.length === 0) append({ at: now(), ...(version && { version }), events: [] });
  const batches = lines.map(batchOf);
  const last = () => lines.at(-1) ?? { at: now(), events: [] };
  let told = 0;
  return {
    since: new Date(lines[0]?.at ?? now()),
    version: () => last().version,
    batches: () => batches,
    known() {
      told = Math.max(told, clock.now().getTime() - 1);
      return new Date(told);
    },
    async accept(before, after, next) {
      const since = before ? catalogDay(before) : dayOf(new Date(last().at));
      const catchUp = daysBetween(since, catalogDay(after)) > CATCH_UP_DAYS;
      const events = before
        ? await diffSlowly(before, after, () => setImmediate(), { routers: true })
        : learntSince(after, since, dayOf(clock.now()));
      // Later than whatever may have been told already, even where the clock was set back.
      const at = new Date(Math.max(clock.now().getTime(), Date.parse(last().at) + 1, told + 1));
      append({ at: at.toISOString(), ...(next && { version: next }), ...(catchUp && { catchUp }), events });
      const batch = batchOf(last());
      batches.push(batch);
      return batch;
    },
  };
}

function learntSince(catalog: Catalog, since: Day, today: Day): CatalogEvent[] {
  return eventsBetween(catalog, since, today, { now: today, by: "news", routers: true });
}

function batchOf({ at, events, catchUp }: Line): Batch {
  return { at: new Date(at), events, ...(catchUp && { catchUp }) };
}

function appendFlushed(file: string, text: string): void {
  const handle = openSync(file, "a");
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function readLines(file: string): Line[] {
  const text = readFileSync(file, "utf8");
  const end = text.lastIndexOf("\n") + 1;
  if (end < text.length) truncateSync(file, Buffer.byteLength(text.slice(0, end)));
  const whole = text.slice(0, end).split("\n").slice(0, -1);
  return whole.map((line, at) => parse(file, line, at + 1));
}

function parse(file: string, line: string, number: number): Line {
  try {
    return Line.parse(JSON.parse(line));
  } catch (error) {
    const hint = "remove the line: its news will not be told; or restore the file from a backup";
    throw new OperatorError("bad_store", `${file}, line ${number} is not a record of news`, hint, error);
  }
}
