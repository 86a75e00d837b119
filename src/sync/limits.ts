import type { Model, Offer } from "../catalog/schema.ts";
import { groupBy } from "../import/group-by.ts";
import { isOwn } from "../import/merge/models.ts";
import type { PlacedCard } from "../import/merge/placed.ts";
import type { Heard } from "./hear.ts";
import { LISTER } from "./lister.ts";
import { listedAs } from "./match.ts";

/** The limits that the lister gives for each offer, by provider and id. */
export function limitsIn(heard: Heard): Map<string, PlacedCard> {
  const cards = heard.cards.filter(({ source }) => source === LISTER);
  return new Map(cards.map((card) => [`${card.provider}:${card.id}`, card]));
}

/** An offer with the limits that are listed for it now; a limit that is not listed stays what it was. */
export function limited(offer: Offer, cards: ReadonlyMap<string, PlacedCard>): Offer {
  const card = cards.get(`${offer.provider}:${listedAs(offer)}`);
  const { context = offer.context, maxOutput = offer.maxOutput } = card ?? {};
  if (context === offer.context && maxOutput === offer.maxOutput) return offer;
  return { ...offer, ...(context && { context }), ...(maxOutput && { maxOutput }) };
}

/** Models as their lab's own shop lists them now: limits and status; nobody sells what is retired. */
export function followed(models: readonly Model[], offers: readonly Offer[], heard: Heard): Model[] {
  const own = groupBy(
    heard.cards.filter((card) => card.source === LISTER && isOwn(card, heard.sellers)),
    (card) => card.model,
  );
  const sold = groupBy(offers, (offer) => offer.model);
  return models.map((model) => {
    const cards = own.get(model.id) ?? [];
    const status = statusOf(model, cards, sold.get(model.id) ?? []);
    const card = cards[0];
    const context = same(cards, (one) => one.context) ? card?.context : undefined;
    const maxOutput = same(cards, (one) => one.maxOutput) ? card?.maxOutput : undefined;
    const isNew = (context ?? model.context) !== model.context || (maxOutput ?? model.maxOutput) !== model.maxOutput;
    if (status === model.status && !isNew) return model;
    return { ...model, ...(context && { context }), ...(maxOutput && { maxOutput }), status };
  });
}

function same(cards: readonly PlacedCard[], of: (card: PlacedCard) => number | undefined): boolean {
  return cards.every((card) => of(card) === (cards[0] && of(cards[0])));
}

function statusOf(model: Model, own: readonly PlacedCard[], offers: readonly Offer[]): Model["status"] {
  if (offers.length > 0 && offers.every((offer) => offer.gone)) return "retired";
  if (own.length > 0 && own.every((card) => card.deprecated)) return "deprecated";
  return model.status === "retired" ? "current" : model.status;
}
