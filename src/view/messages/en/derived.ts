import type { DerivedInWords, Messages } from "../messages.ts";

const PRICED = { less: "cheaper", more: "dearer", same: "" };

function compared({ of = "it", base, sign, isPrice, times }: DerivedInWords, value: string): string {
  if (sign === "same") return `${of} is the same${base === undefined ? "" : ` as ${base}`}`;
  const how = isPrice ? PRICED[sign] : sign;
  return `${of} is ${value} ${how}${base === undefined ? "" : ` than ${base}`}${times === undefined ? "" : ` (${times}×)`}`;
}

const plainly = ({ of, value }: DerivedInWords) => `${of === undefined ? "" : `${of} `}${value}`;

/** A derived figure with what it is of and what it is against. */
export const derived: Messages["facts"]["derived"] = {
  percent: (figure) => compared(figure, `${figure.value}%`),
  difference: (figure) => compared(figure, figure.value),
  times: (figure) => {
    const { of = "it", base, value, sign } = figure;
    return sign === "same" ? compared(figure, "") : `${of} is ${value}×${base === undefined ? "" : ` ${base}`}`;
  },
  cheaper: ({ value, base, isBest }) => {
    if (isBest) return `${value} is the cheapest`;
    return `${value} is cheaper${base === undefined ? "" : ` than ${base}`}`;
  },
  median: ({ of, value, count }) => {
    const among = [...(of === undefined ? [] : [of]), ...(count === undefined ? [] : [`${count} models`])].join(", ");
    return `median${among === "" ? "" : ` (${among})`} ${value}`;
  },
  cost: plainly,
  tokens: plainly,
  price: plainly,
};
