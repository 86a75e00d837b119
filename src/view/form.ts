import type { Language } from "../query/query.ts";

/** A form in words of one language: the calculator, the settings, the digest. Plain text throughout. */
export interface Form {
  name: "calculator" | "settings" | "digest";
  language: Language;
  title: string;
  /** One paragraph above the fields, if any. */
  intro?: string;
  submit: string;
  cancel: string;
  fields: Field[];
  /** Comes back with the values, unread by the adapter. At most 1,900 characters of ASCII. */
  state: string;
}

/** Names are unique in a form and stable: letters and `_`. */
export type Field = {
  name: string;
  label: string;
  hint?: string;
  required: boolean;
} & (
  | { kind: "text"; value?: string; placeholder?: string; maxLength: number; multiline?: boolean }
  | { kind: "number"; value?: string; placeholder?: string; decimals: boolean }
  | { kind: "select"; options: FieldOption[]; value?: string }
  | { kind: "multiselect"; options: FieldOption[]; values: string[] }
);

/** At most 75 characters of label, 75 of value. */
export interface FieldOption {
  label: string;
  value: string;
}
