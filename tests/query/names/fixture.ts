import families from "../../../catalog/curated/families.json" with { type: "json" };
import labs from "../../../catalog/curated/labs.json" with { type: "json" };
import nicknames from "../../../catalog/curated/nicknames.json" with { type: "json" };
import providerNames from "../../../catalog/curated/provider-names.json" with { type: "json" };
import { Family, Lab, Model, Provider } from "../../../src/catalog/schema.ts";
import { createNameFinder } from "../../../src/query/names/finder.ts";
import type { Mention, NameContext } from "../../../src/query/names.ts";
import models from "../../fixtures/names/models.json" with { type: "json" };

const NOT_TEXT = /embed|image/;
const nicknamesOf = new Map<string, string[]>(Object.entries(nicknames));

const records = {
  labs: labs.map((lab) => Lab.parse(lab)),
  families: families.map((family) => Family.parse(family)),
  providers: Object.entries(providerNames).map(([id, names]) =>
    Provider.parse({ id, name: { en: id }, names, kind: "host", bills: "USD" }),
  ),
  models: models.map(([id = "", name = "", released]) =>
    Model.parse({
      id,
      name,
      lab: id.split("/")[0],
      names: nicknamesOf.get(id) ?? [],
      kind: NOT_TEXT.test(id) ? "embedding" : "text",
      released: released?.length === 10 ? released : undefined,
    }),
  ),
};

/** The finder over a frozen list of models and today's curated names. */
export const finder = createNameFinder(records);
export const allModels = records.models;

const SURE = 0.5;

/** What a text names, in short: `model`, `family:x`, `lab:x`, `provider:x`, `?typed` where no model bears the name. */
export function namesIn(text: string, context?: NameContext): string[] {
  return finder
    .find(text, context)
    .filter(({ strength }) => strength >= SURE)
    .map((mention) => short(text, mention));
}

function short(text: string, mention: Mention): string {
  if (mention.model !== undefined) return mention.model;
  if (mention.unknown !== undefined) return `?${text.slice(mention.start, mention.end)}`;
  if (mention.prefix !== undefined) return `${mention.prefix}*`;
  const parts = [
    ["family", mention.family],
    ["lab", mention.lab],
    ["provider", mention.provider],
  ];
  return parts.flatMap(([kind, id]) => (id === undefined ? [] : `${kind}:${id}`)).join(" ");
}
