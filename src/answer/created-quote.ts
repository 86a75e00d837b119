import type { Quote } from "../catalog/catalog.ts";
import type { Model, Price } from "../catalog/schema.ts";

/** Stands where a question sets a price and names no model. */
const ANY_MODEL: Model = {
  id: "",
  lab: "",
  name: "",
  families: [],
  names: [],
  kind: "text",
  abilities: {},
  status: "current",
  preview: false,
  facts: [],
};

/** A quote that stands in no catalog. */
export function createdQuote(price: Price, model: Model = ANY_MODEL): Quote {
  return {
    offer: { id: "", provider: "", model: model.id, prices: [price] },
    model,
    provider: {
      id: "",
      name: { en: "" },
      names: [],
      kind: "lab",
      ownShopOf: [],
      bills: price.currency,
      pricingPages: [],
      windows: [],
    },
    price,
    announced: [],
    packages: [],
    withdrawn: [],
    unconfirmed: [],
    official: true,
  };
}
