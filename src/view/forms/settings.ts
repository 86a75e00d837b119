import type { Defaults } from "../../query/defaults.ts";
import { phrase } from "../../query/phrase.ts";
import type { Language } from "../../query/query.ts";
import type { Form } from "../form.ts";
import { messagesIn } from "../messages/locales.ts";
import type { Scope } from "../messages/service.ts";

const PER = [1_000_000, 1000, 1];
const FILTERS_LENGTH = 300;
const BLEND_LENGTH = 20;

/** What a user, channel or workspace has set, to be changed. */
export function settingsForm(language: Language, scope: Scope, set: Defaults, state: string): Form {
  const { forms, settings, words } = messagesIn(language);
  const { intro, submit, fields } = forms.settings;
  const none = { value: "none", label: settings.asAsked };
  const filters = set.filters && phrase({ intent: "list", language, filters: set.filters }, language);
  const per = set.per && !PER.includes(set.per) ? [...PER, set.per] : PER;
  return {
    name: "settings",
    language,
    title: settings.title[scope],
    intro: intro[scope],
    submit,
    cancel: forms.cancel,
    state,
    fields: [
      {
        name: "language",
        ...fields.language,
        required: true,
        kind: "select",
        value: set.language ?? none.value,
        options: [none, { value: "en", label: "English" }, { value: "zh", label: "中文" }],
      },
      {
        name: "currency",
        ...fields.currency,
        required: true,
        kind: "select",
        value: set.currency ?? none.value,
        options: [
          { ...none, label: settings.asBilled },
          { value: "USD", label: "USD ($)" },
          { value: "CNY", label: "CNY (¥)" },
        ],
      },
      {
        name: "per",
        ...fields.per,
        required: true,
        kind: "select",
        value: set.per === undefined ? none.value : String(set.per),
        options: [none, ...per.map((tokens) => ({ value: String(tokens), label: words.per(tokens) }))],
      },
      {
        name: "blend",
        ...fields.blend,
        required: false,
        kind: "text",
        maxLength: BLEND_LENGTH,
        ...(set.blend && { value: `${set.blend.input}:${set.blend.output}` }),
      },
      {
        name: "filters",
        ...fields.filters,
        required: false,
        kind: "text",
        maxLength: FILTERS_LENGTH,
        ...(filters && { value: filters.slice(0, FILTERS_LENGTH) }),
      },
    ],
  };
}
