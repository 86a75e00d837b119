import { setImmediate } from "node:timers/promises";
import { currentVersion, openCatalog } from "./disk/versions.ts";

/** What answers questions, built over one catalog and replaced as a whole. */
export interface Live<T> {
  /** What to answer the next question from; a question that has begun keeps what it has. */
  current(): T;
  /** The version in use; absent for the catalog that came with the program. */
  version(): string | undefined;
  /** Takes up the newest version. Whatever fails, what is in use stays. @returns whether it was replaced. */
  reload(): Promise<boolean>;
}

export interface LiveOptions<T> {
  data: string;
  embedded: string;
  /** Builds from a folder; throws for a catalog that does not load. */
  build(folder: string): T;
  /** Told of versions that do not load. */
  fault(what: string): void;
}

/**
 * Opens the newest catalog that loads.
 * @throws what `build` throws for the embedded catalog.
 */
export function createLive<T>({ data, embedded, build, fault }: LiveOptions<T>): Live<T> {
  const open = () => {
    const opened = openCatalog(data, embedded, build);
    for (const what of opened.faults) fault(what);
    return opened;
  };
  let { catalog, version } = open();
  return {
    current: () => catalog,
    version: () => version,
    async reload() {
      if (currentVersion(data) === version) return false;
      // Questions that wait are answered first: building takes a moment in which none is.
      await setImmediate();
      const opened = open();
      const isNew = opened.version !== version;
      if (isNew) ({ catalog, version } = opened);
      return isNew;
    },
  };
}
