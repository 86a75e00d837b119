import type { Subscription } from "../ports/records.ts";
import type { Language } from "../query/query.ts";
import { messagesIn } from "../view/messages/locales.ts";

/** "Monday 09:00 (Asia/Shanghai)". */
export function whenWords(
  { weekday, time, timezone }: Pick<Subscription, "weekday" | "time" | "timezone">,
  language: Language,
): string {
  return messagesIn(language).digest.when(weekday, time, timezone);
}

/** An instant on the clocks of a zone, for people: "2026-07-06 09:04". */
export function localTime(instant: string, timezone: string): string {
  const parts = new Intl.DateTimeFormat("en-CA", {
    ...{ timeZone: timezone, year: "numeric", month: "2-digit", day: "2-digit" },
    ...{ hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  }).formatToParts(new Date(instant));
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}-${part("day")} ${part("hour")}:${part("minute")}`;
}
