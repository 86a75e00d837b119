import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";
import { OperatorError } from "../lib/errors.ts";

/** The schema's own text with the place in the file, for an operator to find it. */
function reason(error: z.ZodError): string {
  const [issue] = error.issues;
  return issue ? `at ${issue.path.map(String).join(".") || "the top"}: ${issue.message}` : "unreadable";
}

function bad(file: string, why: string, cause?: unknown): OperatorError {
  return new OperatorError(
    "bad_catalog",
    `${file}: ${why}`,
    "correct the record, or write the catalog anew with npm run catalog:import",
    cause,
  );
}

/**
 * One JSON file by its schema.
 * @throws OperatorError with file, path and reason if the file is missing, no JSON, or breaks the schema.
 */
export function readRecord<T extends z.ZodType>(file: string, schema: T): z.infer<T> {
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(file, "utf8"));
  } catch (cause) {
    throw bad(file, cause instanceof Error ? cause.message : "unreadable", cause);
  }
  const parsed = schema.safeParse(data);
  if (!parsed.success) throw bad(file, reason(parsed.error), parsed.error);
  return parsed.data;
}

/** The records of all `*.json` files of a folder, files in the order of their names; none if it is missing. */
export function readFolder<T extends z.ZodType<unknown[]>>(folder: string, schema: T): z.infer<T> {
  const records: unknown[] = [];
  for (const name of existsSync(folder) ? readdirSync(folder).sort() : []) {
    if (name.endsWith(".json")) for (const record of readRecord(join(folder, name), schema)) records.push(record);
  }
  return records as z.infer<T>;
}

/** A record refers to something that is not there. */
export function dangling(folder: string, record: string, field: string, id: string): OperatorError {
  return bad(folder, `${record}: ${field} "${id}" does not exist`);
}
