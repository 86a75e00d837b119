import { z } from "zod";
import type { Day } from "../catalog/schema.ts";
import { OperatorError } from "../lib/errors.ts";
import type { Rejected, SnapshotFile } from "./fact.ts";

/** Runs `read` on each record; one that cannot be read is listed and the rest go on. */
export function eachRecord<T>(
  records: Iterable<T>,
  where: (record: T) => string,
  rejected: Rejected[],
  read: (record: T) => void,
): void {
  for (const record of records) {
    try {
      read(record);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      rejected.push({ where: where(record), why: reason(error) });
    }
  }
}

function reason(error: Error): string {
  if (!(error instanceof z.ZodError)) return error.message;
  return error.issues.map((issue) => `${issue.path.join(".") || "record"}: ${issue.message}`).join("; ");
}

/**
 * The day of a snapshot: what the file says, else what the caller says.
 * @throws OperatorError `bad_snapshot` if neither does; a price without a day proves nothing.
 */
export function needDay(file: SnapshotFile, own: Day | undefined): Day {
  const day = own ?? file.day;
  if (day) return day;
  throw new OperatorError(
    "bad_snapshot",
    `${file.name} does not say from which day it is`,
    `name the day: ${file.name}@YYYY-MM-DD`,
  );
}

/** The lines of a JSON Lines file that could be read as JSON. */
export function linesOf(file: SnapshotFile): { line: number; value: unknown }[] {
  return Array.isArray(file.data) ? (file.data as { line: number; value: unknown }[]) : [];
}

/** How many lines are looked at to recognise a format: some of them may be bad. */
const TRIED = 20;

/** Whether a JSON Lines file has rows of this shape. */
export function hasRows(file: SnapshotFile, shape: z.ZodType): boolean {
  return linesOf(file)
    .slice(0, TRIED)
    .some(({ value }) => shape.safeParse(value).success);
}
