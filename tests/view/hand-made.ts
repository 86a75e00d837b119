import type { Answer, AnswerRow } from "../../src/answer/answer.ts";
import { loadCatalog } from "../../src/catalog/load.ts";
import type { Language, Query } from "../../src/query/query.ts";
import { present } from "../../src/view/present.ts";
import { toText } from "../../src/view/to-text.ts";

export const catalog = loadCatalog("tests/fixtures/catalog");

const LISTED = { source: "models-dev", seen: "2026-07-01" };
export const FRESH: Answer["freshness"] = {
  sources: [{ id: "models-dev", name: "models.dev", url: "https://models.dev", date: "2026-07-01", checked: false }],
  oldest: "2026-07-01",
  newest: "2026-07-01",
};

/** A priced row of a model in US dollars, unless told otherwise. */
export function row(
  model: string,
  provider: string,
  input: string | null,
  output: string | null,
  more: Partial<AnswerRow> = {},
): AnswerRow {
  return {
    model,
    name: catalog.models.get(model)?.name ?? model,
    provider,
    state: "priced",
    currency: "USD",
    input,
    output,
    units: { input, output },
    ...LISTED,
    ...more,
  };
}

/** An answer to a query on 2026-07-02. */
export function answerTo(query: Query, parts: Partial<Answer> = {}, reading: Partial<Answer["reading"]> = {}): Answer {
  const rows = parts.rows ?? [];
  return {
    reading: { query, readAs: [], assumed: [], trace: () => [], ...reading },
    outcome: "answered",
    rows,
    asOf: query.asOf ?? "2026-07-02",
    today: "2026-07-02",
    notes: [],
    actions: [],
    freshness: rows.length > 0 ? FRESH : { sources: [] },
    ...parts,
  };
}

const textOf = (answer: Answer) => toText(present(answer, catalog));

/** The same answer said in both languages. */
export function inBoth(make: (language: Language) => Answer): string {
  return [textOf(make("en")), textOf(make("zh"))].join("\n——\n");
}
