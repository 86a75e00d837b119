import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { Source } from "../../catalog/schema.ts";
import { LISTER } from "../lister.ts";

/**
 * The synced catalogs in the data folder: `catalog/<version>/`, each whole and never changed, and `catalog/current`,
 * which names the one that counts. What is being built has a name that begins with a dot.
 */

const POINTER = "current";
const VERSION = /^\d{8}T\d{9}Z-[0-9a-f]{8}$/;

export function versionsFolder(data: string): string {
  return join(data, "catalog");
}

export function pointerFile(data: string): string {
  return join(versionsFolder(data), POINTER);
}

/** The name of the version that counts, if there is one. */
export function currentVersion(data: string): string | undefined {
  const file = pointerFile(data);
  const name = existsSync(file) ? readFileSync(file, "utf8").trim() : "";
  return VERSION.test(name) ? name : undefined;
}

/** A name that sorts by time. */
export function versionName(now: Date, digest: string): string {
  return `${now.toISOString().replaceAll(/[-:.]/g, "")}-${digest.slice(0, 8)}`;
}

/** All whole versions, newest first. */
export function versionNames(data: string): string[] {
  const folder = versionsFolder(data);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => VERSION.test(name) && statSync(join(folder, name)).isDirectory())
    .sort()
    .reverse();
}

/** A catalog that could be read, where it is, and why better ones could not. */
export interface Opened<T> {
  catalog: T;
  folder: string;
  /** The version; absent for the catalog that came with the program. */
  version?: string;
  faults: string[];
}

/**
 * The first catalog that `read` accepts: the version that counts, then older ones, then the one in `embedded`. A
 * version whose data is older than the embedded catalog's is passed over: the program was updated since.
 * @throws what `read` throws for the embedded catalog.
 */
export function openCatalog<T>(data: string, embedded: string, read: (folder: string) => T): Opened<T> {
  const faults: string[] = [];
  for (const { version, folder } of versionsToTry(data, embedded)) {
    try {
      return { catalog: read(folder), folder, version, faults };
    } catch (error) {
      faults.push(faultOf(version, error));
    }
  }
  return { catalog: read(embedded), folder: embedded, faults };
}

/** The same for a reader that takes its time. */
export async function openSlowly<T>(
  data: string,
  embedded: string,
  read: (folder: string) => Promise<T>,
): Promise<Opened<T>> {
  const faults: string[] = [];
  for (const { version, folder } of versionsToTry(data, embedded)) {
    try {
      return { catalog: await read(folder), folder, version, faults };
    } catch (error) {
      faults.push(faultOf(version, error));
    }
  }
  return { catalog: await read(embedded), folder: embedded, faults };
}

function versionsToTry(data: string, embedded: string): { version: string; folder: string }[] {
  const current = currentVersion(data);
  const names = versionNames(data).filter((name) => name !== current);
  const shipped = listedOn(embedded) ?? "";
  return (current === undefined ? names : [current, ...names])
    .map((version) => ({ version, folder: join(versionsFolder(data), version) }))
    .filter(({ folder }) => (listedOn(folder) ?? "9999") >= shipped);
}

function faultOf(version: string, error: unknown): string {
  return `${version}: ${error instanceof Error ? error.message : String(error)}`;
}

/** The day of the lister's data in a catalog. */
function listedOn(folder: string): string | undefined {
  try {
    const sources: unknown = JSON.parse(readFileSync(join(folder, "sources.json"), "utf8"));
    return z
      .array(Source)
      .parse(sources)
      .find(({ id }) => id === LISTER)?.date;
  } catch {
    return undefined;
  }
}
