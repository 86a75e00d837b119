import { candidateIn, usualCandidate } from "../answer/candidates.ts";
import { type Context, createContext } from "../answer/context.ts";
import { testsOf } from "../answer/filters.ts";
import { judge } from "../answer/judge.ts";
import type { Catalog, Quote } from "../catalog/catalog.ts";
import type { Filters, Language, Query } from "../query/query.ts";

/** What an edition is about: whose news, by what is known now, in which language's view of two sites. */
export interface Subject {
  catalog: Catalog;
  now: Date;
  language: Language;
  filters?: Filters;
}

/** The setting in which answers about the subject are found. */
export function contextOf({ catalog, now, language }: Omit<Subject, "filters">, query: Partial<Query>): Context {
  const whole: Query = { intent: "changes", language, ...query };
  return createContext({ query: whole, readAs: [], assumed: [], trace: () => [] }, catalog, now);
}

/** Whether an offer is one that the filters want, retired ones included; what is not known of it excludes it. */
export function wants({ filters, ...subject }: Subject): (quote: Quote) => boolean {
  const context = contextOf(subject, { filters: { status: "all", ...filters } });
  const tests = testsOf(context);
  const make = candidateIn(context.situation);
  const providers = filters?.providers?.in;
  const routers = filters?.offers === "any";
  return (quote) => {
    if (providers ? !providers.includes(quote.provider.id) : quote.provider.kind === "aggregator" && !routers)
      return false;
    return judge(tests, make(usualCandidate(quote))) === true;
  };
}
