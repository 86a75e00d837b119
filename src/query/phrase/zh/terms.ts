import type { Ability } from "../../../catalog/abilities.ts";
import type { CLASSES, FIELDS, Filters, MOVES, PRICE_SIDES, Query, SECTIONS, SORTS } from "../../query.ts";

export const FIELDS_SAID: Record<(typeof FIELDS)[number], string> = {
  price: "价格",
  input: "输入价",
  output: "输出价",
  cache_read: "缓存读取价",
  cache_write: "缓存写入价",
  batch: "批量价",
  audio_price: "音频价",
  context: "上下文窗口",
  max_output: "最大输出",
  released: "发布日期",
  knowledge: "知识截止",
  status: "状态",
  open_weights: "开源",
  free: "免费",
  tiers: "阶梯价",
  providers: "哪些平台",
  name: "只要名字",
  vision: "看图",
  audio: "语音理解",
  video: "视频输入",
  pdf: "pdf输入",
  image_output: "图片生成",
  audio_output: "语音输出",
  tools: "工具调用",
  reasoning: "推理能力",
  structured_output: "结构化输出",
  cache: "上下文缓存",
  embedding: "向量",
};

export const ABILITIES_SAID: Record<Ability, string> = { ...FIELDS_SAID, batch: "批量接口" };

/** How a side is ordered: ascending, descending, and the word after 第几. */
export const SUPERLATIVES: Record<(typeof SORTS)[number], readonly [string, string]> = {
  price: ["最便宜", "最贵"],
  cost: ["最便宜", "最贵"],
  released: ["最早发布", "最新发布"],
  input: ["输入价最低", "输入价最高"],
  output: ["输出价最低", "输出价最高"],
  cache_read: ["缓存读取价最低", "缓存读取价最高"],
  cache_ratio: ["缓存折扣最大", "缓存折扣最小"],
  batch_input: ["批量输入价最低", "批量输入价最高"],
  context: ["上下文最短", "上下文最长"],
  max_output: ["最大输出最短", "最大输出最长"],
  knowledge: ["知识截止最早", "知识截止最晚"],
  tokens: ["token最少", "token最多"],
  change: ["变动最小", "变动最大"],
  change_abs: ["价格变动金额最小", "价格变动金额最大"],
};

export const MOVES_SAID: Record<(typeof MOVES)[number], string> = {
  down: "降价",
  up: "涨价",
  new: "新上线",
  retired: "下架",
  free: "变免费",
  announced: "预告",
};

export const SECTIONS_SAID: Record<(typeof SECTIONS)[number], string> = {
  cuts: "降价",
  rises: "涨价",
  new: "新模型",
  free: "变免费",
  announced: "预告",
  retired: "下架",
  leaderboard: "排行榜",
};

export const SIDES_SAID: Record<(typeof PRICE_SIDES)[number], string> = {
  input: "输入价",
  output: "输出价",
  cache_read: "缓存读取价",
  price: "价格",
};

export const DERIVED: Record<NonNullable<Query["derive"]>, string> = {
  percent: "差百分之多少",
  times: "差几倍",
  difference: "差多少",
  cheaper: "哪个便宜",
  median: "中位数",
};

export const ORIGINS_SAID: Record<NonNullable<Filters["origin"]>, string> = {
  cn: "国产",
  overseas: "国外",
  us: "美国",
};

export const NOUNS = { models: "模型", providers: "平台", labs: "厂商" } as const;
export const WEEKDAYS = ["周日", "周一", "周二", "周三", "周四", "周五", "周六"] as const;

/** a、b、c: 和 would ask for a comparison. */
export const list = (items: readonly string[]): string => items.join("、");

export const CLASSES_SAID: Record<(typeof CLASSES)[number], string> = {
  context_128k: "长上下文",
  vision: "视觉",
  reasoning: "推理",
  open_weights: "开放权重",
  chinese: "国产",
};
