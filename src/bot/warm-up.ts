import type { Quote } from "../catalog/catalog.ts";
import { dayOf } from "../catalog/days.ts";
import { eventsBetween, eventsOf } from "../catalog/events-between.ts";
import { priceOf } from "../catalog/rates.ts";
import type { Bot } from "./bot.ts";

/** Models whose quotes are made, and offers whose events are read, at a time. */
const AT_ONCE = { models: 50, offers: 200 };

/** What the first question of each kind makes for the later ones: the index of misspellings, orders, counts. */
const FIRST_OF_THEIR_KIND = [
  "opuz 4.6 price",
  "cheapest 1m context model",
  "which providers do you know about",
  "最便宜的三个",
];

/**
 * Makes beforehand, in small steps, what a bot else makes while the first people wait who ask it. `pause` is waited for
 * between the steps.
 */
export async function warmUp(bot: Bot, now: Date, pause: () => Promise<void>): Promise<void> {
  for (const _ of steps(bot, now)) await pause();
}

function* steps(bot: Bot, now: Date): Generator<undefined> {
  const { catalog } = bot;
  const today = dayOf(now);
  for (const [at, offer] of catalog.offers.entries()) {
    eventsOf(catalog, offer, today);
    if (at % AT_ONCE.offers === 0) yield;
  }
  const market = catalog.market(today, today);
  for (const [at, model] of market.models.entries()) {
    for (const quote of market.of(model)) readRates(quote);
    if (at % AT_ONCE.models === 0) yield;
  }
  eventsBetween(catalog, today, today);
  yield;
  for (const text of FIRST_OF_THEIR_KIND) {
    bot.ask(text, now);
    yield;
  }
}

/** Digits are read as numbers once. */
function readRates({ price }: Quote): void {
  for (const rate of price?.rates ?? []) {
    priceOf(rate, "input");
    priceOf(rate, "output");
  }
}
