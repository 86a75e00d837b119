import type { Catalog } from "../../src/catalog/catalog.ts";
import { createCatalog } from "../../src/catalog/create.ts";
import { Lab, Model, Offer, Price, Provider, Source } from "../../src/catalog/schema.ts";

/** A fact as a test writes it: both sides, or rates of its own. */
export type Fact = Partial<Omit<Price, "seen">> & { seen: string; input?: string; output?: string };

function fact({ input, output, ...rest }: Fact): Price {
  const units = { ...(input && { input }), ...(output && { output }) };
  return Price.parse({ state: "priced", currency: "USD", rates: [{ units }], source: "s", ...rest });
}

/** What one seller has of `acme/one` or another model of the lab `acme`. */
export interface Sold {
  model?: string;
  gone?: string;
  context?: number;
  prices: Fact[];
}

const PROVIDERS = [
  { id: "acme", kind: "lab", ownShopOf: ["acme"], site: "intl", sister: "acme-cn", bills: "USD" },
  { id: "acme-cn", kind: "lab", ownShopOf: ["acme"], site: "cn", sister: "acme", bills: "CNY" },
  { id: "cloud", kind: "cloud", bills: "USD" },
  { id: "host", kind: "host", bills: "USD" },
  { id: "router", kind: "aggregator", bills: "USD" },
  { id: "plan", kind: "plan", bills: "USD" },
];

/** A catalog of what `provider` or `provider:id` sells; its day is that of its one source. */
export function catalogOf(
  day: string,
  sold: Record<string, Sold>,
  models: Record<string, Partial<Model>> = {},
): Catalog {
  const offers = Object.entries(sold).map(([id, { model = "acme/one", prices, ...rest }]) =>
    Offer.parse({ id, provider: id.split(":")[0], model, prices: prices.map(fact), ...rest }),
  );
  const ids = new Set([...offers.map(({ model }) => model), ...Object.keys(models)]);
  return createCatalog(
    {
      labs: [Lab.parse({ id: "acme", name: { en: "Acme" }, origin: "us" })],
      families: [],
      providers: PROVIDERS.map(({ id, ...rest }) => Provider.parse({ id, name: { en: id }, ...rest })),
      sources: [Source.parse({ id: "s", name: "S", url: "https://example.com", licence: "MIT", date: day })],
      fx: { source: "s", rates: [] },
      models: [...ids].map((id) => Model.parse({ id, lab: "acme", name: id, kind: "text", ...models[id] })),
      offers,
    },
    () => [],
  );
}
