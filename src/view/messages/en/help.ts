import type { Messages } from "../messages.ts";

export const help: Messages["help"] = {
  title: "Ask what LLM tokens cost, in English or Chinese or both at once",
  lines: [
    "Prices of a model: in, out, cache, batch, tiers; also its context, abilities and release; now or on a past day.",
    "Rankings and lists with any filter: context, price, abilities, lab, provider, open weights, release date.",
    "Costs: tokens, calls a day, cache share, batch, a text. Budgets: how many tokens or calls an amount buys.",
    "Comparisons, price history, and what changed in a period. Figures that you have heard are confirmed or corrected.",
    "Prices in $ or ¥ (also 厘, 分, 毛, cents), per token, 1K, 1M or any other number: just say so.",
    'Settings for you, a channel or the workspace: "settings currency CNY", "settings language Chinese for this channel".',
    'A weekly digest: "digest on monday 09:00"; told when prices move: "tell me when gpt-5.5 gets cheaper", "my watches".',
    'A follow-up refines the last question: "and with vision?", "same but per month".',
  ],
  prices: (sources) =>
    `Prices come from public lists, each with its day: ${sources}. "Checked" is the day on which a source says it verified a price; "listed" is the day of the list, not verified.`,
  examples: "Try (type the number):",
};
