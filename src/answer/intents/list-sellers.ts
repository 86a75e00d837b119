import type { Lab, Provider } from "../../catalog/schema.ts";
import type { AnswerRow } from "../answer.ts";
import type { Context } from "../context.ts";
import type { Result } from "../result.ts";
import { select } from "../select.ts";
import { page } from "../table.ts";

const ROWS = 40;

/** The providers or labs that are known, with the number of their models that satisfy the query. */
export function listSellers(context: Context, of: "providers" | "labs"): Result {
  const { catalog, query, site } = context;
  const providers = query.filters?.providers?.in;
  const everything = { ...context, query: { ...query, filters: { status: "all" as const, ...query.filters } } };
  const { found } = select(everything, {
    scope: { offers: "any", site, ...(providers && { providers }) },
    by: "price",
    order: "asc",
    anyState: true,
    per: "provider",
  });
  const named = query.models ? found.filter(({ quote }) => query.models?.includes(quote.model.id)) : found;
  const models = new Map<string, Set<string>>();
  for (const { quote } of named) {
    const id = of === "labs" ? quote.model.lab : quote.provider.id;
    models.set(id, (models.get(id) ?? new Set()).add(quote.model.id));
  }
  const known: ReadonlyMap<string, Lab | Provider> = of === "labs" ? catalog.labs : catalog.providers;
  const sellers = [...known.values()].filter(({ id }) => models.has(id));
  sellers.sort((a, b) => (models.get(b.id)?.size ?? 0) - (models.get(a.id)?.size ?? 0) || (a.id < b.id ? -1 : 1));
  const shown = page(context, sellers, ROWS);
  if (shown.length < sellers.length) context.notes.add("more_rows", { shown: shown.length, total: sellers.length });
  return {
    rows: shown.map((seller) => sellerRow(context, seller, models.get(seller.id)?.size ?? 0)),
    count: sellers.length,
  };
}

function sellerRow({ query }: Context, seller: Lab | Provider, models: number): AnswerRow {
  const zh = query.language === "zh" ? seller.name.zh : undefined;
  return {
    model: "",
    name: zh ?? seller.name.en,
    provider: seller.id,
    state: "unknown",
    currency: "bills" in seller ? seller.bills : "USD",
    input: null,
    output: null,
    facts: { models, ...("kind" in seller ? { kind: seller.kind } : { origin: seller.origin }) },
    source: "",
  };
}
