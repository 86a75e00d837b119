import { existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { readRecord } from "../../catalog/read-records.ts";
import { Day } from "../../catalog/schema.ts";
import { replaceFile } from "./durable.ts";

/** The last good copy of what a source published, with the marks by which a server knows it again. */
const Copy = z.object({
  url: z.string(),
  etag: z.string().optional(),
  lastModified: z.string().optional(),
  /** The day on which it was fetched first. */
  day: Day,
  text: z.string(),
});
export type Copy = z.infer<typeof Copy>;

function fileOf(data: string, source: string, part: string): string {
  return join(data, "fetched", source, `${part}.json`);
}

/** The copy of one file of a source, if there is one of that address; a broken copy is none. */
export function readCopy(data: string, source: string, part: string, url: string): Copy | undefined {
  const file = fileOf(data, source, part);
  if (!existsSync(file)) return undefined;
  try {
    const copy = readRecord(file, Copy);
    return copy.url === url ? copy : undefined;
  } catch {
    return undefined;
  }
}

export function keepCopy(data: string, source: string, part: string, copy: Copy): void {
  replaceFile(fileOf(data, source, part), JSON.stringify(copy));
}
