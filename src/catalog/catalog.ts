import type { Rates } from "./fx.ts";
import type { Day, Family, Lab, Model, Offer, Price, Provider, Source } from "./schema.ts";
import type { Withdrawn } from "./timeline.ts";

/** The loaded catalog: frozen, indexed, consistent. History is read from disk on first need. */
export interface Catalog {
  readonly labs: ReadonlyMap<string, Lab>;
  readonly providers: ReadonlyMap<string, Provider>;
  readonly models: ReadonlyMap<string, Model>;
  readonly families: ReadonlyMap<string, Family>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly offers: readonly Offer[];
  readonly fx: Rates;
  offersOf(modelId: string): readonly Offer[];
  /** The ids of the models that a provider offers. */
  modelsAt(providerId: string): readonly string[];
  /** All dated prices of an offer, oldest first, history included. */
  timeline(offer: Offer): readonly Price[];
  /** The models of a family and of the families in it, newest first. */
  modelsOf(familyId: string): readonly Model[];
  /** All offers as they stood on `day`, knowing what was known on `now`. Cached by both. */
  market(day: Day, now: Day): Market;
}

/** One offer on one day. */
export interface Quote {
  offer: Offer;
  model: Model;
  provider: Provider;
  /** In force on the day; absent if nothing is known of that day. */
  price?: Price;
  /** The earliest known price, where the day lies before it. */
  earliest?: Price;
  /** Later prices that a source had announced by then and none has confirmed. */
  announced: Price[];
  /** Announced by then, and since said to be cancelled. */
  withdrawn: Withdrawn[];
  /** Reports held for review by then. */
  unconfirmed: Price[];
  /** First-party for its model: the lab's own API or the lab's own shop. */
  official: boolean;
  /** The site of the offer, where its seller has two. */
  site?: "cn" | "intl";
  /** The price after the one in force, as far as it is known. */
  next?: Price;
  /** A prepaid package in force beside the list price. */
  packages: Price[];
  /** The last day of the newest known price, where it has ended and no later one is known. */
  ended?: Day;
  /** Not listed by the provider any more, since this day. */
  gone?: Day;
}

export interface Market {
  readonly day: Day;
  readonly now: Day;
  /** All quotes; built on first need. */
  readonly quotes: readonly Quote[];
  /** The ids of all models of the catalog, those that did not exist on the day included. */
  readonly models: readonly string[];
  /** The quotes of one model, without building the others; none if it does not exist on the day. */
  of(modelId: string): readonly Quote[];
  /** Whether the model existed on the day, as far as is known by `now`. */
  has(modelId: string): boolean;
}
