import type { Messages } from "../messages.ts";

export const help: Messages["help"] = {
  title: "问我大模型 token 的价格，中文、英文、混着问都行",
  lines: [
    "查价格：输入、输出、缓存、批量、分档；也可以问上下文、能力、发布时间；现在的、过去某一天的都行。",
    "排名和列表：上下文、价格、能力、厂商、平台、开源、发布时间，条件随意组合。",
    "算费用：token 数、每天多少次、缓存命中比例、批量、一段文字。算预算：一笔钱能买多少 token、跑多少次。",
    "对比、价格历史、一段时间里的变动。听来的价格，可以帮你核对。",
    "元、厘、分、毛、美元、美分，每个、每千、每百万 token，想按什么算，直接说。",
    "周报、降价提醒、设置能听懂，但这里暂时还不能用。",
    "可以接着问：“那输出价呢”、“去掉免费的”。",
  ],
  prices: (sources) =>
    `价格来自公开的价目，各有日期：${sources}。“核实”是来源自称核对过的日子；“收录”只是价目上的日子，未经核实。`,
  examples: "试试（输入编号即可）：",
  example: {
    rank: "最便宜的 128k 看图模型",
    lookup: "gpt-4o mini 多少钱",
    lookupCny: "deepseek v4 flash 多少钱一百万 token",
    cost: "gpt-5 mini 每次 2k 输入 500 输出，一天 5 万次，30 天多少钱",
    budget: "50 美元能买多少 gpt-5.4 的输出 token",
    compare: "gpt-4.1 mini 比 gpt-4.1 便宜百分之多少",
    past: "gpt-4o 2025 年 5 月的价格",
    changes: "最近 30 天降价的",
  },
};
