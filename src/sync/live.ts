import { currentVersion, openCatalog, openSlowly } from "./disk/versions.ts";

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
  /** Builds from a folder at once; throws for a catalog that does not load. */
  build(folder: string): T;
  /** The same in slices, between which questions are answered. */
  rebuild(folder: string): Promise<T>;
  /** Told of versions that do not load. */
  fault(what: string): void;
}

/**
 * Opens the newest catalog that loads.
 * @throws what `build` throws for the embedded catalog.
 */
export function createLive<T>({ data, embedded, build, rebuild, fault }: LiveOptions<T>): Live<T> {
  const opened = openCatalog(data, embedded, build);
  let { catalog, version } = opened;
  let looked = version;
  const tell = (faults: readonly string[]) => {
    for (const what of faults) fault(what);
  };
  tell(opened.faults);
  return {
    current: () => catalog,
    version: () => version,
    async reload() {
      const named = currentVersion(data);
      if (named === looked) return false;
      looked = named;
      const next = await openSlowly(data, embedded, rebuild);
      tell(next.faults);
      if (next.version === version) return false;
      ({ catalog, version } = next);
      return true;
    },
  };
}
