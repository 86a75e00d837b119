import { createReadStream } from "node:fs";
import { crc32 } from "node:zlib";
import { z } from "zod";
import { objection } from "./damage.ts";

export const JOURNALED = ["claims", "conversations", "deliveries", "editions"] as const;
export type Journaled = (typeof JOURNALED)[number];

/**
 * A line is eight hexadecimal digits of CRC-32, a blank, and JSON. Entries are changes: shelf, key, record or `null`
 * where it was removed. All that were flushed together stand in one line, so that a crash can tear the last line only.
 */
const Line = z.union([
  z.strictObject({
    entries: z.array(z.custom<[Journaled, string, unknown]>(isEntry, "an entry is shelf, key, record")),
  }),
  z.strictObject({ version: z.int().positive() }),
  /** The last line of a base: how many entries it holds. */
  z.strictObject({ end: z.int().nonnegative() }),
]);
type Line = z.infer<typeof Line>;

function isEntry(value: unknown): boolean {
  const [shelf, key, record] = Array.isArray(value) && value.length === 3 ? value : [];
  return JOURNALED.includes(shelf) && typeof key === "string" && typeof record === "object";
}

/** A line that holds this JSON. */
export function lineOf(json: string): string {
  return `${checksum(json)} ${json}\n`;
}

export const entryOf = (shelf: string, key: string, record: object | undefined) =>
  JSON.stringify([shelf, key, record ?? null]);

export const entriesLine = (entries: readonly string[]) => lineOf(`{"entries":[${entries.join(",")}]}`);

function checksum(of: string | Buffer): string {
  return crc32(of).toString(16).padStart(8, "0");
}

/** A line that was read, with the version of its file, or why it can't be. */
export type ReadLine = { number: number; version: number; line: Line } | { number: number; fault: string };

/** The lines of a file, in order; the last one may lack its end. The first names the version. */
export async function* readLines(path: string): AsyncGenerator<ReadLine> {
  let rest = Buffer.alloc(0);
  let number = 0;
  let version = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    let from = 0;
    const bytes = Buffer.concat([rest, chunk as Buffer]);
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, from)) {
      number += 1;
      const read = parse(bytes.subarray(from, end));
      if ("line" in read && "version" in read.line) version = read.line.version;
      if ("line" in read && version === 0) yield { number, fault: "no line before it names the version" };
      else yield { number, version, ...read };
      from = end + 1;
    }
    rest = bytes.subarray(from);
  }
  if (rest.length > 0) yield { number: number + 1, fault: "it has no end" };
}

function parse(bytes: Buffer): { line: Line } | { fault: string } {
  const json = bytes.subarray(9);
  if (`${checksum(json)} ` !== bytes.subarray(0, 9).toString("latin1")) return { fault: "its checksum does not match" };
  try {
    return { line: Line.parse(JSON.parse(json.toString("utf8"))) };
  } catch (error) {
    return { fault: objection(error) };
  }
}
