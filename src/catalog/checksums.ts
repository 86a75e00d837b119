import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { readRecord } from "./read-records.ts";
import { FxSeries, History, Lab, Model, Offer, Provider, Source } from "./schema.ts";

/**
 * The importer checks each file that it writes by its schema and notes the file's checksum here. A file that still
 * has it is not checked again when the catalog is loaded; any other, one edited by hand for instance, is checked whole.
 */
export const CHECKSUMS = "checksums.json";

const Checksums = z.record(z.string(), z.string());

const DIGITS = 32;

export function checksumOf(content: string | Buffer): string {
  return createHash("sha256").update(content).digest("hex").slice(0, DIGITS);
}

/** The checksums of a folder, by path inside it; none if the file is not there. */
export function readChecksums(folder: string): ReadonlyMap<string, string> {
  const file = join(folder, CHECKSUMS);
  return new Map(existsSync(file) ? Object.entries(readRecord(file, Checksums)) : []);
}

const SCHEMAS: readonly (readonly [RegExp, z.ZodType])[] = [
  [/^labs\.json$/, z.array(Lab)],
  [/^providers\.json$/, z.array(Provider)],
  [/^sources\.json$/, z.array(Source)],
  [/^fx\.json$/, FxSeries],
  [/^models\/[^/]+\.json$/, z.array(Model)],
  [/^offers\/[^/]+\.json$/, z.array(Offer)],
  [/^history\/[^/]+\.json$/, z.array(History)],
];

/** The schema of a file that the importer writes and the program reads, by its path inside the catalog. */
export function schemaOf(path: string): z.ZodType | undefined {
  return SCHEMAS.find(([pattern]) => pattern.test(path))?.[1];
}
