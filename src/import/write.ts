import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { CHECKSUMS, checksumOf, schemaOf } from "../catalog/checksums.ts";
import { checkText } from "../catalog/read-records.ts";

/** A file of the catalog: its path inside the folder and its text. */
export interface OutFile {
  path: string;
  text: string;
}

/** A JSON array with one record a line, so that a diff shows records. */
export function lines(records: readonly unknown[]): string {
  return records.length === 0 ? "[]\n" : `[\n${records.map((record) => JSON.stringify(record)).join(",\n")}\n]\n`;
}

/** Folders that the importer owns: files there that it did not write are left over from an import before. */
const OWNED = ["models", "offers", "history"];

/**
 * The list of checksums of the files that the program reads, each checked by its schema first.
 * @throws OperatorError with file, path and reason for a file that the program would refuse.
 */
export function checksums(folder: string, files: readonly OutFile[]): OutFile {
  const read = files.flatMap(({ path, text }) => {
    const schema = schemaOf(path);
    if (!schema) return [];
    checkText(join(folder, path), text, schema);
    return [[path, checksumOf(text)] as const];
  });
  const sorted = read.sort(([a], [b]) => (a < b ? -1 : 1));
  return { path: CHECKSUMS, text: `${JSON.stringify(Object.fromEntries(sorted), null, 1)}\n` };
}

/** Checks and writes the files with their checksums, removes what an earlier import left in the importer's own folders. */
export function writeCatalog(folder: string, files: readonly OutFile[]): void {
  const wanted = new Set(files.map(({ path }) => path));
  for (const { path, text } of [...files, checksums(folder, files)]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  for (const own of OWNED) {
    mkdirSync(join(folder, own), { recursive: true });
    for (const name of readdirSync(join(folder, own))) {
      if (!wanted.has(`${own}/${name}`)) rmSync(join(folder, own, name));
    }
  }
}
