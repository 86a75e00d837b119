import type { FormValues } from "../../ports/core.ts";
import { CLASSES, type Command, SECTIONS } from "../../query/query.ts";
import { handed } from "../commands.ts";
import { readFilters, textIn } from "../fields.ts";
import { faultsOf, type Submit } from "./submit.ts";

const TIME = /^([01]?\d|2[0-3])[:：]([0-5]\d)$/u;

/** Sets up the digest of a channel as the command in words would. */
export const submitDigest: Submit = async (ask, values) => {
  const [, hour, minute] = TIME.exec(textIn(values, "time") ?? "") ?? [];
  const timezone = textIn(values, "timezone");
  const words = textIn(values, "filters");
  const filters = words === undefined ? undefined : readFilters(ask, words);
  const faults = faultsOf(ask, {
    time: hour === undefined && "time",
    timezone: (timezone === undefined || !isTimezone(timezone)) && "timezone",
    filters: words !== undefined && !filters && "filters",
  });
  if (faults) return faults;
  const language = textIn(values, "language");
  const sections = someOf(SECTIONS, values.sections);
  const classes = someOf(CLASSES, values.classes);
  const command: Extract<Command, { name: "digest" }> = {
    name: "digest",
    action: "on",
    weekday: weekdayIn(textIn(values, "weekday")),
    time: `${hour?.padStart(2, "0")}:${minute}`,
    ...(timezone && { timezone }),
    ...(sections && { sections }),
    ...(classes && { classes }),
    ...((language === "en" || language === "zh") && { language }),
    ...(filters && { filters }),
    ...(textIn(values, "quiet") === "yes" && { quiet: true }),
  };
  return handed(ask, "digest", command, ask.parts.commands.digest);
};

/** Those chosen, in their order; nothing where all are, or none is. */
function someOf<T extends string>(all: readonly T[], said: FormValues[string]): T[] | undefined {
  const names: readonly string[] = [said ?? []].flat();
  const chosen = all.filter((name) => names.includes(name));
  return chosen.length > 0 && chosen.length < all.length ? chosen : undefined;
}

const MONDAY = 1;
const LAST_DAY = 6;

function weekdayIn(text: string | undefined): number {
  const day = Number(text ?? MONDAY);
  return Number.isInteger(day) && day >= 0 && day <= LAST_DAY ? day : MONDAY;
}

function isTimezone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
