import type { Model, Offer, Price, Provider } from "../catalog/schema.ts";

/** Leaves out what the schema fills in by itself, so that files stay small and diffs short. */

type Plain = Record<string, unknown>;

function without<T extends object>(record: T, defaults: Plain): Plain {
  return Object.fromEntries(
    Object.entries(record).filter(([key, value]) => {
      if (value === undefined) return false;
      if (Array.isArray(value) && value.length === 0 && key in defaults) return false;
      return defaults[key] !== value;
    }),
  );
}

export function compactPrice(price: Price): Plain {
  const plain = without(price, { list: "list", kind: "first_seen", agree: 0, disagreement: [] });
  if (price.disagreement.length > 0) {
    plain.disagreement = price.disagreement.map((one) => without(one, { checked: false }));
  }
  return plain;
}

export function compactOffer(offer: Offer): Plain {
  return { ...offer, prices: offer.prices.map(compactPrice) };
}

export function compactModel(model: Model): Plain {
  const plain = without(model, { families: [], names: [], status: "current", preview: false, facts: [] });
  if (Object.keys(model.abilities).length === 0) delete plain.abilities;
  return plain;
}

export function compactProvider(provider: Provider): Plain {
  return without(provider, { names: [], ownShopOf: [], pricingPages: [], windows: [] });
}
