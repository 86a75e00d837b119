import { type Money, means, textOf } from "../item.ts";
import type { Query } from "../query.ts";
import { isMark } from "../recognisers/recogniser.ts";
import { beside, type Scene, says, take } from "../scene.ts";
import { freeMoney, isQuote } from "./money.ts";
import { CLAIMS, SHORT } from "./named.ts";
import type { Names } from "./names.ts";

const BUYS =
  /how many|how much can|how far|how long|budget|afford|buy|get me|spend|worth|enough|sufficient|suffice|cover|多少token|能买|能跑|能用|能喂|能吐|能换|预算|够|砸|花|充|几次|多少次|最多|tokens?\b/i;

/** Whether an amount of money is to be spent rather than a price. */
export function isBudget(scene: Scene, names: Names, bounded: boolean): boolean {
  const { text } = scene.context;
  const [first, ...more] = freeMoney(scene);
  if (first === undefined) return bareBudget(scene);
  if (first.money.per !== undefined || (bounded && first.money.each === undefined && !says(scene, "cue.cap")))
    return false;
  const named = names.models.length > 0 || names.families.length > 0;
  if (named && (isQuote(scene) || isReached(scene, first.at) || isClaimed(scene, first.money))) return false;
  const buys = BUYS.test(text) || says(scene, "cue.cap") || first.money.each !== undefined;
  if (named) return more.length === 0 && (buys || (text.length < SHORT && !CLAIMS.test(text)));
  return (
    buys &&
    (says(scene, "cue.howmany") ||
      says(scene, "cue.cap") ||
      says(scene, "sup") ||
      first.money.each !== undefined ||
      says(scene, "unit", "token"))
  );
}

/** 不是说涨到5刀了吗: a price that was reached, and no money to spend. */
const isReached = ({ items }: Scene, at: number): boolean => REACHES.test(textOf(items[at - 1]));

const REACHES = /^(?:[涨降跌升]到|[涨降跌]成|[涨降跌]至|up to|down to|went to)$/;

const STATED =
  /(?:是|为|等于|卖|收|收费|报价|[=:]|价格|\b(?:is|it's|its|was|at|costs?|charges?|price))\s*(?:\$|¥|￥)?$/i;
const ASKED_BACK =
  /^[^。.!！\n]{0,12}?(?:吧|对吗|对吧|是吗|是吧|对不对|没错|对么|\bright\b|\bcorrect\b|\byes\b|\bno\b\s*\?|\btrue\b)/i;
const SPENT = /预算|\bbudget\b|够|余额/i;

/** "…是27元吧", "it's $3 right": an amount that is stated as a price and asked back, nothing to be spent. */
function isClaimed(scene: Scene, { start, end }: Money): boolean {
  const { text } = scene.context;
  if (SPENT.test(text) || says(scene, "cue.cap") || says(scene, "cue.howmany")) return false;
  return STATED.test(text.slice(Math.max(0, start - 12), start)) && ASKED_BACK.test(text.slice(end, end + 24));
}

/** 老板批了5万一个月: a bare number after a word for a budget. */
function bareBudget(scene: Scene): boolean {
  for (const [i, item] of scene.items.entries()) {
    if (item.kind !== "num" || item.by !== undefined || item.ordinal || item.weak) continue;
    const before = scene.items[beside(scene, i, -1, 1)] ?? scene.items[i - 1];
    const leads = means(scene.items[i - 1], "rate") || isMark(scene.items[i - 1], ":", "：", "=");
    const beyond = scene.items[leads ? i - 2 : i - 1];
    const word = [scene.items[i - 1], before, beyond].find((one) => BUDGET_WORDS.has(textOf(one)));
    if (word === undefined) continue;
    const next = scene.items[i + 1];
    if (means(next, "unit") || means(next, "side") || means(next, "io") || means(next, "noun")) continue;
    const currency = scene.context.language === "zh" ? "CNY" : "USD";
    const { start, end, n, by: _, ...rest } = item as typeof item & { by?: string };
    void rest;
    Object.assign(item, { kind: "money", start, end, amount: n, currency, said: false });
    return true;
  }
  return false;
}

const BUDGET_WORDS = new Set(
  "预算|批了|预算是|budget|budget is|a budget of|budget of|拨了|月预算|monthly budget|充了|花|批下来|预算只有|余额|cap is|剩|还剩|只剩|剩下|手里剩|账上剩|账上有|手里有|账上还有|预算就|每月预算".split(
    "|",
  ),
);

/** The amount of money that is to be spent. */
export function readBudget(scene: Scene): Query["budget"] {
  const [first] = freeMoney(scene);
  if (first === undefined) return undefined;
  take(scene, first.money, "budget");
  return { amount: first.money.amount, currency: first.money.currency };
}
