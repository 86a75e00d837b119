import { CLASSES, type Language, SECTIONS } from "../../query/query.ts";
import type { Form } from "../form.ts";
import { messagesIn } from "../messages/locales.ts";

const MONDAY = 1;
const USUAL_TIME = "09:00";
const TIME_LENGTH = 5;
const ZONE_LENGTH = 60;
const FILTERS_LENGTH = 300;

/** The weekly digest of a channel, to be set up. */
export function digestForm(language: Language, timezone: string, state: string): Form {
  const { forms, edition } = messagesIn(language);
  const { classes } = edition;
  const { title, intro, submit, fields, weekdays, sections, quiet } = forms.digest;
  return {
    name: "digest",
    language,
    title,
    intro,
    submit,
    cancel: forms.cancel,
    state,
    fields: [
      {
        name: "weekday",
        ...fields.weekday,
        required: true,
        kind: "select",
        value: String(MONDAY),
        options: weekdays.map((label, day) => ({ value: String(day), label })),
      },
      { name: "time", ...fields.time, required: true, kind: "text", maxLength: TIME_LENGTH, value: USUAL_TIME },
      { name: "timezone", ...fields.timezone, required: true, kind: "text", maxLength: ZONE_LENGTH, value: timezone },
      {
        name: "sections",
        ...fields.sections,
        required: false,
        kind: "multiselect",
        values: [...SECTIONS],
        options: SECTIONS.map((value) => ({ value, label: sections[value] })),
      },
      {
        name: "classes",
        ...fields.classes,
        required: false,
        kind: "multiselect",
        values: [...CLASSES],
        options: CLASSES.map((value) => ({ value, label: classes[value] })),
      },
      {
        name: "language",
        ...fields.language,
        required: true,
        kind: "select",
        value: language,
        options: [
          { value: "en", label: "English" },
          { value: "zh", label: "中文" },
        ],
      },
      { name: "filters", ...fields.filters, required: false, kind: "text", maxLength: FILTERS_LENGTH },
      {
        name: "quiet",
        ...fields.quiet,
        required: true,
        kind: "select",
        value: "no",
        options: [
          { value: "no", label: quiet.no },
          { value: "yes", label: quiet.yes },
        ],
      },
    ],
  };
}
