import type { Catalog } from "../catalog/catalog.ts";
import type { Defaults } from "../query/defaults.ts";
import type { Language } from "../query/query.ts";
import { filterWords } from "./describe-filters.ts";
import { messagesIn } from "./messages/locales.ts";
import { createVoice } from "./voice.ts";

/** Everything that a user, channel or workspace has set, in words of one line. */
export function settingsWords(set: Defaults, language: Language, catalog: Catalog): string {
  const messages = messagesIn(language);
  const { settings, words } = messages;
  const voice = createVoice({ intent: "list", language }, catalog, messages);
  const filters = set.filters ? filterWords(set.filters, { messages, voice }) : [];
  const said = [
    ...(set.language ? [settings.language[set.language]] : []),
    ...(set.currency ? [settings.currency[set.currency]] : []),
    ...(set.per ? [words.per(set.per)] : []),
    ...(set.blend ? [settings.blend(`${set.blend.input}:${set.blend.output}`)] : []),
    ...(filters.length > 0 ? [settings.filters(words.list(filters))] : []),
  ];
  return said.length > 0 ? words.list(said) : settings.none;
}
