import type { Catalog } from "../catalog/catalog.ts";
import type { Day } from "../catalog/schema.ts";
import type { Language } from "../query/query.ts";
import type { Button } from "./button.ts";
import { catalogAge } from "./freshness.ts";
import type { Home } from "./home.ts";
import { messagesIn } from "./messages/locales.ts";

interface HomeParts {
  catalog: Catalog;
  language: Language;
  today: Day;
  examples: Button[];
  /** What is set, a line each; none in a greeting. */
  settings: string[];
  forms: Home["forms"][number]["form"][];
  greets?: "added" | "opened";
}

/** The bot's own page, or its greeting. */
export function presentHome({ catalog, language, today, examples, settings, forms, greets }: HomeParts): Home {
  const messages = messagesIn(language);
  const { home } = messages;
  return {
    language,
    title: home.title,
    intro: [...(greets ? home.greeting[greets] : []), ...home.intro],
    examplesTitle: home.examples,
    examples,
    sections: settings.length > 0 ? [{ title: home.settings, lines: settings }] : [],
    freshness: catalogAge(catalog, today, messages),
    forms: forms.map((form) => ({ label: home.forms[form], form })),
  };
}
