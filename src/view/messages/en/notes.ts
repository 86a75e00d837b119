import type { PriceBrief } from "../../../answer/notes.ts";
import { addDays } from "../../../catalog/days.ts";
import type { Day } from "../../../catalog/schema.ts";
import type { Messages } from "../messages.ts";
import type { Voice } from "../voice.ts";
import { fields, units } from "./terms.ts";

const RATES_BY = {
  prompt: "prompt length",
  output: "output length",
  thinking: "thinking mode",
  window: "time of day",
};
const known = (since?: Day, listed?: Day) => (since ? ` (since ${since})` : listed ? ` (listed by ${listed})` : "");
const SITE = { cn: "Chinese", intl: "international" };
const OTHER = { cn: "intl", intl: "cn" } as const;
const LIST = { package: "prepaid token package", promotion: "promotion" };
const FACTS = {
  context: "context length",
  max_output: "max output",
  released: "release date",
  knowledge: "knowledge cutoff",
  open_weights: "licence of the weights",
  cache_read: "cache read price",
  batch: "batch price",
};
const TEXT = { zh_chars: "Chinese characters", words: "words", pages: "pages" };
const TOKENS_FROM = {
  zh_chars: (ratio: string) => `${ratio} Chinese characters a token`,
  words: (ratio: string) => `${ratio} words a token`,
  pages: (ratio: string) => `500 words a page, ${ratio} words a token`,
};
const plural = (count: number, one: string, many = `${one}s`) => (count === 1 ? one : many);
/** Beside another model a price is the blend. */
const priced = (on: string) => (on === "price" ? "blend" : on);
const sum = (input: number, output: number) => Number((input + output).toPrecision(6));

/** One sentence a note, in English. */
export const notes: Messages["notes"] = {
  blend: ({ input, output }) => `Blended price = (${input} × in + ${output} × out) / ${sum(input, output)}.`,
  fx: ({ rate, day, source }, voice) => {
    if (source === "question") return `Yuan and dollars are compared at your rate of ¥${rate} per $1.`;
    if (source === "operator")
      return `Yuan and dollars are compared at the rate set here, ¥${rate} per $1${day ? ` of ${day}` : ""}.`;
    return `Yuan and dollars are compared at ¥${rate} per $1${day ? ` of ${day}` : ""} (${voice.source(source)}).`;
  },
  default_call: ({ input, output }, voice) =>
    `No length of a call was given: priced as a call of ${voice.size(input)} tokens in and ${voice.size(output)} out.`,
  other_rates: ({ model, provider, by }, voice) =>
    `${voice.at(model, provider)} has other prices, by ${voice.list(by.map((what) => RATES_BY[what]))}.`,
  window_now: ({ model, provider, now, hours, weekdays, timezone, exceptHolidays, ...price }, voice) =>
    `${voice.at(model, provider)} charges by time of day: the dearer hours (${voice.hours({ hours, weekdays, timezone, exceptHolidays })}) are shown; ` +
    `right now ${now === "else" ? "the other hours" : "they"} apply: ${voice.sides(price)}.`,
  holidays_unknown: ({ year, knownTo }) =>
    `Chinese public holidays are known up to ${knownTo}: a holiday in ${year} would be priced as an ordinary day.`,
  only_thinking: ({ model, thinking }, voice) =>
    `${voice.model(model)} is priced ${thinking ? "with thinking" : "without thinking"} only.`,
  given: ({ model, on, amount, currency }, voice) =>
    `Your own price is used${model ? ` for ${voice.model(model)}` : ""}: ${voice.figure(on)} ${voice.value(amount, currency)}.`,
  text_ratio: ({ unit, amount, ratio, low, high, tokens, tokensLow, tokensHigh }, voice) =>
    `${voice.count(amount)} ${TEXT[unit]} are taken as ${voice.count(tokens)} tokens (${TOKENS_FROM[unit](ratio)}); ` +
    `at ${high} to ${low} a token they are ${voice.count(tokensLow)} to ${voice.count(tokensHigh)}.`,
  side_unsaid: ({ tokens }, voice) =>
    `Input or output was not said: shown is ${voice.count(tokens)} tokens as all input, then as all output.`,

  earliest: ({ model, provider, day, source, ...price }, voice) =>
    `No price of ${voice.at(model, provider)} is known for that day. Earliest known price: ${day}, ${voice.sides(price)} (${voice.source(source)}).`,
  announced: ({ model, provider, from, seen, source, due, cancelled, ...price }, voice) => {
    const [who, then, said] = [voice.at(model, provider), voice.sides(price), `${voice.source(source)}, ${seen}`];
    if (cancelled)
      return `Announced (${said}) for ${from} and reported cancelled (${voice.source(cancelled.source)}, ${cancelled.seen}), not confirmed: ${who}, ${then}.`;
    if (due) return `Announced for ${from}, not confirmed since: ${who}, ${then} (${said}).`;
    return `${who} until ${addDays(from, -1)}, then ${then}: announced, not confirmed (${said}).`;
  },
  unconfirmed: ({ model, provider, seen, source, ...price }, voice) =>
    `Reported, unconfirmed: ${voice.at(model, provider)}, ${voice.sides(price)} (${voice.source(source)}, ${seen}).`,
  between: ({ model, provider, known, next, by, ...price }, voice) =>
    `${voice.at(model, provider)} is known at ${voice.sides(price)} on ${known} and at ${voice.sides(next)} by ${by}; when it changed in between is not known.`,
  today_price: ({ model, provider, day, ...price }, voice) =>
    `Today (${day}): ${voice.at(model, provider)}, ${voice.sides(price)}.`,
  price_ended: ({ model, provider, until }, voice) =>
    `The last known price of ${voice.at(model, provider)} ended on ${until}; no later one is known.`,
  price_until: ({ model, provider, until, promotion, next }, voice) => {
    const what = promotion ? "The promotion" : "This price";
    const then = next ? `, then ${voice.sides(next)}` : "; what follows is not stated";
    return `${what} of ${voice.at(model, provider)} holds until ${until}${then}.`;
  },
  gone: ({ model, provider, since }, voice) =>
    `${voice.provider(provider)} no longer lists ${voice.model(model)} (since ${since}).`,
  gone_on_site: ({ model, provider, since, site }, voice) =>
    `${voice.model(model)} was withdrawn from the ${SITE[site]} site on ${since} and no newer word of this one is known: it counts as withdrawn at ${voice.provider(provider)}.`,
  ahead: ({ day, today }) =>
    `${day} is still to come: no price of that day is known. These are the prices of ${today}, and what is announced so far.`,
  ahead_period: ({ from, to }) => `${from} to ${to} is still to come: only what is announced so far can be told.`,
  facts_today: ({ asOf }) => `Prices are those of ${asOf}; context, abilities and status are today's.`,
  period: ({ from, to }) => `Period: ${from} to ${to}.`,
  undated: () => "≤ marks the day by which a source had it: the vendor's own day is not known and may be earlier.",
  moving_names: ({ models, count }, voice) =>
    `A name that moves on changes its price when it comes to point to another model: ${voice.list(models.map(voice.model), count)}.`,
  lists_end: ({ lists }, voice) =>
    `Most lists end earlier (${lists.map(({ source, date }) => `${voice.source(source)} ${date}`).join(", ")}): later changes are known only in part.`,
  corrections_left_out: ({ count }) =>
    `${count} ${plural(count, "correction")} of the data ${plural(count, "is", "are")} not shown as ${plural(count, "a price move", "price moves")}.`,
  stale: ({ days }) => `The newest price here is ${days} days old: check the vendor's page before you rely on it.`,

  other_site: ({ model, provider, site, ...price }, voice) =>
    `The ${SITE[site]} site has its own price: ${voice.at(model, provider)}, ${voice.sides(price)}.`,
  one_site_only: ({ models, count, site }, voice) =>
    `No price of the ${SITE[OTHER[site]]} site is known here, so shown with the one that is: ${voice.list(models.map(voice.model), count)}.`,
  other_offer: ({ model, provider, region, ...price }, voice) =>
    `Also sold as ${voice.at(model, provider)}${region ? ` (${voice.quote(region)})` : ""}: ${voice.sides(price)}.`,
  package: ({ model, provider, list, ...price }, voice) =>
    `${voice.at(model, provider)} as a ${LIST[list]}: ${voice.sides(price)}.`,
  hosted_only: ({ model, hosts }, voice) =>
    `The lab of ${voice.model(model)} sells no API of its own: ${hosts} ${plural(hosts, "host serves it", "hosts serve it")}.`,
  best_hosted: ({ model, provider, ...price }, voice) =>
    `Best open weights served by a host, not ranked: ${voice.at(model, provider)}, ${voice.sides(price)}.`,
  free_left_out: ({ models, count }, voice) => `Free, not ranked: ${voice.list(models.map(voice.model), count)}.`,
  null_side: ({ rows, count }, voice) =>
    `Not ranked, one side is not stated (${voice.perTokens}): ${voice.list(
      rows.map(
        ({ model, provider, unit, value, currency, since, listed }) =>
          `${voice.at(model, provider)} ${voice.unitPrice(unit, value, currency)}${known(since, listed)}`,
      ),
      count,
    )}.`,
  by_input: ({ why }) =>
    why === "embedding"
      ? "Only the input price is billed for these, so that is the order."
      : "The output prices of that day are not known: the order is by input price.",
  unverified_left_out: ({ models, count }, voice) =>
    `Unverified, not ranked (a dollar figure on a site that bills in yuan): ${voice.list(models.map(voice.model), count)}.`,
  unproven_left_out: ({ count }) =>
    `${count} ${plural(count, "model")} left out: the first known price is of a later day.`,
  ability_not_stated: ({ ability, count }) =>
    `${count} ${plural(count, "model")} left out: no source says whether ${plural(count, "it has", "they have")} ${fields[ability]}.`,
  fact_not_stated: ({ field, count }) =>
    `${count} ${plural(count, "model")} left out: no source states the ${FACTS[field]}.`,
  plans_not_ranked: ({ providers }, voice) =>
    `Subscription plans have no price per token and are not ranked: ${voice.list(providers.map(voice.provider))}.`,
  too_long: ({ tokens, count }, voice) =>
    `${count} ${plural(count, "model")} left out: a request of ${voice.size(tokens)} tokens does not fit.`,
  exceeds_context: ({ model, context, tokens }, voice) =>
    `A request of ${voice.size(tokens)} tokens does not fit ${voice.model(model)}: its context is ${voice.size(context)}.`,
  than: ({ model, on, value, currency }, voice) =>
    `Compared with ${voice.model(model)}: ${voice.figure(priced(on))} ${voice.value(value, currency)}.`,
  than_unknown: ({ model, on }, voice) =>
    `Nothing could be compared with ${voice.model(model)}: its ${voice.figure(priced(on))} is not known.`,

  unknown_model: ({ model }, voice) => `I know no model "${voice.quote(model)}".`,
  not_released: ({ model, released, asOf }, voice) =>
    `${voice.model(model)} did not exist on ${asOf}${released ? `: released ${released}` : ""}.`,
  unknown_provider: ({ provider }, voice) => `I know no provider "${voice.quote(provider)}".`,
  no_offer: ({ model, provider }, voice) =>
    `${voice.provider(provider)} does not sell ${voice.model(model)}, as far as is known.`,
  no_price: ({ model }, voice) => `No price of ${voice.model(model)} is known.`,
  no_unit_price: ({ model, provider, unit }, voice) =>
    `No cost for ${voice.at(model, provider)}: its ${units[unit]} price is not stated.`,
  no_batch: ({ models, count }, voice) =>
    `No batch price is known, the standard price is used: ${voice.list(models.map(voice.model), count)}.`,
  request_fee: ({ model, amount, currency }, voice) =>
    `${voice.model(model)} also charges ${voice.money(amount, currency)} per 1,000 requests, which is not included.`,
  free_of_charge: ({ model }, voice) => `${voice.model(model)} is free of charge: money sets no limit.`,

  claim: ({ model, on, is, claimed, actual, currency }, voice) => {
    const than = { equal: "", less: "less than ", more: "more than " }[is];
    const fact = actual === null ? "not known" : voice.value(actual, currency);
    return `${voice.model(model)}, ${voice.figure(on)}: claimed ${than}${voice.value(claimed, currency)}, actual ${fact}.`;
  },
  family_as: ({ family, model }, voice) => `"${voice.named(family)}" is taken as ${voice.model(model)}, its newest.`,
  alias: ({ model, to, from, price }, voice) =>
    `${voice.model(model)} points to ${voice.model(to)}${from ? ` since ${from}` : ""}, as far as is known${price ? `: ${voice.sides(price)}` : ""}.`,

  fact: ({ en, source }, voice) => `${voice.quote(en)} (${voice.source(source)})`,
  price_note: ({ text, source }, voice) => `${voice.source(source)} says: "${voice.quote(text)}".`,
  disagreement: ({ model, provider, count, others, ...price }, voice) => {
    const says = (many: number) => (many === 1 ? "one source says" : `${many} sources say`);
    const also = others.map(({ sources, ...sides }) => {
      const names = sources.map(({ source, date }) => `${voice.source(source)}, ${date}`).join("; ");
      return `${says(sources.length)} ${voice.sides(sides)} (${names})`;
    });
    return `Sources disagree on ${voice.at(model, provider)}: ${says(count)} ${voice.sides(price)} (shown), ${also.join(", ")}.`;
  },

  unlikely_moves: ({ count, models }, voice) =>
    `Put last, being more likely corrected data than news (a host's undated move of five times or more): ${plural(count, "move")} of ${voice.list(models.map(voice.model))}.`,
  more_models: ({ shown, total }) =>
    `The ${shown} newest models of it are shown, and ${total - shown} more have prices: name one to see it.`,
  more_rows: ({ shown, total }) => `${shown} of ${total} ${plural(shown, "is", "are")} shown.`,
};

const NAMED_OFFERS = 2;
const NAMED_MODELS = 5;
const offers = (list: readonly PriceBrief[], voice: Voice) =>
  list
    .slice(0, NAMED_OFFERS)
    .map((each) => `${voice.at(each.model, each.provider)}, ${voice.sides(each)}`)
    .join("; ") + (list.length > NAMED_OFFERS ? `; and ${list.length - NAMED_OFFERS} more` : "");

/** Several notes of one kind in one sentence. */
export const many: Messages["many"] = {
  other_rates: (list, voice) => {
    const groups = new Map<string, string[]>();
    for (const { model, by } of list) {
      const what = voice.list(by.map((each) => RATES_BY[each]));
      groups.set(what, [...(groups.get(what) ?? []), voice.model(model)]);
    }
    return `Other prices, by ${[...groups].map(([what, models]) => `${what}: ${voice.list(models.slice(0, NAMED_MODELS), models.length)}`).join("; by ")}.`;
  },
  other_site: (list, voice) => {
    const sites = new Set(list.map(({ site }) => SITE[site]));
    return `The ${[...sites].join(" or ")} site has its own prices: ${offers(list, voice)}.`;
  },
  one_site_only: (list, voice) => {
    const [first] = list;
    const isOne = list.every(({ site }) => site === first?.site);
    const where = isOne && first ? `the ${SITE[OTHER[first.site]]}` : "the other";
    return `No price of ${where} site is known here, so shown with the one that is: ${voice.list(list.flatMap(({ models }) => models.map(voice.model)))}.`;
  },
  other_offer: (list, voice) => `Also sold as: ${offers(list, voice)}.`,
  ability_not_stated: (list) =>
    `Left out, since no source says whether they have it: ${list.map(({ ability, count }) => `${fields[ability]}, ${count} ${plural(count, "model")}`).join("; ")}.`,
  fact_not_stated: (list) =>
    `Left out, since no source states it: ${list.map(({ field, count }) => `${FACTS[field]}, ${count} ${plural(count, "model")}`).join("; ")}.`,
  unknown_model: (list, voice) =>
    `I know none of these models: ${voice.list(list.map(({ model }) => voice.quote(model)))}.`,
};
