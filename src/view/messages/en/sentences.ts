import type { PriceState } from "../../../catalog/schema.ts";
import type { Messages } from "../messages.ts";
import { derived } from "./derived.ts";
import { capital } from "./words.ts";

const ROWS = {
  models: ["model", "models"],
  providers: ["provider", "providers"],
  labs: ["lab", "labs"],
} as const;
const GROUPS = { lab: "lab", provider: "provider", origin: "origin" };
const COMMANDS = {
  digest: "the digest",
  watch: "price watches",
  settings: "settings",
};
const ORDINAL = ["", "", "2nd ", "3rd "];
const plural = (count: number, one: string, many = `${one}s`) =>
  `${count.toLocaleString("en-US")} ${count === 1 ? one : many}`;
const past = (asOf: string | undefined) => (asOf === undefined ? "" : ` on ${asOf}`);
const age = (days: number) => (days <= 0 ? "from today" : `${plural(days, "day")} old`);
const rows = (of: keyof typeof ROWS, count: number) => plural(count, ROWS[of][0], ROWS[of][1]);

export const lines: Messages["lines"] = {
  understood: (what) => `Understood: ${what}`,
  assumed: (what) => `Assumed: ${what.join("; ")}`,
  readAs: (typed, name, id) => `"${typed}" read as ${name} (${id})`,
  unread: (unread) => `Not understood, so not used: ${unread.map((word) => `"${word}"`).join(", ")}`,
  readUpTo: (characters) => `only the first ${characters.toLocaleString("en-US")} characters were read`,
  note: (sentence) => `- ${sentence}`,
  lighter: (count) =>
    `${count} lighter remarks are left out here: ask with --json, or about one model, to see them all.`,
  source: ({ name, url, date, checked }) =>
    `${name}, ${checked ? `checked ${date}` : `listed ${date}, not verified`}: ${url}`,
  sources: (count) => (count === 1 ? "Source" : "Sources"),
  fresh: ({ oldest, newest }) =>
    oldest === newest
      ? `Prices are ${age(newest)}.`
      : `Prices are ${newest > 0 ? `${newest} to` : "up to"} ${plural(oldest, "day")} old.`,
  stillListed: ({ date, last, days }) => `A price of ${date}, still listed on ${last} (${age(days)}).`,
  past: (asOf) => `Prices as they stood on ${asOf}.`,
  catalogAge: (newest, days) => `The newest price list here is of ${newest}${days > 0 ? `, ${age(days)}` : ""}.`,
  moreRows: (left, total) => `… and ${left} more of ${total}`,
  choose: "Did you mean (type the number):",
  next: "Next",
};

const STATES: Record<PriceState, (who: string) => string> = {
  priced: (who) => who,
  free: (who) => `${who} is free`,
  trial: (who) => `${who} is a trial offer, not a price`,
  plan: (who) => `${who} comes with a subscription plan; it has no price per token`,
  unknown: (who) => `${who}: price not known`,
  unverified: (who) => `${who}, unverified`,
};

export const titles: Messages["titles"] = {
  price: ({ who, parts, asOf }, voice) => `${who}${past(asOf)}: ${voice.prices(parts)}`,
  facts: ({ who, facts }) => `${who}, ${facts.join("; ")}`,
  state: ({ who, state, asOf }) => STATES[state](who + past(asOf)),
  join: (sentences) => sentences.join("; "),
  several: ({ listed, labels, asOf }) =>
    labels.length > 0 ? `${listed}${past(asOf)}: ${labels.join(", ")}` : `Prices of ${listed}${past(asOf)}`,
  hosts: ({ listed, count }) => `${listed}: ${rows("providers", count)}`,
  best: ({ superlative, place, who, what, asOf }) =>
    `${place > 1 ? `${ORDINAL[place] ?? `${place}th `}${superlative.toLowerCase()}` : superlative}${past(asOf)}: ${who}, ${what}`,
  groups: ({ superlative, by, asOf }) => `${superlative} for each ${GROUPS[by]}${past(asOf)}`,
  found: ({ count, of, asOf }) => `${rows(of, count)} found${past(asOf)}`,
  counted: ({ count, of }) => rows(of, count),
  versus: (names) => names.join(" vs "),
  cost: ({ who, cost, workload }) => `${cost} with ${who}, for ${workload}`,
  costs: (workload) => `Cost of ${workload}`,
  noCost: (who) => `No cost can be given for ${who}`,
  budget: ({ budget, who, buys }) => `${budget} buys ${buys.join(", or ")} of ${who}`,
  budgets: (budget) => `What ${budget} buys`,
  history: ({ names, prices }) => `Price history of ${names.join(", ")}: ${plural(prices, "price")}`,
  changes: ({ count, from, to, moves: asked }) => {
    const what = asked.length > 0 ? ` (${asked.join(", ")})` : "";
    return `${plural(count, "change")}${what}${from ? `, from ${from}` : ""}${to ? ` to ${to}` : ""}`;
  },
  verdict: { yes: "Yes", no: "No", unknown: "Not known" },
  empty: "Nothing in the catalog satisfies all of that",
  noHistory: "No price is known for that time",
  noChanges: ({ from, to }) =>
    `Nothing changed${from ? ` from ${from}` : ""}${to ? ` to ${to}` : ""}, as far as is known`,
  notFound: "Not in the catalog",
  unknown:
    'This does not look like a question about LLM prices, so there is no answer. Ask for "help" to see what can be asked.',
  unavailable: (commands) =>
    `${capital(commands.map((name) => COMMANDS[name]).join(" and ") || "this")}: understood, but not available here yet. Nothing was set up.`,
};

const by = (asc: string, desc: string) => ({ asc, desc });

export const facts: Messages["facts"] = {
  superlatives: {
    price: by("Cheapest", "Most expensive"),
    input: by("Cheapest input", "Most expensive input"),
    output: by("Cheapest output", "Most expensive output"),
    cache_read: by("Cheapest cache read", "Most expensive cache read"),
    cache_ratio: by("Lowest cache read ÷ input", "Highest cache read ÷ input"),
    batch_input: by("Cheapest batch input", "Most expensive batch input"),
    context: by("Shortest context", "Longest context"),
    max_output: by("Smallest max output", "Largest max output"),
    released: by("Oldest", "Newest"),
    knowledge: by("Oldest knowledge", "Most recent knowledge"),
    cost: by("Cheapest for this workload", "Most expensive for this workload"),
    tokens: by("Fewest tokens for the money", "Most tokens for the money"),
    change: by("Smallest change", "Biggest change"),
    change_abs: by("Smallest change in money", "Biggest change in money"),
  },
  workload: ({ requests, days, batch, tokens }, voice) =>
    [
      requests === undefined
        ? tokens.join(" + ")
        : `${voice.count(requests)} ${requests === 1 ? "call" : "calls"} of ${tokens.join(" + ")}`,
      ...(days === undefined ? [] : [`over ${plural(days, "day")}`]),
      ...(batch ? ["in batch mode"] : []),
    ].join(" "),
  arithmetic: ({ who, requests, lines: parts, total }, voice) => {
    const sum = parts.map(({ tokens, unit, price }) => `${tokens} ${unit} × ${price}/1M`).join(" + ");
    const product = requests === 1 ? sum : `${voice.count(requests)} × ${parts.length === 1 ? sum : `(${sum})`}`;
    return `${who === undefined ? "" : `${who}: `}${product} ${total}`;
  },
  text: {
    zh_chars: (amount) => `${amount} Chinese characters`,
    words: (amount) => `${amount} words`,
    pages: (amount) => `${amount} pages`,
  },
  costRange: (low, high) => `Between ${low} and ${high}, depending on how many tokens the text is.`,
  buys: {
    input: (count, big) => `${count} input tokens${big}`,
    output: (count, big) => `${count} output tokens${big}`,
    cacheRead: (count, big) => `${count} cached input tokens${big}`,
    mixed: (count, big, ratio) => `${count} tokens${big}${ratio ? ` at ${ratio} in:out` : ""}`,
    units: (count, each) => `${count} calls${each ? ` (${each} each)` : ""}`,
  },
  allOn: (side) => `All ${side}: `,
  topic: (names) => `${capital(names.join(", "))}: `,
  derived,
  fact: (field, value) => `${field}: ${value}`,
};

export const clarify: Messages["clarify"] = {
  unknown_name: (typed) =>
    `I know no model called ${typed === undefined ? "that" : `"${typed}"`}. Which one do you mean?`,
  which_model: (typed) => `Which ${typed === undefined ? "model" : `"${typed}"`} do you mean?`,
  no_model: () => "For which model?",
  no_workload: () => "For how much? Say for example 2,000 tokens in, 500 out, 1,000 calls a day.",
  no_budget: () => "For how much money?",
  no_question: () => 'What would you like to know about LLM prices? For example "cheapest 128k model".',
  nothing_before: () => "This leans on an earlier question, and there is none. Please ask it in full.",
};
