import type { Command, Query } from "../../query.ts";
import { digits, money, nameOf, size } from "../figures.ts";
import { saidOf, type Words } from "../tongue.ts";
import { FILTER_WORDS } from "./filters.ts";
import { CLASSES_SAID, list, SECTIONS_SAID, SIDES_SAID, WEEKDAYS } from "./terms.ts";

type Digest = Extract<Command, { name: "digest" }>;
type Watch = Extract<Command, { name: "watch" }>;
type Settings = Extract<Command, { name: "settings" }>;

const LANGUAGES = { en: "English", zh: "Chinese" } as const;
const ZONES: Readonly<Record<string, string>> = {
  "Asia/Shanghai": "Beijing time",
  "America/Los_Angeles": "Pacific time",
  "America/New_York": "Eastern time",
  "America/Chicago": "Central time",
  "Europe/London": "London time",
  "Europe/Berlin": "Berlin time",
  "Europe/Paris": "Paris time",
  "Europe/Amsterdam": "Amsterdam time",
  "Europe/Zurich": "Zurich time",
  "Asia/Tokyo": "Tokyo time",
  "Asia/Singapore": "Singapore time",
  "Asia/Hong_Kong": "Hong Kong time",
  "Asia/Kolkata": "India time",
  "Asia/Seoul": "Seoul",
  "Asia/Taipei": "Taipei time",
  "Australia/Sydney": "Sydney time",
};

const DIGEST: Words<Digest> = {
  name: () => "",
  action: (action) =>
    ({
      on: "turn on the weekly digest",
      off: "turn off the weekly digest",
      now: "send the weekly digest now",
      show: "show the weekly digest settings",
      list: "list the weekly digest settings",
      set: "change the weekly digest",
    })[action],
  weekday: (weekday) => `on ${WEEKDAYS[weekday] ?? ""}`,
  time: (time) => `at ${time}`,
  timezone: (zone) => ZONES[zone] ?? zone,
  filters: (filters, query) => saidOf(FILTER_WORDS, filters, query).join(", "),
  sections: (sections) => `only ${list(sections.map((section) => SECTIONS_SAID[section]))}`,
  classes: (classes) => `leaderboard of ${list(classes.map((name) => CLASSES_SAID[name]))}`,
  language: (language) => `in ${LANGUAGES[language]}`,
  quiet: (quiet) => (quiet ? "only if something changed" : ""),
  date: (date) => `of ${date}`,
};

const WATCH: Words<Watch> = {
  name: () => "",
  action: (action) =>
    ({
      on: "alert",
      off: "stop the alert",
      remove: "remove the alert",
      list: "list my alerts",
      show: "show my alerts",
      set: "change the alert",
      pause: "pause the alert",
      resume: "resume the alert",
    })[action],
  notify: (notify) => (notify === "me" ? "me privately" : "in this channel"),
  models: (models) => `on ${list(models.map(nameOf))}`,
  families: (families) => `on ${list(families)}`,
  event: (event) => (event === "new_model" ? "when there is a new model" : "when there is a new host"),
  labs: (labs) => `from ${list(labs)}`,
  on: (on) => `when ${SIDES_SAID[on]} price`,
  below: (below, query) => `drops below ${money(below, currencyOf(query), "en")}`,
  above: (above, query) => `rises above ${money(above, currencyOf(query), "en")}`,
  currency: () => "",
  any: (any) =>
    any === true ? "on any price change" : any === "down" ? "when it gets cheaper" : "when it gets more expensive",
  until: (until) => `until ${until}`,
};

const SETTINGS: Words<Settings> = {
  name: () => "",
  action: (action) =>
    ({
      set: "change the default settings",
      on: "change the default settings",
      off: "reset the settings",
      remove: "reset the settings",
      show: "show the settings",
      list: "show the settings",
    })[action],
  scope: (scope) => ({ user: "for me", channel: "for this channel", workspace: "for the whole workspace" })[scope],
  language: (language) => `answer in ${LANGUAGES[language]}`,
  currency: (currency) => `prices in ${currency}`,
  per: (per) => `per ${size(per)} tokens`,
  blend: ({ input, output }) => `blend ${digits(input)}:${digits(output)}`,
  filters: (filters, query) => saidOf(FILTER_WORDS, filters, query).join(", "),
};

/** The currency of a watch is said with its amount. */
const currencyOf = ({ command }: Query): "USD" | "CNY" => {
  const watch = [command].flat().find((one) => one?.name === "watch");
  return watch?.name === "watch" ? (watch.currency ?? "USD") : "USD";
};

function one(command: Command, query: Query): string {
  const own: Query = { ...query, command };
  if (command.name === "digest") return saidOf(DIGEST, command, own).join(" ");
  if (command.name === "watch") return saidOf(WATCH, command, own).join(" ");
  return saidOf(SETTINGS, command, own).join(", ");
}

export const commands = (said: NonNullable<Query["command"]>, query: Query): string =>
  [said]
    .flat()
    .map((command) => one(command, query))
    .join("; also ");
