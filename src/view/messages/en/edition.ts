import type { CalendarDay, EditionWords } from "../edition.ts";

const MONTHS = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
];
const plural = (count: number, one: string, many = `${one}s`) =>
  `${count.toLocaleString("en-US")} ${count === 1 ? one : many}`;
const month = ({ month: at }: CalendarDay) => MONTHS[at - 1] ?? "";
const whole = (day: CalendarDay, withYear = true) => `${day.day} ${month(day)}${withYear ? ` ${day.year}` : ""}`;

export const edition: EditionWords = {
  day: whole,
  span: (from, to) => {
    if (whole(from) === whole(to)) return whole(to);
    if (from.year !== to.year) return `${whole(from)} to ${whole(to)}`;
    return `${from.month === to.month ? from.day : whole(from, false)} to ${whole(to)}`;
  },
  title: ({ span, counted }) =>
    `LLM prices, ${span}: ${counted.length > 0 ? counted.join(", ") : "a quiet week, nothing moved"}`,
  counted: {
    cuts: (count) => plural(count, "cut"),
    rises: (count) => plural(count, "rise"),
    new: (count) => plural(count, "new model"),
    free: (count) => `${plural(count, "change")} between free and paid`,
    announced: (count) => plural(count, "announcement"),
    retired: (count) => `${plural(count, "vendor")} retiring models`,
    unconfirmed: (count) => `${count} unconfirmed`,
  },
  sections: {
    cuts: "Price cuts",
    rises: "Price rises",
    new: "New models",
    free: "Free or paid",
    announced: "Announced, and ending soon",
    retired: "Retired or deprecated",
  },
  chosen: {
    cuts: "price cuts",
    rises: "price rises",
    new: "new models",
    free: "free or paid",
    announced: "announcements",
    retired: "retirements",
    leaderboard: "leaderboard",
  },
  perTokens: (per) => `Prices ${per}; each line is one vendor's model.`,
  only: (what) => `Only: ${what.join(" · ")}`,
  step: ({ unit, before, after, percent, condition }) =>
    `${unit} ${before} → ${after}${percent ? ` (${percent})` : ""}${condition ? ` for ${condition}` : ""}`,
  since: (day, dated) => (dated ? `from ${day}` : `noticed ${day}`),
  as: {
    promotion: "promotion",
    promotion_ended: "its promotion ended",
    announced_came: "as announced",
    unconfirmed: "reported, unconfirmed",
    announced: (day) => `announced for ${day}, not confirmed`,
    cancelled: (day) => `announced for ${day}, and called off`,
  },
  until: (day) => `until ${day}`,
  follow: (count) => `${plural(count, "other seller")} followed`,
  alsoAt: (count) => `also at ${plural(count, "other seller")}`,
  context: (size) => `${size} context`,
  released: (day) => `released ${day}`,
  nowFree: (was) => `free now${was ? `, was ${was}` : ""}`,
  nowPaid: (price) => `no longer free: ${price}`,
  ends: (price, day, then) => `${price} ends ${day}${then ? `, then ${then}` : "; what follows is not stated"}`,
  retired: ({ provider, models, status }) => `${provider}, ${status ?? "no longer listed"}: ${models}`,
  line: (who, parts) => `${who}: ${parts.join("; ")}`,
  left: (count) => `… and ${count} more`,
  leaderboard: "Cheapest of the last twelve months' models, at 3 tokens in to 1 out",
  classes: {
    context_128k: "128K+ context",
    vision: "Vision",
    reasoning: "Reasoning",
    open_weights: "Open weights",
    chinese: "Chinese",
  },
  columns: { class: "Class", before: "Last edition" },
  same: "same",
  was: (what) => `was ${what}`,
  chart: "Input price before and after",
  aside: (parts) => `Not told as moves: ${parts.join(", ")}.`,
  asides: {
    corrections: (count) => `${plural(count, "correction")} of earlier data`,
    listings: (count) => `${`${plural(count, "listing change")} (limits, sellers that came or went)`}`,
    unconfirmed: (count) => `${plural(count, "unconfirmed report")} about hosts`,
    hosts: (count) => `${plural(count, "price change")} of hosts on their own`,
  },
  unconfirmed: (count) =>
    `${count === 1 ? "1 report is" : `${count} reports are`} unconfirmed: one source says so, and it waits for a second one or the vendor's page.`,
  missed: (days) => `Not sent while the bot was away: ${days.join(", ")}. Their news is in this edition.`,
  skipped: (day) => `An edition covers 28 days at most: news from ${day} until then is left out.`,
  fresh: ({ source, day, days }) =>
    `Newest price list: ${source} of ${day}${days > 7 ? `, ${days} days old: later moves are not in here` : ""}.`,
  failed: (sources) => `Not reached at the last sync: ${sources.join(", ")}.`,
};
