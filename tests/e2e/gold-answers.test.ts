import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { type Bot, loadBot } from "../../src/bot/bot.ts";

/** Worked out by hand from the catalog's files; `open` says why the bot still answers otherwise. */
interface Gold {
  id: string;
  text: string;
  now: string;
  expect: Expected;
  open?: string;
}
interface Expected {
  rows: object[];
  /** The rows stand in this order with others among them; without it they are the first ones. */
  anywhere?: boolean;
  anyOrder?: boolean;
  /** How many rows there are. */
  total?: number;
  derived?: object[];
  verdict?: string;
  count?: number;
}
type Answer = ReturnType<Bot["ask"]>["json"];

const golds: Gold[] = readFileSync("tests/corpus/gold-answers.jsonl", "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));
const named = (wanted: (gold: Gold) => boolean) =>
  golds.filter(wanted).map((gold) => [gold.id, gold.text, gold] as const);

let bot: Bot;
beforeAll(() => {
  bot = loadBot();
});

function fits(actual: object, wanted: object): boolean {
  try {
    expect(actual).toMatchObject(wanted);
    return true;
  } catch {
    return false;
  }
}

/** The rows that the expected ones are held against, as many as there are expected ones. */
function chosen(rows: readonly object[], { rows: wanted, anywhere, anyOrder }: Expected): readonly object[] {
  if (anyOrder) return wanted.map((one) => rows.find((row) => fits(row, one)) ?? {});
  if (!anywhere) return rows.slice(0, wanted.length);
  let next = 0;
  return wanted.map((one) => {
    const at = rows.findIndex((row, index) => index >= next && fits(row, one));
    next = at < 0 ? rows.length : at + 1;
    return rows[at] ?? {};
  });
}

function check({ rows, derived, verdict, count }: Answer, expected: Expected): void {
  expect(chosen(rows, expected)).toMatchObject(expected.rows);
  if (expected.total !== undefined) expect(rows).toHaveLength(expected.total);
  if (expected.derived) {
    const wanted = expected.derived.map((figure) => expect.objectContaining(figure));
    expect(derived).toEqual(expect.arrayContaining(wanted));
  }
  if (expected.verdict) expect(verdict).toBe(expected.verdict);
  if (expected.count !== undefined) expect(count).toBe(expected.count);
}

const ask = ({ text, now }: Gold) => bot.ask(text, new Date(now)).json;

describe("an answer worked out by hand", () => {
  it.each(named(({ open }) => open === undefined))("%s: %s", (_id, _text, gold) => {
    check(ask(gold), gold.expect);
  });

  it.each(named(({ open }) => open !== undefined))("%s is still open: %s", (_id, _text, gold) => {
    expect(() => check(ask(gold), gold.expect)).toThrow();
  });
});
