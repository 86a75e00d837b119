import type { Clock } from "../ports/clock.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** When syncs run, in milliseconds; every pause is varied so that not all bots come at the same moment. */
interface Rhythm {
  /** From the start to the first sync: at least, and up to so much later. */
  firstAfter: number;
  firstWithin: number;
  every: number;
  /** Up to so much later. */
  jitter: number;
  /** After a sync that failed. */
  afterFailure: number;
  /** How often it is looked whether somebody else has synced. */
  lookEvery: number;
}

const DAILY: Rhythm = {
  firstAfter: MINUTE,
  firstWithin: 10 * MINUTE,
  every: 24 * HOUR,
  jitter: 2 * HOUR,
  afterFailure: HOUR,
  lookEvery: MINUTE,
};

export interface SyncScheduleOptions {
  clock: Clock;
  /** From 0 to 1. */
  random(): number;
  /** One sync, away from the thread that answers questions; absent where only others sync. Rejects if it failed. */
  sync?(): Promise<void>;
  /** Takes up a catalog that is newer than the one in use. */
  reload(): Promise<unknown>;
  /** Told of syncs and reloads that failed. */
  fault(error: unknown): void;
  rhythm?: Rhythm;
}

/**
 * Syncs by day and takes up what is new, whoever fetched it. Nothing that fails ends the schedule, and no two syncs
 * of one schedule run at once. @returns what stops it.
 */
export function createSyncSchedule(options: SyncScheduleOptions): () => void {
  const { clock, random, sync, reload, fault, rhythm = DAILY } = options;
  let stopped = false;
  let stopSync: () => void = () => undefined;
  let stopLook: () => void = () => undefined;

  const plan = (ms: number) => {
    if (!stopped) stopSync = clock.after(ms, () => void run());
  };
  const run = async () => {
    let pause = rhythm.afterFailure;
    try {
      await sync?.();
      pause = rhythm.every;
      await reload();
    } catch (error) {
      fault(error);
    }
    plan(pause + random() * Math.min(rhythm.jitter, pause));
  };
  const look = () => {
    if (!stopped) stopLook = clock.after(rhythm.lookEvery, () => void reload().catch(fault).then(look));
  };
  if (sync) plan(rhythm.firstAfter + random() * rhythm.firstWithin);
  look();
  return () => {
    stopped = true;
    stopSync();
    stopLook();
  };
}
