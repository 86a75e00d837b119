import type { PriceState } from "../../../catalog/schema.ts";
import type { Messages } from "../messages.ts";
import { derived } from "./derived.ts";

const ROWS = { models: "个模型", providers: "个平台", labs: "家厂商" };
const GROUPS = { lab: "各家厂商", provider: "各个平台", origin: "国内与海外" };
const COMMANDS = { digest: "周报", watch: "价格提醒", settings: "设置" };
const past = (asOf: string | undefined) => (asOf === undefined ? "" : `（${asOf}）`);
const age = (days: number) => (days <= 0 ? "今天的" : `${days} 天前的`);

/** 起止日期，可缺其一。 */
function spanOf(from: string | undefined, to: string | undefined): string {
  if (from && to) return `${from} 至 ${to} `;
  return from ? `${from} 以来` : to ? `截至 ${to} ` : "";
}

export const lines: Messages["lines"] = {
  understood: (what) => `理解为：${what}`,
  assumed: (what) => `默认：${what.join("；")}`,
  readAs: (typed, name, id) => `“${typed}”按 ${name}（${id}）理解`,
  unread: (unread) => `没看懂、未采用：${unread.map((word) => `“${word}”`).join("、")}`,
  readUpTo: (characters) => `只读了前 ${characters.toLocaleString("en-US")} 个字符`,
  note: (sentence) => `- ${sentence}`,
  lighter: (count) => `另有 ${count} 条次要说明未列出：加 --json，或单问一个模型，即可看到。`,
  source: ({ name, url, date, checked }) => `${name}，${date} ${checked ? "核实" : "收录，未核实"}：${url}`,
  sources: () => "来源",
  fresh: ({ oldest, newest }) =>
    oldest === newest ? `价格是${age(newest)}。` : `价格最新的是${age(newest)}，最旧的是${age(oldest)}。`,
  stillListed: ({ date, last, days }) => `${date} 的价格，${last} 仍是这个价（${age(days)}）。`,
  past: (asOf) => `价格是 ${asOf} 当天的。`,
  catalogAge: (newest, days) => `这里最新的价目是 ${newest} 的${days > 0 ? `（${days} 天前）` : ""}。`,
  moreRows: (left, total) => `…… 共 ${total} 条，还有 ${left} 条`,
  choose: "你要的是（输入编号即可）：",
  next: "接着看",
};

const STATES: Record<PriceState, (who: string) => string> = {
  priced: (who) => who,
  free: (who) => `${who}免费`,
  trial: (who) => `${who}是试用，不是正式价`,
  plan: (who) => `${who}包含在订阅套餐里，没有按 token 的价`,
  unknown: (who) => `${who}：价格未知`,
  unverified: (who) => `${who}，未核实`,
};

export const titles: Messages["titles"] = {
  price: ({ who, parts, asOf }, voice) => `${who}${past(asOf)}：${voice.prices(parts)}`,
  facts: ({ who, facts }) => `${who}，${facts.join("；")}`,
  state: ({ who, state, asOf }) => STATES[state](who + past(asOf)),
  join: (sentences) => sentences.join("；"),
  several: ({ listed, labels, asOf }) =>
    labels.length > 0 ? `${listed}${past(asOf)}：${labels.join("、")}` : `${listed}的价格${past(asOf)}`,
  hosts: ({ listed, count }) => `${listed}：${count} ${ROWS.providers}提供`,
  best: ({ superlative, place, who, what, asOf }) =>
    `${place > 1 ? `${superlative}（第${place}名）` : superlative}${past(asOf)}：${who}，${what}`,
  groups: ({ superlative, by, asOf }) => `${GROUPS[by]}${superlative}${past(asOf)}`,
  found: ({ count, of, asOf }) => `共${count} ${ROWS[of]}${past(asOf)}`,
  counted: ({ count, of }) => `${count} ${ROWS[of]}`,
  versus: (names) => `${names.join(" 对比 ")}`,
  cost: ({ who, cost, workload }) => `${who}，${workload}：${cost}`,
  costs: (workload) => `${workload}的费用`,
  noCost: (who) => `${who}的费用算不出来`,
  budget: ({ budget, who, buys }) => `${budget}能买${who}的${buys.join("，或")}`,
  budgets: (budget) => `${budget}能买多少`,
  history: ({ names, prices }) => `${names.join("、")}的价格历史：${prices}个价格`,
  changes: ({ count, from, to, moves }) => {
    const span = spanOf(from, to).trim();
    return `${span}${span ? "：" : ""}${count} 处变动${moves.length > 0 ? `（${moves.join("、")}）` : ""}`;
  },
  verdict: { yes: "对", no: "不对", unknown: "无法确认" },
  empty: "没有同时满足这些条件的",
  noHistory: "那段时间没有价格记录",
  noChanges: ({ from, to }) => `据现有资料，${spanOf(from, to)}没有变动`,
  notFound: "没有收录",
  unknown: "这看起来不是关于大模型价格的问题，所以没有答案。输入“帮助”看看可以问什么。",
  unavailable: (commands) =>
    `${commands.map((name) => COMMANDS[name]).join("和") || "这个功能"}：听懂了，但这里暂时还不能用，没有做任何设置。`,
};

const by = (asc: string, desc: string) => ({ asc, desc });

export const facts: Messages["facts"] = {
  superlatives: {
    price: by("最便宜", "最贵"),
    input: by("输入最便宜", "输入最贵"),
    output: by("输出最便宜", "输出最贵"),
    cache_read: by("缓存命中最便宜", "缓存命中最贵"),
    cache_ratio: by("缓存命中价占输入价最低", "缓存命中价占输入价最高"),
    batch_input: by("批量输入最便宜", "批量输入最贵"),
    context: by("上下文最短", "上下文最长"),
    max_output: by("单次输出最短", "单次输出最长"),
    released: by("发布最早", "发布最新"),
    knowledge: by("知识最旧", "知识最新"),
    cost: by("跑这个量最便宜", "跑这个量最贵"),
    tokens: by("能买的 token 最少", "能买的 token 最多"),
    change: by("变动最小", "变动最大"),
    change_abs: by("变动金额最小", "变动金额最大"),
  },
  workload: ({ requests, days, batch, tokens }, voice) =>
    [
      ...(days === undefined ? [] : [`${days}天`]),
      requests === undefined ? tokens.join(" + ") : `${voice.count(requests)}次，每次${tokens.join(" + ")}`,
      ...(batch ? ["批量"] : []),
    ].join("，"),
  arithmetic: ({ who, requests, lines: parts, total }, voice) => {
    const sum = parts.map(({ tokens, unit, price }) => `${tokens} ${unit} × ${price}/百万`).join(" + ");
    const product =
      requests === 1 ? sum : `${voice.count(requests)} 次 ×${parts.length === 1 ? ` ${sum}` : `（${sum}）`}`;
    return `${who === undefined ? "" : `${who}：`}${product} ${total}`;
  },
  text: {
    zh_chars: (amount) => `${amount}个汉字`,
    words: (amount) => `${amount}个英文单词`,
    pages: (amount) => `${amount}页`,
  },
  costRange: (low, high) => `文字折成的 token 数不确定，费用在${low}到${high}之间。`,
  buys: {
    input: (count, big) => `输入 ${count} tokens${big}`,
    output: (count, big) => `输出 ${count} tokens${big}`,
    cacheRead: (count, big) => `缓存命中 ${count} tokens${big}`,
    mixed: (count, big, ratio) => `合计 ${count} tokens${big}${ratio ? `，输入:输出 = ${ratio}` : ""}`,
    units: (count, each) => `${count} 次调用${each ? `（每次${each}）` : ""}`,
  },
  allOn: (side) => `全按${side}：`,
  topic: (names) => `${names.join("、")}：`,
  derived,
  fact: (field, value) => `${field}：${value}`,
};

export const clarify: Messages["clarify"] = {
  unknown_name: (typed) => `没有找到${typed === undefined ? "这个模型" : `名为“${typed}”的模型`}，你要的是哪个？`,
  which_model: (typed) => `${typed === undefined ? "" : `“${typed}”`}是指哪个模型？`,
  no_model: () => "是问哪个模型？",
  no_workload: () => "按多少用量算？比如：每次 2000 输入、500 输出，一天 1000 次。",
  no_budget: () => "预算是多少钱？",
  no_question: () => "想了解大模型价格的什么？比如“最便宜的 128k 模型”。",
  nothing_before: () => "这句话接着前面的问题，但前面没有问题。请把问题说完整。",
};
