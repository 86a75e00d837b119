import { existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { readRecord } from "../../catalog/read-records.ts";
import type { Report } from "../report.ts";
import { replaceFile } from "./durable.ts";

const LastSync = z.object({ at: z.string(), failed: z.array(z.string()) });

const fileOf = (data: string) => join(data, "last-sync.json");

/** Keeps which sources a sync heard nothing of. */
export function keepLastSync(data: string, { outcomes }: Report, now: Date): void {
  const failed = outcomes
    .filter(({ records, faults }) => records === 0 && faults.length > 0)
    .map(({ source }) => source);
  replaceFile(fileOf(data), `${JSON.stringify({ at: now.toISOString(), failed })}\n`);
}

/** Ids of the sources that the last sync heard nothing of; none where that is not known. */
export function failedSources(data: string): string[] {
  if (!existsSync(fileOf(data))) return [];
  try {
    return readRecord(fileOf(data), LastSync).failed;
  } catch {
    return [];
  }
}
