import { createHash } from "node:crypto";
import { Cron } from "croner";
import type { Subscription } from "../ports/records.ts";

/** When a channel's digest goes out, on the wall clock of a zone. */
export type Schedule = Pick<Subscription, "tenant" | "channel" | "weekday" | "time" | "timezone">;

/** Digests of one hour are spread over this long after it, so that a thousand channels are no burst. */
export const SPREAD_MS = 10 * 60_000;
/** A new day, hour or zone brings no second edition within this time of the last one. */
const SHORTEST_GAP_MS = 22 * 3_600_000;

/** How long after its hour a channel's digest goes out, always the same: ms, less than SPREAD_MS. */
export function spreadOf({ tenant, channel }: Pick<Schedule, "tenant" | "channel">): number {
  const hash = createHash("sha256")
    .update(JSON.stringify([tenant, channel]))
    .digest();
  return hash.readUInt32BE(0) % SPREAD_MS;
}

/**
 * The first time after `after` at which a digest is due. An hour that the clocks leave out is the one after it; one
 * that they have twice is the first of the two.
 */
export function nextDue(schedule: Schedule, after: Date): Date {
  const { weekday, time, timezone } = schedule;
  const [hour, minute] = time.split(":").map(Number);
  const spread = spreadOf(schedule);
  const cron = new Cron(`0 ${minute} ${hour} * * ${weekday}`, { timezone, paused: true });
  const slot = cron.nextRun(new Date(after.getTime() - spread));
  if (!slot) throw new Error(`no next run of ${weekday} ${time} ${timezone}`);
  return new Date(slot.getTime() + spread);
}

/** The same for a schedule that was just set or changed, with the instant up to which the channel has been told. */
export function firstDue(schedule: Schedule, now: Date, cutOff?: string): Date {
  const told = cutOff === undefined ? 0 : Date.parse(cutOff) + SHORTEST_GAP_MS;
  return nextDue(schedule, new Date(Math.max(now.getTime(), told)));
}

/** All times at which a digest was due from `first` up to and with `now`, oldest first. */
export function dueUpTo(schedule: Schedule, first: Date, now: Date): Date[] {
  const due: Date[] = [];
  for (let at = first; at <= now; at = nextDue(schedule, at)) due.push(at);
  return due;
}

/** Whether a name is a time zone that clocks can be read in. */
export function isTimezone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}
