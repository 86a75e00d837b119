import type { Ability } from "../catalog/abilities.ts";
import type { Currency, Day } from "../catalog/schema.ts";
import type { UnitId } from "../catalog/units.ts";

/** Prices of one offer inside a note: what is not known is `null`. */
export interface PriceBrief {
  model: string;
  provider: string;
  currency: Currency;
  input: string | null;
  output: string | null;
}

/**
 * Every note that an answer may carry, with its arguments. The view has a sentence for each in each language;
 * a note without its sentence, or the reverse, does not compile. Amounts are decimal strings per 1M tokens
 * unless said otherwise; lists of ids are cut to a few, `count` is the whole number.
 */
export interface NoteArgs {
  // How the figures were chosen
  /** Prices blended 3:1, or as asked. */
  blend: { input: number; output: number };
  /** A conversion was made; `source` is a source id, `question` or `operator`. `day` is absent for a stated rate. */
  fx: { rate: string; day?: Day; source: string };
  /** Totals without a request: the price of a call of this length was used. */
  default_call: { input: number; output: number };
  /** The offer has other prices by prompt length, output length, thinking or time of day; the row shows one. */
  other_rates: {
    model: string;
    provider: string;
    by: ("prompt" | "output" | "thinking" | "window")[];
  };
  /** The dearer time of day is shown (`window`); which one applies at this moment, on the vendor's clock. */
  window_now: {
    model: string;
    provider: string;
    /** The window that applies now: its id, or "else". */
    now: string;
    timezone: string;
    weekdays: number[];
    hours: [string, string][];
    exceptHolidays: boolean;
    currency: Currency;
    input: string | null;
    output: string | null;
  };
  /** The calendar of Chinese public holidays ends before this year: a holiday could not be told. */
  holidays_unknown: { year: number; knownTo: number };
  /** The thinking (or non-thinking) price is shown because the model has only that one. */
  only_thinking: { model: string; thinking: boolean };
  /** A price that the question set was used. */
  given: { model?: string; on: string; amount: string; currency: Currency };
  /** Texts were turned into tokens by these ratios (units of text a token): the one used, and the known range. */
  text_ratio: {
    unit: "zh_chars" | "words" | "pages";
    amount: number;
    ratio: string;
    low: string;
    high: string;
    tokens: number;
    tokensLow: number;
    tokensHigh: number;
  };
  /** A token count with neither side named: figures are given for all input and for all output. */
  side_unsaid: { tokens: number };

  // Time
  /** The day lies before the first price that is known: this is the earliest one. */
  earliest: PriceBrief & { day: Day; source: string };
  /** A later price that a source announced and none has confirmed. */
  announced: PriceBrief & {
    from: Day;
    seen: Day;
    source: string;
    /** Its day has passed. */
    due: boolean;
    cancelled?: { seen: Day; source: string };
  };
  /** Another price was reported and is held for review: the one shown still counts. */
  unconfirmed: PriceBrief & { seen: Day; source: string };
  /** Seen on `known` and, with another price, on `by`: which of the two held in between is not known. */
  between: PriceBrief & { known: Day; next: PriceBrief; by: Day };
  /** Beside a past price: the one of today. */
  today_price: PriceBrief & { day: Day };
  /** The last known price ended on this day and no later one is known. */
  price_ended: { model: string; provider: string; until: Day };
  /** The price in force ends on this day, says its source; what follows, where it is known. */
  price_until: { model: string; provider: string; until: Day; promotion: boolean; next?: PriceBrief };
  /** The provider no longer lists it since. */
  gone: { model: string; provider: string; since: Day };
  /** Gone by the seller's word on its other site (`site`); nothing newer is known of this one. */
  gone_on_site: { model: string; provider: string; since: Day; site: "cn" | "intl" };
  /** A day to come was asked for: the prices are those of today. */
  ahead: { day: Day; today: Day };
  /** A period that is still to come: only what is announced can be told. */
  ahead_period: { from: Day; to: Day };
  /** A past answer: context, abilities and status are today's. */
  facts_today: { asOf: Day };
  /** The days that a period meant. */
  period: { from: Day; to: Day };
  /** Some days are those by which a source had it; the vendor's own may be earlier. */
  undated: Record<string, never>;
  /** Names that move on: their price changes when they come to point to another model. */
  moving_names: { models: string[]; count: number };
  /** The lists that most prices come from end before the period does. */
  lists_end: { lists: { source: string; date: Day }[] };
  /** So many entries that were only corrected data are not shown as price moves. */
  corrections_left_out: { count: number };
  /** The newest price of the answer is this old. */
  stale: { days: number };

  // Which offers count
  /** The lab's other site has a price of its own. */
  other_site: PriceBrief & { site: "cn" | "intl" };
  /** Sold on one site only, and not the one of the question's language. */
  one_site_only: { models: string[]; count: number; site: "cn" | "intl" };
  /** The same model has another official price at another shop of the lab, or in another region. */
  other_offer: PriceBrief & { region?: string };
  /** A prepaid package or a promotion beside the list price. */
  package: PriceBrief & { list: "package" | "promotion" };
  /** No API of the lab itself: the rows are hosts. */
  hosted_only: { model: string; hosts: number };
  /** The best of the open weights that only hosts serve, which stands outside the ranking. */
  best_hosted: PriceBrief;
  /** Free offers that were not ranked. */
  free_left_out: { models: string[]; count: number };
  /** Offers with an unknown side, not ranked by blend: the side that is known. */
  null_side: {
    rows: {
      model: string;
      provider: string;
      unit: UnitId;
      value: string;
      currency: Currency;
      /** Of a past day: the vendor's own first day, else the day by which a source had it. */
      since?: Day;
      listed?: Day;
    }[];
    count: number;
  };
  /** The order is by input: what is ranked bills nothing else, or nothing else is known of that day. */
  by_input: { why: "embedding" | "unknown" };
  /** Dollar figures on a site that bills in yuan: shown, never ranked. */
  unverified_left_out: { models: string[]; count: number };
  /** Prices first known after the day asked: not ranked. */
  unproven_left_out: { count: number };
  /** Left out because no source states the ability. */
  ability_not_stated: { ability: Ability; count: number };
  /** Left out because no source states the fact. */
  fact_not_stated: {
    field: "context" | "max_output" | "released" | "knowledge" | "open_weights" | "cache_read" | "batch";
    count: number;
  };
  /** Plans have no price per token. */
  plans_not_ranked: { providers: string[] };
  /** Left out because one request does not fit their context. */
  too_long: { tokens: number; count: number };
  /** The workload's request does not fit this model. */
  exceeds_context: { model: string; context: number; tokens: number };
  /** The bound taken from another model: its figure. */
  than: { model: string; on: string; value: string; currency?: Currency };
  /** The bound could not be taken: nothing is known of that model's figure. */
  than_unknown: { model: string; on: string };

  // What is missing
  /** Not a model of the catalog, or not by that time. */
  unknown_model: { model: string };
  /** Released only later than the day asked. */
  not_released: { model: string; released?: Day; asOf: Day };
  /** Not a provider of the catalog. */
  unknown_provider: { provider: string };
  /** This provider does not offer this model, as far as is known. */
  no_offer: { model: string; provider: string };
  /** Known, but no price of it. */
  no_price: { model: string };
  /** No cost: the price of this unit is not known. */
  no_unit_price: { model: string; provider: string; unit: UnitId };
  /** No batch price is known: the standard price was used. */
  no_batch: { models: string[]; count: number };
  /** A fee per request that totals cannot show (per 1,000 requests). */
  request_fee: { model: string; amount: string; currency: Currency };
  /** Costs nothing: there is no limit by money. */
  free_of_charge: { model: string };

  // What was compared or claimed
  /** What holds where the claim is compared: the correct value, `null` if not known. */
  claim: {
    model: string;
    on: string;
    is: "equal" | "less" | "more";
    claimed: string;
    actual: string | null;
    currency?: Currency;
    verdict: "yes" | "no" | "unknown";
  };
  /** A family stands for this model of it (its newest current one). */
  family_as: { family: string; model: string };
  /** A name that points to another model, as far as is known since this day. */
  alias: { model: string; to: string; from?: Day; price?: PriceBrief };

  // What sources say
  /** A fact about the model, as stated, in both languages. */
  fact: { model: string; en: string; zh: string; source: string };
  /** What the source says about the price, as stated. */
  price_note: { model: string; provider: string; text: string; source: string };
  /** Another source gives another price. */
  disagreement: PriceBrief & {
    /** How many sources say what is shown. */
    count: number;
    others: (Pick<PriceBrief, "currency" | "input" | "output"> & { sources: { source: string; date: Day }[] })[];
  };

  /** Members of a family shown of all that have an answer, the newest first. */
  more_models: { shown: number; total: number };
  /** Moves of hosts so large that they are more likely corrected data: ordered last. */
  unlikely_moves: { count: number; models: string[] };
  // How much is shown
  /** Rows shown of all that satisfy. */
  more_rows: { shown: number; total: number };
}

export type NoteCode = keyof NoteArgs;
export type Note = {
  [K in NoteCode]: { code: K; args: NoteArgs[K] };
}[NoteCode];
