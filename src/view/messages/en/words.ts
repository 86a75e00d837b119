import type { Messages } from "../messages.ts";

const PER = new Map([
  [1, "token"],
  [1000, "1K tokens"],
  [1_000_000, "1M tokens"],
  [1_000_000_000, "1B tokens"],
]);
const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const per = (tokens: number) => PER.get(tokens) ?? `${tokens.toLocaleString("en-US")} tokens`;
const list = (items: readonly string[]) => items.join(", ");

function days(weekdays: readonly number[]): string {
  if (weekdays.length === 7) return "daily";
  if (weekdays.join() === "1,2,3,4,5") return "Mon–Fri";
  return weekdays.map((day) => WEEKDAYS[day] ?? "").join(" ");
}

/** "prompts over 200K", "outputs up to 8K". */
function bounds(what: string, over: string | undefined, upTo: string | undefined): string[] {
  if (over !== undefined && upTo !== undefined) return [`${what} over ${over} up to ${upTo}`];
  if (over !== undefined) return [`${what} over ${over}`];
  return upTo === undefined ? [] : [`${what} up to ${upTo}`];
}

export const words: Messages["words"] = {
  yes: "yes",
  no: "no",
  can: "yes",
  cannot: "no",
  tokens: (count) => `${count} tokens`,
  notStated: "not stated",
  none: "–",
  given: "your price",
  today: "today",
  colon: ": ",
  spaced: (sentence) => sentence,
  per: (tokens) => `per ${per(tokens)}`,
  at: (model, provider, marks = []) =>
    `${model}${provider === "" ? "" : ` at ${provider}`}${marks.length > 0 ? ` (${list(marks)})` : ""}`,
  unitPrice: (unit, price) => (price === undefined ? `${unit} not stated` : `${price} ${unit}`),
  prices: (parts, tokens) => `${list(parts)} per ${per(tokens)}`,
  pricePer: (prices, tokens) => `${prices.join(" and ")} per ${per(tokens)}`,
  list,
  more: (items, left) => `${items} and ${left} more`,
  big: (count) => {
    if (count >= 1e12) return ` (≈${short(count / 1e12)} trillion)`;
    if (count >= 1e9) return ` (≈${short(count / 1e9)} billion)`;
    return count >= 1e7 ? ` (≈${short(count / 1e6)} million)` : "";
  },
  quoted: (text) => `"${text}"`,
  dated: (day, checked) => `${checked ? "checked" : "listed"} ${day}`,
  converted: (amount, billed) => `${amount} (${billed})`,
  perLabel: (label, tokens) => `${capital(label)}/${per(tokens).replace(" tokens", "")}`,
  window: (hours, weekdays, timezone, exceptHolidays) =>
    `${hours} ${days(weekdays)}, ${timezone}${exceptHolidays ? ", except Chinese public holidays" : ""}`,
  otherHours: "other hours",
  always: "otherwise",
  tier: (when, window, voice) => {
    const size = (count: number | undefined) => (count === undefined ? undefined : voice.size(count));
    return list([
      ...bounds("prompts", size(when.promptOver), size(when.promptUpTo)),
      ...bounds("outputs", size(when.outputOver), size(when.outputUpTo)),
      ...(when.thinking === undefined ? [] : [when.thinking ? "thinking" : "non-thinking"]),
      ...(window === undefined ? [] : [window]),
    ]);
  },
  range: (low, high) => `${low} to ${high}`,
};

export const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);
const short = (count: number) => String(Number(count.toPrecision(4)));

export const subUnits: Messages["subUnits"] = {
  li: (digits) => `${digits} li`,
  fen: (digits) => `${digits} fen`,
  jiao: (digits) => `${digits} jiao`,
  cent: (digits) => `${digits}¢`,
};
