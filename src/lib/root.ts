import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The folder of the nearest package.json above this file: the same from `src/` and from `dist/src/`. */
export function projectRoot(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder);
  return folder;
}
