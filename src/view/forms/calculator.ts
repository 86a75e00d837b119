import type { Language } from "../../query/query.ts";
import type { Form } from "../form.ts";
import { messagesIn } from "../messages/locales.ts";

const TIMES = ["total", "day", "week", "month"] as const;
const MODEL_LENGTH = 200;
const NUMBER_LENGTH = 20;

export interface CalculatorValues {
  model?: string;
  input?: string;
  output?: string;
  currency?: string;
}

/** The cost calculator, with what is known already filled in. */
export function calculatorForm(language: Language, values: CalculatorValues, state: string): Form {
  const { forms, settings } = messagesIn(language);
  const { title, intro, submit, fields, times } = forms.calculator;
  const number = { kind: "text" as const, maxLength: NUMBER_LENGTH };
  const filled = (value: string | undefined) => (value === undefined ? {} : { value });
  return {
    name: "calculator",
    language,
    title,
    intro,
    submit,
    cancel: forms.cancel,
    state,
    fields: [
      {
        name: "model",
        ...fields.model,
        required: true,
        kind: "text",
        maxLength: MODEL_LENGTH,
        ...filled(values.model),
      },
      { name: "input", ...fields.input, required: false, ...number, ...filled(values.input) },
      { name: "output", ...fields.output, required: false, ...number, ...filled(values.output) },
      { name: "cached", ...fields.cached, required: false, ...number },
      { name: "requests", ...fields.requests, required: false, ...number },
      {
        name: "per",
        ...fields.per,
        required: true,
        kind: "select",
        value: "total",
        options: TIMES.map((value) => ({ value, label: times[value] })),
      },
      {
        name: "currency",
        ...fields.currency,
        required: true,
        kind: "select",
        value: values.currency ?? "billed",
        options: [
          { value: "billed", label: settings.asBilled },
          { value: "USD", label: "USD ($)" },
          { value: "CNY", label: "CNY (¥)" },
        ],
      },
    ],
  };
}
