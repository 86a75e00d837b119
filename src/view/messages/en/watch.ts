import type { WatchTalk } from "../watch.ts";

const of = (side: string | undefined) => (side === undefined ? "" : ` (${side})`);

export const watch: WatchTalk = {
  waits: {
    below: (amount, side) => `falls below ${amount}${of(side)}`,
    above: (amount, side) => `rises above ${amount}${of(side)}`,
    down: (side) => `gets cheaper${of(side)}`,
    up: (side) => `gets dearer${of(side)}`,
    any: (side) => `changes its price${of(side)}`,
    new_model: "brings out a new model",
    new_host: (below) => `is sold by a new host${below ? ` below ${below}` : ""}`,
  },
  anyOf: (name) => `${name} (any model)`,
  on: ({ place, who, waits, now, until }) =>
    `I will tell you ${place === "private" ? "privately" : "here"} when ${who} ${waits}.${now ? ` Now: ${now}.` : ""}${until ? ` The watch ends after ${until}.` : ""}`,
  already: (now) =>
    `It is beyond that line already (${now}): you hear of it once it has been on the other side for a day and crosses again.`,
  noPrice: (who) => `No price of ${who} is known at present; you hear of the first one that fits.`,
  whom: 'Whose price shall I watch? For example "tell me when gpt-5.5 gets cheaper", or "when a new host sells deepseek-v4-pro below $0.3".',
  tooMany: (most) =>
    `You have ${most} watches, and that is as many as I keep for one person. Remove one first: "watch list" shows them.`,
  list: (items) => `Your watches: ${items.join("; ")}.`,
  item: ({ number, who, waits, place, state, until }) =>
    `${number}. ${who} ${waits}, told ${{ here: "here", private: "privately", elsewhere: "in another channel" }[place]}${until ? ` until ${until}` : ""}${{ active: "", paused: " (paused)", muted: " (muted, since its channel takes nothing from me)" }[state]}`,
  none: 'You watch nothing. For example: "tell me when gpt-5.5 gets cheaper".',
  which: (items) => `Which one? Say its number, such as "watch remove 1", or "all". ${items}`,
  done: {
    removed: (items) => `No longer watched: ${items.join("; ")}.`,
    paused: (items) => `Paused: ${items.join("; ")}.`,
    resumed: (items) => `Watched again: ${items.join("; ")}.`,
  },
  because: (waits) => `You asked to hear when it ${waits}.`,
  happened: (what, since, because) => `${what}, ${since}. ${because}`,
  newModel: (lab, line) => `New from ${lab}: ${line}.`,
  newHost: (line) => `New host: ${line}.`,
  buttons: { stop: "Stop watching", pause: "Pause" },
};
