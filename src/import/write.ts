import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

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

/** Writes the files and removes what an earlier import left in the importer's own folders. */
export function writeCatalog(folder: string, files: readonly OutFile[]): void {
  const wanted = new Set(files.map(({ path }) => path));
  for (const { path, text } of files) {
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
