import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";
import { OperatorError } from "../lib/errors.ts";
import { defaultsOf } from "./defaults.ts";

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
  return checked(file, parsed(file, content(file)), schema);
}

/** Text that is to become a file: by its schema, as if it were read. */
export function checkText(file: string, text: string, schema: z.ZodType): void {
  checked(file, parsed(file, text), schema);
}

/** Reads the files of one catalog. */
export interface Reader {
  /** One file by its path inside the catalog. */
  record<T extends z.ZodType>(path: string, schema: T): z.infer<T>;
  /** The paths of all `*.json` files of a folder, in the order of their names; none if it is missing. */
  files(path: string): string[];
  /** The records of all `*.json` files of a folder, files in the order of their names; none if it is missing. */
  folder<T extends z.ZodType<unknown[]>>(path: string, schema: T): z.infer<T>;
}

/**
 * Reads by schema, but for files whose checksum says that they are as they were when they were checked last: these
 * are only completed by the schema's defaults.
 */
export function createReader(root: string, trusted: ReadonlyMap<string, string>, checksum: Checksum): Reader {
  const fills = new Map<z.ZodType, ReturnType<typeof defaultsOf>>();
  const fillOf = (schema: z.ZodType) => {
    if (!fills.has(schema)) fills.set(schema, defaultsOf(schema));
    return fills.get(schema);
  };
  const record = <T extends z.ZodType>(path: string, schema: T): z.infer<T> => {
    const file = join(root, path);
    const raw = content(file);
    const data = parsed(file, raw.toString("utf8"));
    if (!trusted.has(path) || trusted.get(path) !== checksum(raw)) return checked(file, data, schema);
    fillOf(schema)?.(data);
    return data as z.infer<T>;
  };
  const files = (path: string): string[] => {
    const inside = join(root, path);
    const names = existsSync(inside) ? readdirSync(inside).sort() : [];
    return names.filter((name) => name.endsWith(".json")).map((name) => `${path}/${name}`);
  };
  return {
    record,
    files,
    folder: (path, schema) => files(path).flatMap((file) => record(file, schema)) as z.infer<typeof schema>,
  };
}

type Checksum = (content: Buffer) => string;

function content(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw bad(file, cause instanceof Error ? cause.message : "unreadable", cause);
  }
}

function parsed(file: string, text: string | Buffer): unknown {
  try {
    return JSON.parse(text.toString());
  } catch (cause) {
    throw bad(file, cause instanceof Error ? cause.message : "no JSON", cause);
  }
}

function checked<T extends z.ZodType>(file: string, data: unknown, schema: T): z.infer<T> {
  const result = schema.safeParse(data);
  if (!result.success) throw bad(file, reason(result.error), result.error);
  return result.data;
}

/** A record refers to something that is not there. */
export function dangling(folder: string, record: string, field: string, id: string): OperatorError {
  return bad(folder, `${record}: ${field} "${id}" does not exist`);
}
