import type { AnswerRow } from "../answer/answer.ts";
import { answerQuery } from "../answer/answer-query.ts";
import { addDays, dayOf } from "../catalog/days.ts";
import type { Day } from "../catalog/schema.ts";
import type { Filters, Query } from "../query/query.ts";
import type { ClassName, Standing } from "../view/edition/content.ts";
import type { Subject } from "./subject.ts";

const LONG_CONTEXT = 128_000;

const FILTERS: Record<ClassName, Filters> = {
  context_128k: { context: { min: LONG_CONTEXT } },
  vision: { abilities: { all: ["vision"] } },
  reasoning: { abilities: { all: ["reasoning"] } },
  open_weights: { openWeights: true },
  chinese: { origin: "cn" },
};

/** Only models released this many days before: else toys of years ago would stand there for ever. */
const RECENT_DAYS = 365;

/**
 * The cheapest of a class today, and who it was on `since`, by what is known now. A class at a time, since each may
 * take as long as a question about a day that nobody asked about before.
 */
export function standingOf(subject: Subject, since: Date, name: ClassName): Standing | undefined {
  const day = dayOf(since);
  const recent: Filters = { released: { from: addDays(dayOf(subject.now), -RECENT_DAYS) }, ...subject.filters };
  const filters = joined(FILTERS[name], recent);
  const row = filters && cheapest(subject, filters);
  if (!row) return undefined;
  const before = day < dayOf(subject.now) ? cheapest(subject, filters, day) : undefined;
  return { class: name, row, ...(before && { before: isSame(row, before) ? "same" : before }) };
}

/** A class within what the channel wants to see; none where one excludes the other. */
function joined(own: Filters, wanted: Filters = {}): Filters | undefined {
  if (own.origin && wanted.origin && wanted.origin !== own.origin) return undefined;
  if (own.openWeights && wanted.openWeights === false) return undefined;
  const abilities = {
    all: [...new Set([...(own.abilities?.all ?? []), ...(wanted.abilities?.all ?? [])])],
    none: wanted.abilities?.none ?? [],
  };
  if (abilities.all.some((ability) => abilities.none.includes(ability))) return undefined;
  const context = Math.max(own.context?.min ?? 0, wanted.context?.min ?? 0);
  return {
    ...wanted,
    ...own,
    ...(context > 0 && { context: { ...wanted.context, min: context } }),
    ...(abilities.all.length + abilities.none.length > 0 && { abilities }),
  };
}

function cheapest({ catalog, now, language }: Subject, filters: Filters, asOf?: Day): AnswerRow | undefined {
  const query: Query = {
    ...{ intent: "rank", language, filters, sort: { by: "price", order: "asc" }, limit: 1 },
    ...(asOf && { asOf }),
  };
  return answerQuery({ query, readAs: [], assumed: [], trace: () => [] }, catalog, now).rows[0];
}

function isSame(a: AnswerRow, b: AnswerRow): boolean {
  const sides = ({ model, provider, currency, input, output }: AnswerRow) =>
    [model, provider, currency, input, output].join(" ");
  return sides(a) === sides(b);
}
