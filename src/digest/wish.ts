import type { EditionRecord, StoredQuery, Subscription } from "../ports/records.ts";
import type { Command, Language } from "../query/query.ts";

/** What a channel wants to read, and when. */
export type Wish = Extract<Command, { name: "digest" }>;

/** A wish as it is stored: the command, never the sentence. */
export function stored(wish: Wish, language: Language): StoredQuery {
  const { filters, sections, classes } = wish;
  const command: Wish = {
    name: "digest",
    action: "on",
    ...(filters && { filters }),
    ...(sections && { sections }),
    ...(classes && { classes }),
  };
  return { version: 1, query: { intent: "command", language, command } };
}

/** The wish of a subscription, or of an edition that went out. */
export function wishOf({ query }: Pick<Subscription | EditionRecord, "query">): Wish {
  const found = [query.query.command].flat().find((command) => command?.name === "digest");
  return found?.name === "digest" ? found : { name: "digest", action: "on" };
}
