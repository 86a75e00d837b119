import type { Catalog } from "../../catalog/catalog.ts";
import type { Command, Language, Query } from "../../query/query.ts";
import { filterWords } from "../describe-filters.ts";
import { messagesIn } from "../messages/locales.ts";
import { createVoice } from "../voice.ts";

type Wish = Pick<Extract<Command, { name: "digest" }>, "filters" | "sections" | "classes">;

/** What a digest is cut down to: filters, then sections, each for itself. */
export function wishWords(
  { filters, sections = [], classes = [] }: Wish,
  language: Language,
  catalog: Catalog,
): string[] {
  const messages = messagesIn(language);
  const query: Query = { intent: "changes", language };
  const voice = createVoice(query, catalog, messages);
  return [
    ...(filters ? filterWords(filters, { messages, voice }) : []),
    ...sections.map((section) => messages.edition.chosen[section]),
    ...classes.map((name) => messages.edition.classes[name]),
  ];
}
