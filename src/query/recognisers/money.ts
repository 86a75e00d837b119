import { type Currency, type Item, type Money, means, type Num, sense, textOf } from "../item.ts";
import { type Context, type Hit, isMark, type Recogniser, spanOf } from "./recogniser.ts";

/** What one of a currency word is worth, in its currency. */
const COINS: Record<string, { currency: Currency; worth: number }> = {
  USD: { currency: "USD", worth: 1 },
  CNY: { currency: "CNY", worth: 1 },
  cent: { currency: "USD", worth: 0.01 },
  fiver: { currency: "USD", worth: 5 },
  tenner: { currency: "USD", worth: 10 },
  grand: { currency: "USD", worth: 1000 },
  jiao: { currency: "CNY", worth: 0.1 },
  fen: { currency: "CNY", worth: 0.01 },
  li: { currency: "CNY", worth: 0.001 },
};

const WORDY = /[a-z\u4e00-\u9fff]$/;
const coinOf = (item: Item | undefined): (typeof COINS)[string] | undefined => COINS[sense(item, "cur") ?? ""];
const exact = (n: number): number => Number(n.toPrecision(12));

type Amount = Num & { ordinal?: false };

function amountAt(item: Item | undefined): Amount | undefined {
  return item?.kind === "num" && !item.ordinal ? (item as Amount) : undefined;
}

/** 两块五, 三毛五, 1块2: the digit after a coin counts its tenths. */
function tenths(items: readonly Item[], i: number, worth: number): { add: number; take: number } {
  const next = items[i];
  const glued = items[i - 1]?.end === next?.start;
  if (!glued || next?.kind !== "num" || next.big || next.n >= 10 || !Number.isInteger(next.n))
    return { add: 0, take: 0 };
  const smaller = coinOf(items[i + 1]);
  if (smaller && smaller.worth < worth) {
    const deeper = tenths(items, i + 2, smaller.worth);
    return { add: next.n * smaller.worth + deeper.add, take: 2 + deeper.take };
  }
  const unit = items[i + 1];
  if (unit?.start === next.end && (means(unit, "unit") || means(unit, "noun"))) return { add: 0, take: 0 };
  return { add: (next.n * worth) / 10, take: 1 };
}

/** "a buck fifty", "two dollars fifty". */
function fifty(items: readonly Item[], i: number, worth: number): { add: number; take: number } {
  const next = items[i];
  if (worth !== 1 || next?.kind !== "num" || next.n < 10 || next.n > 99 || next.big) return { add: 0, take: 0 };
  return items[i + 1]?.kind === "lex" && means(items[i + 1], "unit")
    ? { add: 0, take: 0 }
    : { add: next.n / 100, take: 1 };
}

function money(items: readonly Item[], i: number, take: number, amount: number, currency: Currency): Money {
  return { kind: "money", ...spanOf(items, i, take), amount: exact(amount), currency, said: true };
}

/** Currency words that stand before their amount. */
const PREFIXES = new Set([
  "$",
  "us$",
  "usd",
  "¥",
  "cny",
  "cn¥",
  "rmb",
  "人民币",
  "美元",
  "美金",
  "u.s. dollar",
  "rmb¥",
  "cny¥",
]);

/** $5, USD 20, ¥2, and "$ 5k". */
function prefixed(items: readonly Item[], i: number): Hit | undefined {
  const coin = coinOf(items[i]);
  const num = amountAt(items[i + 1]);
  if (!coin || !num || !PREFIXES.has(textOf(items[i])) || (num.bare && !num.big)) return undefined;
  if (num.bare && items[i]?.end !== num.start) return undefined;
  const glued = items[i]?.end === num.start;
  if (WORDY.test(textOf(items[i])) && !glued && coinOf(items[i + 2])) return undefined;
  const after = coinOf(items[i + 2]);
  const take = after?.currency === coin.currency && items[i + 2]?.start === num.end ? 3 : 2;
  const made = money(items, i, take, num.n, coin.currency);
  return { take, put: [num.to === undefined ? made : { ...made, to: num.to }] };
}

/** "50c": a letter that is a coin only where it is glued to a plain number. */
function letterCoin(item: Item | undefined, num: Amount | undefined): (typeof COINS)[string] | undefined {
  const isCent = item?.kind === "word" && item.text.toLowerCase() === "c" && item.start === num?.end;
  return isCent && !num?.big ? COINS.cent : undefined;
}

/** 5元, 20刀, 0.8厘, "25 cents", 两块五, "a buck fifty". */
function suffixed(items: readonly Item[], i: number, { language }: Context): Hit | undefined {
  const counter = textOf(items[i + 1]) === "个" && coinOf(items[i + 2]) ? 1 : 0;
  const num = amountAt(items[i]);
  const coin = coinOf(items[i + 1 + counter]) ?? letterCoin(items[i + 1], num);
  if (!num || !coin || (num.bare && !num.big)) return undefined;
  const parts = tenths(items, i + 2 + counter, coin.worth);
  const rest = parts.take > 0 || language === "zh" ? parts : fifty(items, i + 2, coin.worth);
  const take = 2 + counter + rest.take;
  const made = { ...money(items, i, take, num.n * coin.worth + rest.add, coin.currency), worth: coin.worth };
  return { take, put: [num.to === undefined ? made : { ...made, to: exact(num.to * coin.worth) }] };
}

const ARTICLE = /(?:^|\W)(a|an|one|sub)[ -]$/i;

const ONE_COIN = /^(buck|dollar|cent|penny|yuan|kuai|fiver|tenner|grand)$/i;

/** "a buck fifty", "a dollar": an article for the number. */
function articled(items: readonly Item[], i: number, { text }: Context): Hit | undefined {
  const item = items[i];
  const coin = coinOf(item);
  if (!coin || item?.kind !== "lex") return undefined;
  const article = ARTICLE.exec(text.slice(Math.max(0, item.start - 5), item.start));
  const singular = ONE_COIN.test(item.text);
  if (!article || !singular) return undefined;
  const rest = fifty(items, i + 1, coin.worth);
  return { take: 1 + rest.take, put: [money(items, i, 1 + rest.take, coin.worth + rest.add, coin.currency)] };
}

/** Amounts of money with their currency. */
export const moneys: Recogniser = {
  name: "money",
  at: (items, i, context) => prefixed(items, i) ?? suffixed(items, i, context) ?? articled(items, i, context),
};

const isRangeMark = (item: Item | undefined): boolean => isMark(item, "-", "~", "→") || means(item, "to");

const BARE_TO = /^(to|到|至)$/i;

/** $0.10–0.50, "between $1 and $3", 1到3块, 100k-200k. */
export const ranges: Recogniser = {
  name: "range",
  at(items, i): Hit | undefined {
    const lead = means(items[i], "between") ? 1 : 0;
    const first = items[i + lead];
    const mark = items[i + lead + 1];
    const last = items[i + lead + 2];
    if (!isRangeMark(mark)) return undefined;
    const worded = means(mark, "to") && !BARE_TO.test(mark?.kind === "lex" ? mark.text : "");
    if (worded && lead === 0) return undefined;
    const take = lead + 3;
    const put = joined(first, last, spanOf(items, i, take));
    return put && { take, put: [put] };
  },
};

function joined(
  first: Item | undefined,
  last: Item | undefined,
  span: { start: number; end: number },
): Item | undefined {
  if (first?.kind === "money" && last?.kind === "money" && first.currency === last.currency) {
    return last.amount > first.amount ? { ...last, ...span, amount: first.amount, to: last.amount } : undefined;
  }
  if (first?.kind === "money" && last?.kind === "num") {
    return last.n > first.amount && !last.big ? { ...first, ...span, to: last.n } : undefined;
  }
  if (first?.kind === "num" && last?.kind === "money") {
    const low = exact(first.n * (last.worth ?? 1));
    return low < last.amount && !first.big ? { ...last, ...span, amount: low, to: last.amount } : undefined;
  }
  if (first?.kind !== "num" || last?.kind !== "num" || first.to !== undefined || first.weak || first.ordinal)
    return undefined;
  const factor =
    last.big && !first.big && first.n < last.n / (last.step === 1024 ? 1000 : 1) ? scale(first.n, last.n) : 1;
  const low = first.n * factor;
  return low < last.n ? { ...last, ...span, n: low, to: last.n, big: last.big || first.big } : undefined;
}

/** "100-200k": the first number shares the magnitude of the second. */
function scale(low: number, high: number): number {
  for (const factor of [1e8, 1e6, 1e4, 1e3]) {
    if (high % factor === 0 && low < high / factor) return factor;
  }
  return high >= 1000 && low < 1000 ? 1000 : 1;
}
