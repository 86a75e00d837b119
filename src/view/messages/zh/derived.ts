import type { DerivedInWords, Messages } from "../messages.ts";
import { figures } from "./terms.ts";

const HIGHER = { less: "低", more: "高", same: "" };
const NOT_PRICES = new Set(["context", "max_output", "tokens", "released"]);
const DEARER = { less: "便宜", more: "贵", same: "" };

const topic = (on: string | undefined) => (on === undefined ? "" : `${figures[on] ?? on}：`);

function compared(derived: DerivedInWords, unit: string): string {
  const { on, of, base, sign, value } = derived;
  const subject = of === undefined ? "" : `${of} `;
  if (sign === "same") return `${topic(on)}${subject}${base === undefined ? "不变" : `与${base}一样`}`;
  const than = base === undefined ? "" : `比${base} `;
  const how = on !== undefined && NOT_PRICES.has(on) ? HIGHER[sign] : DEARER[sign];
  return `${topic(on)}${subject}${than}${how} ${value}${unit}`;
}

const plainly = ({ on, of, value }: DerivedInWords) => `${topic(on)}${of === undefined ? "" : `${of} `}${value}`;

/** 推算出来的数：谁的、跟谁比。 */
export const derived: Messages["facts"]["derived"] = {
  percent: (figure) => compared(figure, "%"),
  difference: (figure) => compared(figure, ""),
  times: ({ on, of, base, value }) =>
    `${topic(on)}${of === undefined ? "" : `${of} `}是${base === undefined ? "" : ` ${base}的`} ${value}倍`,
  cheaper: ({ on, value }) => `${topic(on)}${value}更便宜`,
  median: ({ on, of, value, count }) => {
    const what = on === undefined ? "" : (figures[on] ?? on);
    const whose = of === undefined ? "" : `（${of}）`;
    return `${what}中位数${whose}：${value}${count === undefined ? "" : `，共${count}个模型`}`;
  },
  cost: plainly,
  tokens: plainly,
  price: plainly,
};
