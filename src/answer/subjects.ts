import type { Quote } from "../catalog/catalog.ts";
import type { Model } from "../catalog/schema.ts";
import { candidateIn, usualCandidate } from "./candidates.ts";
import { type Context, isPast } from "./context.ts";
import { testsOf } from "./filters.ts";
import { givenQuote } from "./given.ts";
import { judge } from "./judge.ts";
import { mainOffer, type Offers, offersFor } from "./offers.ts";
import { brief, noteModel } from "./quote-notes.ts";

/** A model that a question is about, with its offers. */
export interface Subject {
  model: Model;
  offers: Offers;
}

/** The models named, in that order; what is none by that day is said. */
export function namedModels(context: Context): Model[] {
  return (context.query.models ?? []).flatMap((id) => existing(context, id) ?? []);
}

function existing({ catalog, market, notes, asOf }: Context, id: string): Model | undefined {
  const model = catalog.models.get(id);
  if (model && market.has(id)) return model;
  if (model && catalog.market(market.now, market.now).has(id)) {
    notes.add("not_released", {
      model: id,
      asOf,
      ...(model.released && { released: model.released }),
    });
  } else notes.add("unknown_model", { model: id });
  return undefined;
}

/** The models of a family that satisfy the query's filters, newest first: today's, or those sold on the past day. */
export function familyModels(context: Context, family: string): Model[] {
  const tests = testsOf(context);
  const make = candidateIn(context.situation);
  const fitting = context.catalog.modelsOf(family).filter(({ id, alias }) => {
    const quote = alias ? undefined : mainOffer(context, id);
    if (quote?.provider.kind === "aggregator") return false;
    return (
      quote !== undefined &&
      (!isPast(context) || quote.price !== undefined) &&
      judge(tests, make(usualCandidate(quote))) === true
    );
  });
  return fitting.length > 0 ? fitting : known(context, family);
}

/** Where none is current any more, all that are known. */
function known({ catalog, market }: Context, family: string): Model[] {
  return catalog.modelsOf(family).filter(({ id, alias }) => !alias && market.of(id).length > 0);
}

/** The one model that stands for a family beside others: its newest release that is no preview. */
export function faceOf(context: Context, family: string): Model | undefined {
  const members = familyModels(context, family);
  const face = members.find(({ preview }) => !preview) ?? members[0];
  if (face && members.length > 1) context.notes.add("family_as", { family, model: face.id });
  return face;
}

/** The offers of a model; what speaks of sites, hosts and providers is said. */
export function subjectOf(context: Context, model: Model): Subject {
  const offers = offersFor(context, model.id);
  const [first] = offers.quotes;
  if (first) noteModel(context, first);
  if (offers.kind === "hosted" && offers.quotes.length > 0) {
    context.notes.add("hosted_only", {
      model: model.id,
      hosts: offers.quotes.length,
    });
  }
  noteSites(context, model, offers);
  noteMissing(context, model, offers);
  return { model, offers };
}

/** Models of a family that are reckoned with where the family is named. */
const FAMILY_TAKEN = 10;

/** One offer of each model named; of all providers where several are; the question's own price before any. */
export function quotesNamed(context: Context): Quote[] {
  const { query } = context;
  const members = (query.families ?? []).flatMap((family) => familyModels(context, family).slice(0, FAMILY_TAKEN));
  const models = [...new Set([...namedModels(context), ...members])];
  if (models.length === 0) {
    const given = query.models || query.families ? undefined : givenQuote(context);
    return given ? [given] : [];
  }
  const several = (query.filters?.providers?.in?.length ?? 0) > 1;
  return models.flatMap((model) => {
    const given = query.given && givenQuote(context, model);
    if (given) return [given];
    const { quotes } = subjectOf(context, model).offers;
    return several ? quotes : quotes.slice(0, 1);
  });
}

function noteSites(context: Context, model: Model, { quotes, otherSite, kind }: Offers): void {
  const [first] = quotes;
  const site = first?.site;
  for (const quote of otherSite.filter(({ price }) => price).slice(0, 1)) {
    const other = quote.site ?? "intl";
    context.notes.add("other_site", { ...brief(context, quote), site: other });
  }
  if (kind === "official" && site && site !== context.site) {
    context.notes.add("one_site_only", { models: [model.id], count: 1, site });
  }
}

function noteMissing(context: Context, model: Model, { quotes, kind }: Offers): void {
  const { catalog, notes, query } = context;
  if (quotes.length === 0 && kind !== "asked") notes.add("no_price", { model: model.id });
  for (const id of query.filters?.providers?.in ?? []) {
    const provider = catalog.providers.get(id);
    if (!provider) notes.add("unknown_provider", { provider: id });
    else if (!quotes.some((quote) => quote.provider.id === id))
      notes.add("no_offer", { model: model.id, provider: id });
  }
}
