import type { Messages } from "../messages.ts";

const PER = new Map([
  [1, "个 token"],
  [1000, "千 tokens"],
  [10_000, "万 tokens"],
  [100_000, "十万 tokens"],
  [1_000_000, "百万 tokens"],
  [10_000_000, "千万 tokens"],
  [100_000_000, "亿 tokens"],
  [1_000_000_000, "十亿 tokens"],
]);
const WEEKDAYS = ["日", "一", "二", "三", "四", "五", "六"];
const per = (tokens: number) => PER.get(tokens) ?? ` ${tokens.toLocaleString("en-US")} tokens`;
/** Between a Chinese character and a Latin letter, figure or currency. */
const BESIDE_HAN = /(?<=\p{Script=Han})(?=[A-Za-z0-9$¥≈])|(?<=[A-Za-z0-9%])(?=\p{Script=Han})/gu;
const list = (items: readonly string[]) => items.join("、");
const short = (count: number) => String(Number(count.toPrecision(4)));

function days(weekdays: readonly number[]): string {
  if (weekdays.length === 7) return "每天";
  if (weekdays.join() === "1,2,3,4,5") return "周一至周五";
  return `周${weekdays.map((day) => WEEKDAYS[day] ?? "").join("")}`;
}

function bounds(what: string, over: string | undefined, upTo: string | undefined): string[] {
  if (over !== undefined && upTo !== undefined) return [`${what} ${over}（不含）到 ${upTo}`];
  if (over !== undefined) return [`${what}超过 ${over}`];
  return upTo === undefined ? [] : [`${what}不超过 ${upTo}`];
}

export const words: Messages["words"] = {
  yes: "是",
  no: "否",
  can: "支持",
  cannot: "不支持",
  tokens: (count) => `${count} tokens`,
  notStated: "未说明",
  none: "–",
  given: "你给的价",
  today: "今天",
  colon: "：",
  spaced: (sentence) => sentence.replace(BESIDE_HAN, " "),
  per: (tokens) => `每${per(tokens)}`,
  at: (model, provider, marks = []) => {
    const said = [provider, ...marks].filter((word) => word !== "");
    return said.length > 0 ? `${model}（${said.join("，")}）` : model;
  },
  unitPrice: (unit, price) => (price === undefined ? `${unit}未说明` : `${unit} ${price}`),
  prices: (parts, tokens) =>
    parts.length === 1 ? `${parts[0] ?? ""}/${per(tokens).trim()}` : `每${per(tokens)} ${list(parts)}`,
  pricePer: (prices, tokens) => `${prices.join(" 和 ")}/${per(tokens).trim()}`,
  list,
  more: (items, _left, total) => `${items} 等共 ${total} 个`,
  big: (count) => {
    if (count >= 1e12) return `（约 ${short(count / 1e12)} 万亿）`;
    if (count >= 1e8) return `（约 ${short(count / 1e8)} 亿）`;
    return count >= 1e5 ? `（约 ${short(count / 1e4)} 万）` : "";
  },
  quoted: (text) => `“${text}”`,
  dated: (day, checked) => `${day} ${checked ? "核实" : "收录"}`,
  converted: (amount, billed) => `${amount}（${billed}）`,
  perLabel: (label, tokens) => `${label}/${per(tokens).trim().replace(" tokens", "")}`,
  window: (hours, weekdays, timezone, exceptHolidays) =>
    `${days(weekdays)} ${hours}，${timezone === "Asia/Shanghai" ? "北京时间" : timezone}${exceptHolidays ? "，法定节假日除外" : ""}`,
  otherHours: "其他时段",
  always: "其余情况",
  tier: (when, window, voice) => {
    const size = (count: number | undefined) => (count === undefined ? undefined : voice.size(count));
    return list([
      ...bounds("提示词", size(when.promptOver), size(when.promptUpTo)),
      ...bounds("输出", size(when.outputOver), size(when.outputUpTo)),
      ...(when.thinking === undefined ? [] : [when.thinking ? "思考" : "非思考"]),
      ...(window === undefined ? [] : [window]),
    ]);
  },
  range: (low, high) => `${low} 到 ${high}`,
};

export const subUnits: Messages["subUnits"] = {
  li: (digits) => `${digits} 厘`,
  fen: (digits) => `${digits} 分`,
  jiao: (digits) => `${digits} 毛`,
  cent: (digits) => `${digits} 美分`,
};
