import { type Item, type Money, means, type Per, type Quantity, sense, textOf } from "../item.ts";
import { type Context, type Hit, isMark, type Recogniser, spanOf } from "./recogniser.ts";

const MAGNITUDES: Record<string, number> = {
  m: 1e6,
  mil: 1e6,
  million: 1e6,
  mn: 1e6,
  mm: 1e6,
  mio: 1e6,
  mtk: 1e6,
  k: 1e3,
};

const LEADING_ONE = /^1/;
const TOKENS = /toks?$/;

/** The tokens that "M", "1K", "million" or 百万 stand for, as the unit of a price. */
function priceUnit(item: Item | undefined): number | undefined {
  if (
    item?.kind === "num" &&
    item.to === undefined &&
    (item.n === 1e6 ||
      item.n === 1e3 ||
      item.n === 1e4 ||
      item.n === 1e5 ||
      item.n === 1e7 ||
      item.n === 1e8 ||
      item.n === 2e6)
  )
    return item.n;
  const said = sense(item, "mag");
  if (said === undefined || item?.kind !== "lex") return undefined;
  const word = item.text.toLowerCase().replace(LEADING_ONE, "").replace(TOKENS, "");
  return MAGNITUDES[word];
}

const isToken = (item: Item | undefined): boolean => means(item, "unit", "token");

/** "per 1M tokens", "/k", 每百万, "per token". */
export const pers: Recogniser = {
  name: "per",
  at(items, i): Hit | undefined {
    if (!means(items[i], "per")) return afterMoney(items, i);
    if (isMark(items[i], "/") && !isPriced(items[i - 1])) return undefined;
    // "per-1k"
    if (isMark(items[i + 1], "-") && priceUnit(items[i + 2]) !== undefined && items[i + 1]?.end === items[i + 2]?.start)
      return made(items, i, isToken(items[i + 3]) ? 4 : 3, priceUnit(items[i + 2]) ?? 1);
    const tokens = priceUnit(items[i + 1]);
    if (tokens === undefined) {
      const single = isToken(items[i + 1]) && items[i + 1]?.kind === "lex";
      return single ? made(items, i, 2, 1) : undefined;
    }
    // "$ per 1000 requests" counts calls.
    if (means(items[i + 2], "unit") && !isToken(items[i + 2])) return undefined;
    return made(items, i, isToken(items[i + 2]) ? 3 : 2, tokens);
  },
};

/** Whether a slash after an item can lead to the unit of its price; "10M in / 2M out" are two amounts. */
function isPriced(item: Item | undefined): boolean {
  if (item?.kind === "money") return true;
  if (item?.kind === "num") return !item.big;
  return means(item, "cur") || means(item, "dim", "price") || means(item, "unit", "token");
}

/** "100块一百万", "$3 a million", "$5 1M". */
function afterMoney(items: readonly Item[], i: number): Hit | undefined {
  const before = items[i - 1];
  const isPrice = before?.kind === "money" && before.to === undefined;
  const num = items[i];
  const tokens = priceUnit(num);
  if (!isPrice || tokens === undefined || !(num?.kind === "num" || num?.kind === "lex")) return undefined;
  if (num.start - before.end > 4) return undefined;
  return made(items, i, isToken(items[i + 1]) ? 2 : 1, tokens);
}

function made(items: readonly Item[], i: number, take: number, tokens: number): Hit {
  const per: Per = { kind: "per", ...spanOf(items, i, take), tokens };
  return { take, put: [per] };
}

/** "at most 0.002 per 1k": an amount in the currency of the language. */
function bareAmount(items: readonly Item[], i: number, { language }: Context): Money | undefined {
  const num = items[i];
  if (num?.kind !== "num" || num.big || num.ordinal || num.to !== undefined) return undefined;
  const { start, end, n } = num;
  return { kind: "money", start, end, amount: n, currency: language === "zh" ? "CNY" : "USD", said: false };
}

/** A price with its unit in one: "$5/M", 0.8厘/千, and "$200 a month". */
export const prices: Recogniser = {
  name: "price",
  at(items, i, context): Hit | undefined {
    const before = items[i];
    const after = items[i + 1];
    if (before?.kind === "per" && after?.kind === "money" && after.to === undefined) {
      return { take: 2, put: [{ ...after, ...spanOf(items, i, 2), per: before.tokens }] };
    }
    const next = items[i + 1];
    const sided = sidedPrice(items, i);
    if (sided) return sided;
    const money = items[i]?.kind === "num" && next?.kind === "per" ? bareAmount(items, i, context) : items[i];
    if (money?.kind !== "money") return undefined;
    if (next?.kind === "per") {
      const put: Money = { ...money, ...spanOf(items, i, 2), per: next.tokens };
      return { take: 2, put: [put] };
    }
    const each = sense(next, "rate");
    if (each === undefined) return undefined;
    return { take: 2, put: [{ ...money, ...spanOf(items, i, 2), each }] };
  },
};

/** 一百万进30刀, "1M in $30": an amount of tokens, its side and its price. */
function sidedPrice(items: readonly Item[], i: number): Hit | undefined {
  const [tokens, side, money] = [priceUnit(items[i]), items[i + 1], items[i + 2]];
  if (tokens === undefined || items[i]?.kind !== "num" || money?.kind !== "money" || money.per !== undefined)
    return undefined;
  if (!means(side, "io") && !means(side, "side") && !(means(side, "part", "input") || means(side, "part", "output")))
    return undefined;
  if (side === undefined || side.end !== money.start) return undefined;
  return { take: 3, put: [side, { ...money, start: side.end, per: tokens }] };
}

const GLUED: Record<string, string> = { d: "day", h: "hour", s: "second", y: "year", p: "page" };

/** A number with what it counts: 500 calls, 30 days, 8k tokens, 两万次. */
export const quantities: Recogniser = {
  name: "quantity",
  at(items, i): Hit | undefined {
    const num = items[i];
    const often = num?.kind === "lex" && means(items[i + 1], "rate") ? Number(num.senses.often) : Number.NaN;
    if (num !== undefined && often > 0)
      return { take: 1, put: [{ kind: "qty", start: num.start, end: num.end, n: often, unit: "request", big: false }] };
    const flow = flowAt(items, i);
    if (flow) return flow;
    if (num?.kind === "lex") return ledCount(items, i);
    if (num?.kind !== "num" || num.ordinal) return undefined;
    // "two LLM calls"
    if (textOf(items[i + 1]).startsWith("llm") && means(items[i + 2], "unit", "request"))
      return { take: 3, put: [{ kind: "qty", ...spanOf(items, i, 3), n: num.n, unit: "request", big: num.big }] };
    const people = peopleAt(items, i);
    if (people) return people;
    const between = items[i + 1];
    if (between?.kind === "name" && means(items[i + 2], "unit", "request") && num.n > 1) {
      // "1000 gpt-5.4 calls": the name stands between a count and what it counts.
      const calls: Quantity = { kind: "qty", start: num.start, end: num.end, n: num.n, unit: "request", big: num.big };
      return { take: 3, put: [calls, between] };
    }
    // "20-page reports", "a 350k-token prompt"
    const hyphen = isMark(items[i + 1], "-") && items[i + 1]?.start === num.end ? 1 : 0;
    const next = items[i + 1 + hyphen];
    const letter =
      next?.kind === "word" &&
      (next.start === num.end || means(items[i + 2], "of") || means(items[i + 2], "part", "audio"))
        ? GLUED[next.text.toLowerCase()]
        : undefined;
    const unit = letter ?? sense(next, "unit") ?? sizedNoun(items, i + 1);
    if (isPromptLength(items, i + 1 + hyphen) || (unit === "request" && closesPair(items, i))) return undefined;
    if (unit === "user" && textOf(next) === "user" && (isMark(items[i - 1], "+") || isMark(items[i + 2], "+")))
      return undefined;
    if (unit === undefined || (num.bare === true && unit !== "token")) return undefined;
    const put: Quantity = {
      kind: "qty",
      ...spanOf(items, i, 2 + hyphen),
      n: num.n,
      unit,
      big: num.big,
      ...(num.to !== undefined && { to: num.to }),
      ...(num.step !== undefined && { step: num.step }),
      ...(num.weak && { weak: true }),
    };
    return { take: 2 + hyphen, put: unit === "user" ? [put, ...daily(next)] : [put] };
  },
};

/** "3 million chunks of 512 tokens": things that have a size are counted. */
function sizedNoun(items: readonly Item[], at: number): string | undefined {
  const [noun, of, size] = [items[at], items[at + 1], items[at + 2]];
  const counted = noun?.kind === "word" && PLURAL.test(noun.text) && textOf(of) === "of" && size?.kind === "num";
  return counted && isToken(items[at + 3]) ? "request" : undefined;
}

const PLURAL = /^[a-z]{3,}s$/i;

const FLOWS: Record<string, string> = {
  qps: "second",
  rps: "second",
  rpm: "minute",
  qpm: "minute",
  rph: "hour",
  rpd: "day",
};

/** "700 rps", "QPS 5": calls with their rate in one word. */
function flowAt(items: readonly Item[], i: number): Hit | undefined {
  const at = items[i]?.kind === "num" ? i + 1 : i;
  const word = items[at];
  const rate = FLOWS[textOf(word)];
  if (rate === undefined || word === undefined) return undefined;
  const gap = at === i && isMark(items[i + 1], ":", "=") ? 1 : 0;
  const num = items[at === i ? i + 1 + gap : i];
  if (num?.kind !== "num" || num.ordinal) return undefined;
  const { start, end } = word;
  const calls: Quantity = { kind: "qty", start: num.start, end: num.end, n: num.n, unit: "request", big: num.big };
  const lex: Item = { kind: "lex", start, end, text: textOf(word), senses: { rate }, glued: false };
  return { take: 2 + gap, put: at === i ? [lex, calls] : [calls, lex] };
}

/** 80个销售，每人每天…: whoever is counted right before "each of them" is somebody. */
function peopleAt(items: readonly Item[], i: number): Hit | undefined {
  const num = items[i];
  if (num?.kind !== "num" || num.n < 2) return undefined;
  for (let at = i + 1; at <= i + 5; at++) {
    const item = items[at];
    if (item?.kind === "lex" && means(item, "rate", "user")) {
      const words = items.slice(i + 1, at);
      if (!words.some((word) => word.kind === "word")) return undefined;
      return {
        take: at - i,
        put: [{ kind: "qty", start: num.start, end: num.end, n: num.n, unit: "user", big: num.big }],
      };
    }
    if (item?.kind !== "word" && !means(item, "noun") && !isMark(item, ",", "，")) return undefined;
    if (means(item, "unit")) return undefined;
  }
  return undefined;
}

/** 日活 and DAU say how many there are a day. */
function daily(item: Item | undefined): Item[] {
  if (item?.kind !== "lex" || !DAILY.test(item.text)) return [];
  const { start, end, text } = item;
  return [{ kind: "lex", start, end, text, senses: { rate: "day" }, glued: false }];
}

const DAILY = /^(?:日活|dau|daily active users?)/i;
const CALLS =
  /^(?:工单量?|订单|调用量?|请求量?|会话量|对话量|消息量|单量|访问量|请求数|调用次数|请求次数|对话数|会话数|消息数|调用数)$/;
const HEADS = /^(?:日活(?:用户)?|dau|daily active users?|用户数|人数|坐席数)$/i;

/** 日活5000, "DAU: 2k", 工单6万: calls and those who make them, said before their number. */
function ledCount(items: readonly Item[], i: number): Hit | undefined {
  const word = items[i];
  if (word?.kind !== "lex" || word.senses.unit === undefined || items[i - 1]?.kind === "num") return undefined;
  const unit = HEADS.test(word.text) ? "user" : CALLS.test(word.text) ? "request" : undefined;
  if (unit === undefined) return undefined;
  const at = isMark(items[i + 1], ":", "：", "=") || textOf(items[i + 1]) === "约" ? i + 2 : i + 1;
  const num = items[at];
  const counts = num?.kind === "num" && !num.ordinal && num.to === undefined && !means(items[at + 1], "unit");
  if (!counts || means(items[at + 1], "part") || means(items[at + 1], "io")) return undefined;
  const put: Quantity = { kind: "qty", start: num.start, end: num.end, n: num.n, unit, big: num.big };
  return { take: at + 1 - i, put: [...daily(word), put] };
}

/** "1.5k/300 calls": the second of two lengths, and no count of calls. */
function closesPair(items: readonly Item[], i: number): boolean {
  const first = items[i - 2];
  return isMark(items[i - 1], "/") && first?.kind === "num" && first.big && items[i - 1]?.start === first.end;
}

const PROMPT = /^prompts?$/i;

/** "8k prompts / 2k replies": a length, unless a rate or more words make a count of it ("500 prompts a day"). */
function isPromptLength(items: readonly Item[], at: number): boolean {
  const [num, word, next] = [items[at - 1], items[at], items[at + 1]];
  if (word?.kind !== "lex" || !PROMPT.test(word.text)) return false;
  return num?.kind === "num" && num.step === 1024 && !means(next, "rate");
}
