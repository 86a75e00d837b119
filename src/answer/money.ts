import type { Catalog, Market } from "../catalog/catalog.ts";
import { convert, type FxRate, fxOn } from "../catalog/fx.ts";
import type { Currency, Day } from "../catalog/schema.ts";
import { Decimal, significant } from "../lib/decimal.ts";

/** Money in answers: up to 12 significant digits, half-even, plain digits. */
export function figure(value: Decimal): string {
  return significant(value, 12);
}

/** Digits that `figure` would leave as they are: few, with no zero too many at either end. */
const AS_PRINTED = /^(0|[1-9]\d{0,5})(\.\d{0,5}[1-9])?$/;

/** A catalog amount as an answer prints it. */
export function plain(amount: string | null | undefined): string | null {
  if (amount === null || amount === undefined) return null;
  return AS_PRINTED.test(amount) ? amount : figure(new Decimal(amount));
}

const dated = new WeakMap<Market, FxRate | undefined>();

function datedRate(catalog: Catalog, market: Market): FxRate | undefined {
  if (!dated.has(market)) dated.set(market, fxOn(catalog.fx, market.day, market.now));
  return dated.get(market);
}

/** Conversions of one answer, by one rate; remembers whether the rate was used, so that the answer can name it. */
export class Money {
  readonly rate: FxRate | undefined;
  #used = false;

  constructor(catalog: Catalog, market: Market, stated: { rate: string; day?: Day; source: string } | undefined) {
    this.rate = stated ? { ...stated, rate: new Decimal(stated.rate) } : datedRate(catalog, market);
  }

  /** The rate, if a conversion of this answer made use of it. */
  get used(): FxRate | undefined {
    return this.#used ? this.rate : undefined;
  }

  /** An amount in another currency; nothing if no rate is known. */
  to(amount: Decimal, from: Currency, to: Currency): Decimal | undefined {
    if (from === to) return amount;
    if (!this.rate) return undefined;
    this.#used = true;
    return convert(amount, from, to, this.rate);
  }

  /** The same for comparing and filtering: no figure to show, so by itself no use of the rate. */
  peek(amount: Decimal, from: Currency, to: Currency): Decimal | undefined {
    if (from === to) return amount;
    return this.rate && convert(amount, from, to, this.rate);
  }

  /** What puts amounts of both currencies in one order: dollars. */
  comparable(amount: Decimal, currency: Currency): Decimal {
    return this.peek(amount, currency, "USD") ?? amount;
  }

  /** Says that amounts of both currencies were put in one order. */
  markUsed(): void {
    this.#used = true;
  }
}
