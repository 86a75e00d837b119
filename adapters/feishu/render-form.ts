import type { Field, FieldOption, Form } from "../../src/view/form.ts";
import { press } from "./actions.ts";
import {
  aside,
  type Card,
  type FormElement,
  type Input,
  type MultiSelect,
  paragraph,
  plain,
  type Select,
} from "./card.ts";
import { cut } from "./escape.ts";
import { INPUT_LENGTH, LABEL } from "./limits.ts";
import type { Seal } from "./seals.ts";
import { Sheet } from "./sheet.ts";

type Part = FormElement["elements"][number];

const SUBMIT = "submit";
const HINT = 200;
const TRIES = 12;

/**
 * A form as a card. Where all its options find no room, the last ones of the longest list are left out and counted.
 * There is no button to cancel: a form in a card is left by not sending it.
 */
export function formCard(form: Form, at?: Seal): Card {
  for (let most = Number.POSITIVE_INFINITY, tries = 0; tries < TRIES; tries++) {
    const sheet = new Sheet(form.language, form.title);
    if (form.intro !== undefined) sheet.lines("opening", [form.intro], paragraph, 2_000);
    const { element, left } = formElement(form, most, at);
    sheet.leaveOut(left);
    if (sheet.add("form", element)) return sheet.done();
    most = Math.floor(Math.min(most, longest(form)) / 2);
  }
  const bare = new Sheet(form.language, form.title);
  bare.leaveOut(form.fields.length);
  return bare.done();
}

const optionsOf = (field: Field): readonly FieldOption[] => ("options" in field ? field.options : []);
const longest = ({ fields }: Form): number => Math.max(...fields.map((field) => optionsOf(field).length), 1);

function formElement(form: Form, most: number, at: Seal | undefined): { element: FormElement; left: number } {
  const submit = press(form.submit, { v: 1, s: form.name, t: form.state, ...(at && { at }) }, "primary");
  return {
    left: form.fields.reduce((sum, field) => sum + Math.max(0, optionsOf(field).length - most), 0),
    element: {
      tag: "form",
      name: form.name,
      elements: [
        ...form.fields.flatMap((field) => partsOf(field, most)),
        { ...submit, name: SUBMIT, form_action_type: "submit" },
      ],
    },
  };
}

function partsOf(field: Field, most: number): Part[] {
  const hint = field.hint === undefined ? [] : [aside(cut(field.hint, HINT))];
  if (field.kind === "text" || field.kind === "number") return [input(field), ...hint];
  return [paragraph(cut(field.label, LABEL)), select(field, most), ...hint];
}

function input(field: Extract<Field, { kind: "text" | "number" }>): Input {
  const length = field.kind === "text" ? Math.min(Math.max(field.maxLength, 1), INPUT_LENGTH) : LABEL;
  return {
    tag: "input",
    name: field.name,
    required: field.required,
    label: plain(cut(field.label, LABEL)),
    label_position: "top",
    width: "fill",
    max_length: length,
    ...(field.placeholder !== undefined && { placeholder: plain(cut(field.placeholder, LABEL)) }),
    ...(field.value !== undefined && { default_value: cut(field.value, length) }),
    ...(field.kind === "text" && field.multiline && { input_type: "multiline_text" as const }),
  };
}

function select(field: Extract<Field, { kind: "select" | "multiselect" }>, most: number): Select | MultiSelect {
  const options = field.options.slice(0, most);
  const common = {
    name: field.name,
    required: field.required,
    width: "fill" as const,
    options: options.map(({ label, value }) => ({ text: plain(cut(label, LABEL) || "–"), value })),
  };
  const known = (value: string | undefined) => options.some((option) => option.value === value);
  if (field.kind === "multiselect") {
    return { tag: "multi_select_static", ...common, selected_values: field.values.filter(known) };
  }
  const chosen = options.findIndex(({ value }) => value === field.value);
  return { tag: "select_static", ...common, ...(chosen >= 0 && { initial_index: chosen + 1 }) };
}
