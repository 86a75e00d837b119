import type { DerivedInWords, Messages } from "../messages.ts";

const DEARER = { less: "便宜", more: "贵", same: "" };
const HIGHER = { less: "低", more: "高", same: "" };

function compared({ of = "", base, sign, isPrice, times }: DerivedInWords, value: string): string {
  if (sign === "same") return `${of}${base === undefined ? "不变" : `与${base}一样`}`;
  const how = (isPrice ? DEARER : HIGHER)[sign];
  return `${of}${base === undefined ? "" : `比${base}`}${how} ${value}${times === undefined ? "" : `（${times} 倍）`}`;
}

const plainly = ({ of, value }: DerivedInWords) => `${of === undefined ? "" : `${of} `}${value}`;

/** 推算出来的数：谁的、跟谁比。 */
export const derived: Messages["facts"]["derived"] = {
  percent: (figure) => compared(figure, `${figure.value}%`),
  difference: (figure) => compared(figure, figure.value),
  times: (figure) => {
    const { of = "", base, value, sign } = figure;
    return sign === "same" ? compared(figure, "") : `${of}是${base === undefined ? "" : `${base}的`} ${value} 倍`;
  },
  cheaper: ({ value, base, isBest }) => {
    if (isBest) return `${value}最便宜`;
    return `${value}${base === undefined ? "" : `比${base}`}便宜`;
  },
  median: ({ of, value, count }) => {
    const among = [...(of === undefined ? [] : [of]), ...(count === undefined ? [] : [`${count} 个模型`])].join("，");
    return `中位数${among === "" ? "" : `（${among}）`}${value}`;
  },
  cost: plainly,
  tokens: plainly,
  price: plainly,
};
