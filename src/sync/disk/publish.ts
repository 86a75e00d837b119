import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import { loadCatalog } from "../../catalog/load.ts";
import { checksums, type OutFile } from "../../import/write.ts";
import { flushFolder, replaceFile, writeFlushed } from "./durable.ts";
import { STATE_FILE, type State, stateText } from "./state.ts";
import { currentVersion, pointerFile, versionName, versionNames, versionsFolder } from "./versions.ts";

/** The steps of a write, in order; a crash before `pointed` leaves the last good version in force. */
const STEPS = ["begun", "written", "flushed", "checked", "renamed", "pointed", "pruned"] as const;
export type Step = (typeof STEPS)[number];

export interface Edition {
  files: readonly OutFile[];
  state: State;
  /** The folder whose hand-written part goes with it. */
  embedded: string;
  now: Date;
}

/** The versions kept beside the one that counts: a bot that has not taken it up yet reads history from its own. */
const KEPT = 6;
const BUILDING = ".building-";

/**
 * Writes a catalog as a new version: built aside, flushed, loaded as a test, and only then named as the one that
 * counts. The same catalog as the current one is not written again.
 * @returns the version's name, or undefined where nothing has changed.
 * @throws OperatorError if the catalog does not load; the last good version stays.
 */
export function publish(
  data: string,
  edition: Edition,
  reached: (step: Step) => void = () => undefined,
): string | undefined {
  const folder = versionsFolder(data);
  mkdirSync(folder, { recursive: true });
  removeUnfinished(folder);
  const files = allFiles(edition);
  const current = currentVersion(data);
  if (current !== undefined && isSame(join(folder, current), files)) return undefined;
  const building = mkdtempSync(join(folder, BUILDING));
  reached("begun");
  write(building, files);
  reached("written");
  flushAll(building);
  reached("flushed");
  loadCatalog(building);
  reached("checked");
  const name = versionName(edition.now, digest(files));
  renameSync(building, join(folder, name));
  flushFolder(folder);
  reached("renamed");
  replaceFile(pointerFile(data), `${name}\n`);
  reached("pointed");
  prune(data, name);
  reached("pruned");
  return name;
}

function allFiles({ files, state, embedded }: Edition): OutFile[] {
  const known = new Set(modelIds(files));
  return [
    ...files,
    checksums(embedded, files),
    ...handWritten(embedded, known),
    { path: STATE_FILE, text: stateText(state) },
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function modelIds(files: readonly OutFile[]): string[] {
  const models = files.filter(({ path }) => path.startsWith("models/"));
  return models
    .flatMap(({ text }) => z.array(z.object({ id: z.string() })).parse(JSON.parse(text)))
    .map(({ id }) => id);
}

const NICKNAMES = "curated/nicknames.json";

/** The hand-written part and the licences; nicknames of models that the catalog does not have are left out. */
function handWritten(embedded: string, models: ReadonlySet<string>): OutFile[] {
  const curated = readdirSync(join(embedded, "curated")).map((name) => `curated/${name}`);
  const pages = existsSync(join(embedded, "SOURCES.md")) ? ["SOURCES.md"] : [];
  return [...pages, ...curated].map((path) => {
    const text = readFileSync(join(embedded, path), "utf8");
    if (path !== NICKNAMES) return { path, text };
    const names = Object.entries(z.record(z.string(), z.unknown()).parse(JSON.parse(text)));
    return { path, text: `${JSON.stringify(Object.fromEntries(names.filter(([id]) => models.has(id))), null, 1)}\n` };
  });
}

function isSame(folder: string, files: readonly OutFile[]): boolean {
  return files.every(({ path, text }) => {
    const file = join(folder, path);
    return existsSync(file) && readFileSync(file, "utf8") === text;
  });
}

function write(folder: string, files: readonly OutFile[]): void {
  for (const inside of new Set(files.map(({ path }) => dirname(path)))) {
    mkdirSync(join(folder, inside), { recursive: true });
  }
  for (const { path, text } of files) writeFlushed(join(folder, path), text);
}

function flushAll(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) flushAll(join(folder, entry.name));
  }
  flushFolder(folder);
}

function digest(files: readonly OutFile[]): string {
  const hash = createHash("sha256");
  for (const { path, text } of files) hash.update(path).update("\0").update(text).update("\0");
  return hash.digest("hex");
}

function prune(data: string, current: string): void {
  const old = versionNames(data).filter((name) => name !== current);
  for (const name of old.slice(KEPT)) rmSync(join(versionsFolder(data), name), { recursive: true, force: true });
}

/** What a sync that was cut off left behind. */
function removeUnfinished(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (name.startsWith(".")) rmSync(join(folder, name), { recursive: true, force: true });
  }
}
