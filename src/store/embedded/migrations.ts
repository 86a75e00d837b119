import type { ShelfName } from "../shapes.ts";

/** Makes a record of one version into one of the next; records of other shelves come back as they are. */
export type Migration = (shelf: ShelfName, record: unknown) => unknown;

/** The first leads from version 1 to version 2, and so on: append, never change. */
export const MIGRATIONS: readonly Migration[] = [];

/** The version that files are written in. */
export function versionAfter(migrations: readonly Migration[]): number {
  return migrations.length + 1;
}

/** A record of an older version as the version of today has it. */
export function migrated(
  shelf: ShelfName,
  record: unknown,
  version: number,
  migrations: readonly Migration[],
): unknown {
  return migrations.slice(version - 1).reduce((old, migrate) => migrate(shelf, old), record);
}
