/** Cards of JSON 2.0, as far as the adapter writes them. Feishu refuses properties that it does not know. */

export interface PlainText {
  tag: "plain_text";
  content: string;
  text_size?: "notation" | "normal" | "heading";
  text_color?: "default" | "grey";
}

export interface Div {
  tag: "div";
  text: PlainText | { tag: "lark_md"; content: string; text_size?: "notation" };
}

export interface TableElement {
  tag: "table";
  page_size: number;
  row_height: "auto";
  freeze_first_column: boolean;
  header_style: { bold: boolean; background_style: "grey"; lines: number };
  columns: TableColumn[];
  rows: Record<string, string>[];
}

interface TableColumn {
  name: string;
  display_name: string;
  data_type: "text";
  horizontal_align: "left" | "right";
  width: "auto";
}

export interface ChartElement {
  tag: "chart";
  aspect_ratio: "16:9";
  chart_spec: Record<string, unknown>;
}

export interface ButtonElement {
  tag: "button";
  text: PlainText;
  type: "default" | "primary";
  size?: "small";
  name?: string;
  form_action_type?: "submit" | "reset";
  behaviors?: { type: "callback"; value: Record<string, unknown> }[];
}

export interface ColumnSet {
  tag: "column_set";
  flex_mode: "flow";
  horizontal_spacing: "small";
  columns: { tag: "column"; width: "auto"; elements: ButtonElement[] }[];
}

export interface Panel {
  tag: "collapsible_panel";
  expanded: false;
  header: { title: PlainText };
  elements: Element[];
}

export interface Input {
  tag: "input";
  name: string;
  required: boolean;
  label: PlainText;
  label_position: "top";
  width: "fill";
  max_length: number;
  placeholder?: PlainText;
  default_value?: string;
  input_type?: "multiline_text";
}

interface Choices {
  name: string;
  required: boolean;
  width: "fill";
  options: { text: PlainText; value: string }[];
}
export interface Select extends Choices {
  tag: "select_static";
  /** Counted from 1. */
  initial_index?: number;
}
export interface MultiSelect extends Choices {
  tag: "multi_select_static";
  selected_values: string[];
}

export interface FormElement {
  tag: "form";
  name: string;
  elements: (Div | Input | Select | MultiSelect | ButtonElement | ColumnSet)[];
}

export type Element = Div | TableElement | ChartElement | ColumnSet | Panel | FormElement | { tag: "hr" };

export interface Card {
  schema: "2.0";
  config: { update_multi: true; width_mode: "fill"; summary: { content: string } };
  header: { title: PlainText; template: "blue" | "grey" };
  body: { elements: Element[] };
}

export const plain = (content: string): PlainText => ({ tag: "plain_text", content });
export const paragraph = (content: string): Div => ({ tag: "div", text: plain(content) });
/** Beside the answer: smaller and grey. */
export const aside = (content: string): Div => ({
  tag: "div",
  text: { ...plain(content), text_size: "notation", text_color: "grey" },
});

/** What Feishu counts as elements: every object with a tag, and the card's own title. */
export function elementsIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + elementsIn(item), 0);
  if (typeof value !== "object" || value === null) return 0;
  const inside = Object.values(value).reduce<number>((sum, item) => sum + elementsIn(item), 0);
  return inside + ("tag" in value ? 1 : 0);
}

/** Bytes of a part of a card: as JSON, and as JSON within the string of a request's JSON. */
export function bytesOf(value: unknown): { card: number; body: number } {
  const json = JSON.stringify(value);
  return { card: Buffer.byteLength(json), body: Buffer.byteLength(JSON.stringify(json)) };
}
