import { require } from "../lib/require.ts";
import type { Day, PriceWindow } from "./schema.ts";

/** A moment on the vendor's clock. */
interface LocalTime {
  day: Day;
  weekday: number;
  time: string;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function localTime(moment: Date, timezone: string): LocalTime {
  let clock = clocks.get(timezone);
  if (!clock) {
    clock = new Intl.DateTimeFormat("sv-SE", {
      timeZone: timezone,
      dateStyle: "short",
      timeStyle: "medium",
    });
    clocks.set(timezone, clock);
  }
  const [day = "", time = ""] = clock.format(moment).split(" ");
  return { day, weekday: new Date(day).getUTCDay(), time: time.slice(0, 5) };
}

/** The year that it is on the vendor's clock. */
export function yearAt(moment: Date, timezone: string): number {
  return Number(localTime(moment, timezone).day.slice(0, 4));
}

/** Whether the moment lies in the window: its weekdays, hours (half-open) and holidays are the vendor's. */
export function isInWindow(window: PriceWindow, moment: Date): boolean {
  const { day, weekday, time } = localTime(moment, window.timezone);
  if (!window.weekdays.includes(weekday)) return false;
  if (window.exceptHolidaysOf === "cn" && isChineseHoliday(day)) return false;
  return window.hours.some(([from, to]) => time >= from && time < to);
}

/** The id of the window that applies at a moment, or "else". */
export function windowAt(windows: readonly PriceWindow[], moment: Date): string {
  return windows.find((window) => isInWindow(window, moment))?.id ?? "else";
}

interface HolidayCalendar {
  getDayDetail(day: string): { work: boolean; name: string };
}
let calendar: HolidayCalendar | undefined;

/** Loaded when it is needed first: few questions need it, and it costs as much as half the catalog. */
function dayDetail(day: Day): { work: boolean; name: string } {
  calendar ??= require("chinese-days") as HolidayCalendar;
  return calendar.getDayDetail(day);
}

/** A Chinese public holiday, make-up days off included; a plain weekend is none. */
export function isChineseHoliday(day: Day): boolean {
  const { work, name } = dayDetail(day);
  return !work && name.includes(",");
}

/** Whether the holidays of that year are known: the calendar is published year by year. */
function knowsHolidaysOf(year: number): boolean {
  return isChineseHoliday(`${year}-01-01`);
}

/** The last year whose holidays are known, looking back from `year`. */
export function holidaysKnownTo(year: number): number {
  let known = year;
  while (known > 2004 && !knowsHolidaysOf(known)) known -= 1;
  return known;
}
