import type { DerivedInWords, Messages } from "../messages.ts";
import { figures } from "./terms.ts";
import { capital } from "./words.ts";

const NOT_PRICES = new Set(["context", "max_output", "tokens", "released"]);
const PRICED = { less: "cheaper", more: "dearer", same: "" };

const topic = (on: string | undefined) => (on === undefined ? "" : `${capital(figures[on] ?? on)}: `);
const comparative = ({ on, sign }: DerivedInWords) => (on !== undefined && NOT_PRICES.has(on) ? sign : PRICED[sign]);

function compared(derived: DerivedInWords, how: string): string {
  const { on, of = "it", base, sign } = derived;
  if (sign === "same") return `${topic(on)}${of} is the same${base === undefined ? "" : ` as ${base}`}`;
  return `${topic(on)}${of} is ${how}${base === undefined ? "" : ` than ${base}`}`;
}

const plainly = ({ on, of, value }: DerivedInWords) => `${topic(on)}${of === undefined ? "" : `${of} `}${value}`;

/** A derived figure with what it is of and what it is against. */
export const derived: Messages["facts"]["derived"] = {
  percent: (figure) => compared(figure, `${figure.value}% ${comparative(figure)}`),
  difference: (figure) => compared(figure, `${figure.value} ${comparative(figure)}`),
  times: ({ on, of = "it", base, value }) => `${topic(on)}${of} is ${value}×${base === undefined ? "" : ` ${base}`}`,
  cheaper: ({ on, value }) => `${topic(on)}${value} is cheaper`,
  median: ({ on, of, value, count }) => {
    const what = on === undefined ? "" : ` ${figures[on] ?? on}`;
    const whose = of === undefined ? "" : ` (${of})`;
    return `Median${what}${whose}: ${value}${count === undefined ? "" : `, of ${count} ${count === 1 ? "model" : "models"}`}`;
  },
  cost: plainly,
  tokens: plainly,
  price: plainly,
};
