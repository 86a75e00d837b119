import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import type { Day } from "../catalog/schema.ts";
import { OperatorError } from "../lib/errors.ts";
import type { SnapshotFile } from "./fact.ts";

const WITH_DAY = /^(.+)@(\d{4}-\d{2}-\d{2})$/;
const READ = /\.(?:json|jsonl|csv|xml)$/;

/**
 * Reads the files that the arguments name: files or folders, each as `PATH` or `PATH@YYYY-MM-DD`, where the day is
 * for formats that carry none. A file named by itself goes before the folder that holds it.
 * @throws OperatorError `bad_snapshot` for a path that is not there or no JSON.
 */
export function readSnapshots(args: readonly string[]): SnapshotFile[] {
  const files = new Map<string, Day | undefined>();
  for (const arg of args) {
    const [, path = arg, day] = WITH_DAY.exec(arg) ?? [];
    for (const file of filesIn(path)) if (!files.has(file) || file === path) files.set(file, day);
  }
  return [...files].map(([path, day]) => ({ name: path, data: dataOf(path), ...(day && { day }) }));
}

function filesIn(path: string): string[] {
  try {
    if (statSync(path).isFile()) return [path];
    const inside = readdirSync(path).sort();
    return inside.flatMap((name) => {
      const full = join(path, name);
      return statSync(full).isDirectory() ? filesIn(full) : READ.test(name) ? [full] : [];
    });
  } catch (cause) {
    throw new OperatorError("bad_snapshot", `${path} cannot be read`, "name a file or a folder that exists", cause);
  }
}

function dataOf(path: string): unknown {
  const text = readFileSync(path, "utf8");
  if (path.endsWith(".json")) return json(text, basename(path));
  return path.endsWith(".jsonl") ? jsonLines(text) : text;
}

function json(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new OperatorError("bad_snapshot", `${name} is no JSON`, "download it again", cause);
  }
}

/** A line that is no JSON becomes `undefined`, which its parser reports as a bad record. */
function jsonLines(text: string): { line: number; value: unknown }[] {
  return text.split("\n").flatMap((line, at) => {
    if (line.trim() === "") return [];
    try {
      return [{ line: at + 1, value: JSON.parse(line) as unknown }];
    } catch {
      return [{ line: at + 1, value: undefined }];
    }
  });
}
