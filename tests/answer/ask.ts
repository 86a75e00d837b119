import type { Answer, AnswerRow } from "../../src/answer/answer.ts";
import { answerQuery } from "../../src/answer/answer-query.ts";
import type { AnswerOptions } from "../../src/answer/context.ts";
import type { NoteArgs, NoteCode } from "../../src/answer/notes.ts";
import { loadCatalog } from "../../src/catalog/load.ts";
import { Query } from "../../src/query/query.ts";

const catalog = loadCatalog("tests/fixtures/catalog");
const NOW = "2026-07-02T09:00:00Z";

/** A query as the contract writes it; the language is English unless said. */
export type Asked = Partial<Query> & Pick<Query, "intent">;

/** Answers a query on the fixture catalog. */
export function ask(asked: Asked, now = NOW, options?: AnswerOptions): Answer {
  const query = Query.parse({ language: "en", ...asked });
  return answerQuery({ query, readAs: [], assumed: [], trace: () => [] }, catalog, new Date(now), options);
}

/** `model@provider` of each row, the lab left out. */
export function names({ rows }: Pick<Answer, "rows">): string[] {
  return rows.map(({ model, provider }) => `${model.slice(model.indexOf("/") + 1)}@${provider}`);
}

export function prices({ currency, input, output }: AnswerRow): string {
  return `${currency} ${input}/${output}`;
}

/** The arguments of all notes of a code. */
export function notes<C extends NoteCode>(answer: Answer, code: C): NoteArgs[C][] {
  return answer.notes.flatMap((note) => (note.code === code ? [note.args as NoteArgs[C]] : []));
}
