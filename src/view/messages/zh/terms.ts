import type { Messages } from "../messages.ts";

export const units: Messages["units"] = {
  input: "输入",
  output: "输出",
  cache_read: "缓存命中",
  cache_write: "缓存写入",
  cache_write_5m: "缓存写入（5 分钟）",
  cache_write_1h: "缓存写入（1 小时）",
  cache_storage: "缓存存储（每小时）",
  reasoning: "思考",
  citation: "引用",
  batch_input: "批量输入",
  batch_output: "批量输出",
  batch_cache_read: "批量缓存命中",
  audio_input: "音频输入",
  audio_output: "音频输出",
  audio_cache_read: "音频缓存命中",
  image_input: "图片输入",
  image_output: "图片输出",
  video_input: "视频输入",
  video_output: "视频输出",
  request: "每千次请求",
  web_search: "每千次搜索",
};

export const fields: Messages["fields"] = {
  price: "价格",
  input: "输入",
  output: "输出",
  cache_read: "缓存命中",
  cache_write: "缓存写入",
  batch: "批量",
  audio_price: "音频价",
  context: "上下文",
  max_output: "最大输出",
  released: "发布",
  knowledge: "知识截止",
  status: "状态",
  open_weights: "开源权重",
  free: "免费",
  tiers: "分档",
  providers: "平台",
  name: "名称",
  vision: "看图",
  audio: "音频输入",
  video: "视频输入",
  pdf: "PDF 输入",
  image_output: "生成图片",
  audio_output: "生成语音",
  tools: "工具调用",
  reasoning: "推理",
  structured_output: "结构化输出",
  cache: "缓存",
  embedding: "向量",
};

/** What a figure is of, inside a sentence. */
export const figures: Messages["figures"] = {
  ...fields,
  blend: "综合价",
  price: "价格",
  cost: "费用",
  tokens: "token 数",
  cache_ratio: "缓存命中价 ÷ 输入价",
  percent: "百分比",
  times: "倍数",
  difference: "差价",
  input: "输入价",
  output: "输出价",
  cache_read: "缓存命中价",
  cache_write: "缓存写入价",
  batch: "批量价",
  ...Object.fromEntries(
    Object.entries(units)
      .filter(([unit]) => unit !== "input" && unit !== "output" && unit !== "cache_read" && unit !== "cache_write")
      .map(([unit, name]) => [unit, `${name}价`]),
  ),
};

export const columns: Messages["columns"] = {
  model: "模型",
  provider: "平台",
  lab: "厂商",
  group: "分组",
  price: "价格",
  blend: "综合价",
  cost: "费用",
  cache_ratio: "命中价 ÷ 输入价",
  context: "上下文",
  tokens_in: "输入 token 数",
  tokens_out: "输出 token 数",
  tokens_cache: "缓存 token 数",
  tokens_mixed: "合计 token 数",
  calls: "份数",
  state: "状态",
  tier: "适用",
  from: "起",
  to: "止",
  kind: "类型",
  unit: "计费项",
  before: "之前",
  after: "之后",
  percent: "涨跌",
  move: "变动",
  offers: "跟进平台",
  date: "价格日期",
  day: "日期",
  source: "来源",
};

export const states: Messages["states"] = {
  priced: "",
  free: "免费",
  trial: "试用",
  plan: "套餐",
  unknown: "价格未知",
  unverified: "未核实",
};

export const statuses: Messages["statuses"] = {
  current: "在售",
  deprecated: "即将下线",
  retired: "已停售",
  gone: "已不再列出",
};
export const origins: Messages["origins"] = {
  cn: "国内",
  overseas: "海外",
  us: "美国",
  other: "其他",
};
export const sites: Messages["sites"] = { cn: "国内站", intl: "国际站" };

/** What is counted of a provider or lab. */
export const sellers: Messages["sellers"] = {
  models: "模型数",
  kind: "类型",
  origin: "地区",
};

export const providerKinds: Messages["providerKinds"] = {
  lab: "厂商官方",
  cloud: "云",
  host: "托管平台",
  aggregator: "聚合平台",
  plan: "订阅套餐",
  local: "本地",
};

export const moves: Messages["moves"] = {
  down: "降价",
  up: "涨价",
  new: "上新",
  retired: "下架",
  free: "转免费",
  announced: "预告",
};

/** Kinds of a dated price. */
export const kinds: Messages["kinds"] = {
  move: "调价",
  correction: "数据更正",
  first_seen: "首次收录",
  announced: "预告",
  cancelled: "已取消",
  package: "资源包",
  promotion: "促销",
};

export const actions: Messages["actions"] = {
  more_rows: "更多",
  other_currency: "换币种",
  per_1k: "按千 tokens",
  by_input: "按输入价排",
  by_output: "按输出价排",
  with_vision: "只看能看图的",
  with_tools: "只看支持工具调用的",
  compare_top: "对比前三名",
  history: "价格历史",
  hosts: "哪些平台有",
};
