import type { Currency } from "../../catalog/schema.ts";
import type { UnitId } from "../../catalog/units.ts";
import type { Language } from "../../query/query.ts";

/** Both sides of a price; `null` is not known. */
interface Sides {
  currency: Currency;
  input: string | null;
  output: string | null;
}

/** A time of day on a vendor's clock; weekdays from 0 = Sunday. */
interface Hours {
  hours: readonly (readonly [string, string])[];
  weekdays: readonly number[];
  timezone: string;
  exceptHolidays: boolean;
}

/** How one answer names and counts things: its language, its unit of tokens, its catalog. Sentences are built with it. */
export interface Voice {
  readonly language: Language;
  /** "per 1M tokens". */
  readonly perTokens: string;
  /** "GPT-4o mini". */
  model(id: string): string;
  provider(id: string): string;
  source(id: string): string;
  /** Whatever the id means: a model, `model@provider`, a lab, family, provider, origin, day or `given`. */
  named(id: string): string;
  /** "GPT-4o mini at OpenAI". */
  at(model: string, provider: string): string;
  /** What a figure is of: "input", "blended price". */
  figure(on: string): string;
  /** A sum of money. */
  money(amount: string, currency: Currency): string;
  /** A price for the unit of tokens of this answer, without saying the unit; unknown is said in words. */
  price(amount: string | null | undefined, currency: Currency): string;
  /** The price of a unit, which need not be one of tokens. */
  unitAmount(unit: UnitId, amount: string | null | undefined, currency: Currency): string;
  /** "$0.15 in", "out not stated". */
  unitPrice(unit: UnitId, amount: string | null | undefined, currency: Currency): string;
  /** "$0.15 in, $0.6 out per 1M tokens". */
  prices(parts: readonly string[]): string;
  sides(of: Sides): string;
  /** A figure beside its currency, if it is money; else a count of tokens, or text. Unknown is said in words. */
  value(value: string | null, currency?: Currency): string;
  /** A token count where size matters more than digits: "128K". */
  size(count: number): string;
  /** A count of anything else. */
  count(count: number): string;
  /** Enumerates, and says how many more there are, if `of` exceeds the items. */
  list(items: readonly string[], of?: number): string;
  /** A daily window on a vendor's clock. */
  hours(window: Hours): string;
  /** Text of others, made harmless. */
  quote(text: string): string;
}
