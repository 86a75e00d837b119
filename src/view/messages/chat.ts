import type { Language } from "../../query/query.ts";

/** What chat platforms say around an answer, beyond the answer itself. */
export interface ChatWords {
  /** Opens the follow-ups that find no room under an answer. */
  more: string;
  moreTitle: string;
  working: string;
  close: string;
  /** `name` is a person, written as the platform writes people. */
  sharedBy: (name: string) => string;
  /** Lines of an answer that found no room, and how to see them. */
  leftOut: (lines: number) => string;
  /** Columns of a table that found no room. */
  columnsLeftOut: (labels: readonly string[]) => string;
  chartLeftOut: (shown: number, total: number) => string;
  /** The rows that `text` shows of those that the answer has. */
  rowsLeftOut: (left: number, total: number) => string;
  /** Something broke on the way: the id finds it in the log. */
  fault: (incident: string) => string;
  /** A private answer to a click in a group. */
  sentToYou: string;
  /** Beside the command, in the list of what the bot can do. */
  commands: { ask: string; count: string };
  charts: { prices: string; history: string; day: string; model: string };
}

const en: ChatWords = {
  more: "More …",
  moreTitle: "More follow-ups to this answer:",
  working: "Working on it …",
  close: "Close",
  sharedBy: (name) => `Shared by ${name}`,
  leftOut: (lines) =>
    `${lines === 1 ? "1 line" : `${lines} lines`} left out for length: ask about fewer models at once to see them all.`,
  columnsLeftOut: (labels) => `Columns left out for width: ${labels.join(", ")}. Ask about fewer things to see them.`,
  chartLeftOut: (shown, total) => `The chart shows ${shown} of ${total} points; the table has the rest.`,
  rowsLeftOut: (left, total) =>
    `… and ${left} more of ${total}: "More rows" or a question such as "top 30" shows more.`,
  fault: (incident) =>
    `Something went wrong here, and it is not your question. Please try again. Incident ${incident}.`,
  sentToYou: "Sent to you alone, in our chat.",
  commands: { ask: "What LLM tokens cost: ask in your own words", count: "What a text would cost in tokens and money" },
  charts: { prices: "Prices", history: "Price history", day: "Day", model: "Model" },
};

const zh: ChatWords = {
  more: "更多…",
  moreTitle: "还可以接着问：",
  working: "正在查…",
  close: "关闭",
  sharedBy: (name) => `由 ${name} 分享`,
  leftOut: (lines) => `因篇幅省略了 ${lines} 行：一次少问几个模型就能全部看到。`,
  columnsLeftOut: (labels) => `因宽度省略的列：${labels.join("、")}。少问几项就能看到。`,
  chartLeftOut: (shown, total) => `图中只画了 ${total} 个点中的 ${shown} 个，其余见表格。`,
  rowsLeftOut: (left, total) => `……另有 ${left} 行（共 ${total} 行）：点“更多”，或问“前 30 名”。`,
  fault: (incident) => `这边出了点问题，与你的提问无关，请再试一次。事件编号 ${incident}。`,
  sentToYou: "已单独发给你，见你与我的单聊。",
  commands: { ask: "查大模型 token 价格，直接用自己的话问", count: "数一段文字有多少 token、要花多少钱" },
  charts: { prices: "价格", history: "价格历史", day: "日期", model: "模型" },
};

const WORDS: Record<Language, ChatWords> = { en, zh };

export const chatWords = (language: Language): ChatWords => WORDS[language];
