import { type Item, type Money, means, sense } from "../item.ts";
import type { Query } from "../query.ts";
import { isMark } from "../recognisers/recogniser.ts";
import { endsClause, sideAt } from "../refiners/sides.ts";
import { beside, isSoft, type Scene, says, take, withSense } from "../scene.ts";

type Claim = NonNullable<Query["claim"]>[number];
type Given = NonNullable<Query["given"]>[number];

/** Amounts of money that nothing has taken. */
export function freeMoney({ items }: Scene): { money: Money; at: number }[] {
  const found: { money: Money; at: number }[] = [];
  for (const [at, item] of items.entries())
    if (item.kind === "money" && item.by === undefined) found.push({ money: item, at });
  return found;
}

const SIDES = new Set(["input", "output", "cache_read", "cache_write"]);

const isFigure = (item: Item | undefined): boolean => item?.kind === "money" || item?.kind === "num";

function isSide(items: readonly Item[], at: number): boolean {
  const on = sideAt(items, at);
  return on !== undefined && SIDES.has(on);
}

/** The side of an amount: right before it, right after it, or the nearest before it in its clause. */
function sideOfMoney({ items }: Scene, at: number): string | undefined {
  // "10 in 40 out": a side between two amounts goes with the first, where sides follow their amounts.
  const follows = isFigure(items[at - 2]) && !isSide(items, at - 3) && isSide(items, at + 1);
  for (const place of follows ? [at + 1] : [at - 1, at + 1]) {
    const on = sideAt(items, place);
    if (on !== undefined && SIDES.has(on)) return on;
  }
  for (let place = at - 2; place >= 0 && !endsClause(items[place]) && !isFigure(items[place]); place--) {
    const on = sideAt(items, place);
    if (on !== undefined && SIDES.has(on)) return on;
  }
  return undefined;
}

const OPS: Record<string, Claim["is"]> = { under: "less", max: "less", over: "more", min: "more" };

/** Figures that the asker wants confirmed: "$10 / $40 right?", 是不是2块. */
export function readClaims(scene: Scene, unit = 1e6): Claim[] {
  const claims: Claim[] = [];
  const moneys = [...freeMoney(scene), ...bareFigures(scene)].sort((a, b) => a.at - b.at);
  for (const [place, { money, at }] of moneys.entries()) {
    const next = moneys[place + 1];
    const pair = next !== undefined && next.at === at + 2 && isMark(scene.items[at + 1], "/", "，", ",", "、", "+");
    const last = moneys[place - 1];
    const second = last !== undefined && at === last.at + 2 && isMark(scene.items[at - 1], "/", "，", ",", "、", "+");
    const side = sideOfMoney(scene, at) ?? (pair ? "input" : second ? "output" : "price");
    const cmp = sense(scene.items[at - 1], "cmp");
    const per = 1e6 / (money.per ?? unit);
    claims.push({
      on: side,
      is: OPS[cmp ?? ""] ?? "equal",
      value: Number((money.amount * per).toPrecision(12)),
      currency: money.currency,
    });
    take(scene, scene.items[at], "claim");
    for (const place of [at - 1, at + 1])
      if (sideAt(scene.items, place) === side) take(scene, scene.items[place], "claim");
  }
  return claims;
}

/** Whether a number follows a word that leads to a price: 是不是2, "still 5", 涨到20. */
function isFigureOfClaim({ items }: Scene, at: number): boolean {
  const before = [items[at - 1], items[at - 2]];
  if (isMark(items[at + 1], "/") && items[at + 2]?.kind === "num") return true;
  // "a buck in and 5 out"
  if (isSide(items, at + 1) && items.slice(Math.max(0, at - 3), at).some((item) => item.kind === "money")) return true;
  if (before.some((item) => item?.kind === "name")) return false;
  if (before.some((item) => means(item, "not"))) return false;
  return before.some(
    (item) =>
      means(item, "cue.claim") ||
      means(item, "move") ||
      means(item, "side") ||
      means(item, "dim", "price") ||
      item?.kind === "num",
  );
}

/** "is it really 0?", "2.5/10 right?": figures without a currency beside a claim. */
function bareFigures(scene: Scene): { money: Money; at: number }[] {
  const found: { money: Money; at: number }[] = [];
  for (const [at, item] of scene.items.entries()) {
    if (item.kind !== "num" || item.by !== undefined || item.big || item.weak || item.ordinal) continue;
    if (!isFigureOfClaim(scene, at)) continue;
    if (means(scene.items[at + 1], "noun") || means(scene.items[at + 1], "unit")) continue;
    const currency = scene.context.language === "zh" ? "CNY" : "USD";
    found.push({
      at,
      money: { kind: "money", start: item.start, end: item.end, amount: item.n, currency, said: false },
    });
  }
  return found;
}

const QUOTES =
  /报(?:我|价|的|给)|报了|收我|开价|给的价|\bquot|charg(?:es|ing|ed) (?:me|us)|offer(?:s|ed|ing)? (?:me|us)|asks? for|sells? (?:me|us)/i;

/** "they quote me $20 out, how much more is that": an amount that is a price although no unit was said. */
export const isQuote = (scene: Scene): boolean => QUOTES.test(scene.context.text) && says(scene, "derive");

/** Prices that the question itself sets, with the model whose price they are. */
export function readGiven(scene: Scene): Given[] {
  return freeMoney(scene)
    .filter(({ money }) => money.per !== undefined || isQuote(scene))
    .map(({ money, at }) => {
      take(scene, scene.items[at], "given");
      const model = modelAfter(scene, at);
      const side = sideOfMoney(scene, at) ?? sideAfterName(scene, at);
      return {
        ...(model !== undefined && { model }),
        on: (side === "input" || side === "output" || side === "cache_read" ? side : "price") as Given["on"],
        amount: money.amount,
        currency: money.currency,
        per: money.per ?? 1e6,
      };
    });
}

/** "60 bucks per million for gpt-4 output": the side right after the name that follows the price. */
function sideAfterName({ items }: Scene, at: number): string | undefined {
  for (let place = at + 1; place <= at + 4 && !endsClause(items[place]); place++) {
    if (items[place]?.kind !== "name") continue;
    const on = sideAt(items, place + 1);
    return on !== undefined && SIDES.has(on) ? on : undefined;
  }
  return undefined;
}

/** "the $10 GPT-4", 那个100块的GLM-4: the name right after a price. */
function modelAfter(scene: Scene, at: number): string | undefined {
  const next = scene.items[beside(scene, at, 1, 2)];
  if (next?.kind === "name" && next.mention.model !== undefined) return next.mention.model;
  const before = scene.items[beside(scene, at, -1, 3)];
  return before?.kind === "name" ? before.mention.model : undefined;
}

const UNITS: Record<string, NonNullable<Query["unit"]>> = { li: "li", fen: "fen", jiao: "jiao", cent: "cent" };

export interface Display {
  currency?: NonNullable<Query["currency"]>;
  unit?: NonNullable<Query["unit"]>;
  per?: number;
}

const CUE_CURRENCY: readonly [RegExp, Display][] = [
  [/几刀|多少刀|几美元|多少美元|多少美金|how many dollars|how many bucks/, { currency: "USD" }],
  [/几美分|how many cents/, { currency: "USD", unit: "cent" }],
  [/几厘/, { currency: "CNY", unit: "li" }],
  [/几分|多少分/, { currency: "CNY", unit: "fen" }],
  [/几毛|几角|多少毛/, { currency: "CNY", unit: "jiao" }],
  [/几块|几元|多少块|多少元|多少人民币|how many yuan|how many rmb/, { currency: "CNY" }],
];

/** Coins by these words only beside a number: elsewhere they are other words. */
const SLIGHT = new Set(["u", "r", "米", "分", "角", "毛", "c"]);

function fromCues(scene: Scene): Display {
  for (const [item] of withSense(scene, "cue.howmuch")) {
    const found = CUE_CURRENCY.find(([pattern]) => pattern.test(item.text.toLowerCase()));
    if (found) return found[1];
  }
  return {};
}

/** The currency, sub-unit and amount of tokens to answer in, from words that nothing else has taken. */
export function readDisplay(scene: Scene): Display {
  const display: Display = { ...fromCues(scene) };
  const currencies: ("USD" | "CNY")[] = [];
  for (const [item] of withSense(scene, "cur")) {
    if (item.by !== undefined || SLIGHT.has(item.text.toLowerCase())) continue;
    take(scene, item, "currency");
    if (item.not) continue;
    const word = item.senses.cur ?? "";
    const unit = UNITS[word];
    if (unit) display.unit = unit;
    const currency = word === "USD" || word === "cent" ? "USD" : "CNY";
    if (!currencies.includes(currency)) currencies.push(currency);
  }
  if (currencies.length > 1) display.currency = currencies;
  else if (currencies[0] !== undefined) display.currency = currencies[0];
  for (const item of scene.items) {
    if (item.kind !== "per" || item.by !== undefined) continue;
    take(scene, item, "unit");
    display.per ??= item.tokens;
  }
  return display;
}

/** CNY per USD where the question sets it: 按7.2汇率, "fx 7.1". */
export function readFx(scene: Scene): number | undefined {
  const equal = equation(scene);
  if (equal !== undefined) return equal;
  for (const [item, i] of withSense(scene, "fx")) {
    const at = [beside(scene, i, 1, 3, loose), beside(scene, i, -1, 2, loose)].find((place) =>
      isRate(scene.items[place]),
    );
    const num = at === undefined ? undefined : scene.items[at];
    if (num === undefined) continue;
    take(scene, item, "fx");
    take(scene, num, "fx");
    return num.kind === "num" ? num.n : num.kind === "money" ? num.amount : undefined;
  }
  return undefined;
}

/** "1 usd = 7.1 rmb", 1美元兑7.2. */
function equation(scene: Scene): number | undefined {
  for (const [at, item] of scene.items.entries()) {
    if (item.kind !== "money" || item.by !== undefined || item.currency !== "USD" || item.amount !== 1) continue;
    const other = scene.items.slice(at + 1, at + 4).find((one) => isRate(one));
    const joined = scene.items
      .slice(at + 1, at + 3)
      .some((one) => isMark(one, "=", "→", "~") || means(one, "fx") || means(one, "cmp", "equal"));
    const yuan = other?.kind === "money" && other.currency === "CNY";
    if (other === undefined || (!joined && !yuan)) continue;
    take(scene, item, "fx");
    take(scene, other, "fx");
    return other.kind === "money" ? other.amount : other.kind === "num" ? other.n : undefined;
  }
  return undefined;
}

const loose = (item: Item | undefined): boolean =>
  isSoft(item) ||
  means(item, "by") ||
  means(item, "cur") ||
  isMark(item, ":", "：", "=") ||
  means(item, "cmp", "equal");

function isRate(item: Item | undefined): boolean {
  const n = item?.kind === "num" ? item.n : item?.kind === "money" ? item.amount : undefined;
  return item?.by === undefined && n !== undefined && n >= 3 && n <= 12;
}
