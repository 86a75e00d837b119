/** The blocks that the adapter draws: `@slack/types` 3.2 has no charts, and of the rest only this much is needed. */

export interface PlainText {
  type: "plain_text";
  text: string;
  /** Always false: a `:name:` in a text stays what it is. */
  emoji: false;
}
export interface Mrkdwn {
  type: "mrkdwn";
  text: string;
  /** Always true: Slack looks for no links, channels or people in it. */
  verbatim: true;
}
export type Text = PlainText | Mrkdwn;

export interface ButtonElement {
  type: "button";
  action_id: string;
  text: PlainText;
  value: string;
  style?: "primary";
}
export interface ActionsBlock {
  type: "actions";
  block_id?: string;
  elements: ButtonElement[];
}
export type Cell = { type: "raw_text"; text: string } | { type: "raw_number"; value: number; text: string };
export interface TableBlock {
  type: "data_table";
  caption: string;
  rows: Cell[][];
  page_size: number;
  row_header_column_index: number;
}
export interface ChartBlock {
  type: "data_visualization";
  title: string;
  chart: {
    type: "bar" | "line";
    series: { name: string; data: { label: string; value: number }[] }[];
    axis_config: { categories: string[]; x_label: string; y_label: string };
  };
}
export interface SelectOption {
  text: PlainText;
  value: string;
}
export type InputElement =
  | {
      type: "plain_text_input";
      action_id: string;
      multiline: boolean;
      max_length: number;
      initial_value?: string;
      placeholder?: PlainText;
    }
  | {
      type: "number_input";
      action_id: string;
      is_decimal_allowed: boolean;
      initial_value?: string;
      placeholder?: PlainText;
    }
  | { type: "static_select"; action_id: string; options: SelectOption[]; initial_option?: SelectOption }
  | { type: "multi_static_select"; action_id: string; options: SelectOption[]; initial_options?: SelectOption[] };
export interface InputBlock {
  type: "input";
  block_id: string;
  label: PlainText;
  element: InputElement;
  optional: boolean;
  hint?: PlainText;
}

export type Block =
  | { type: "section"; text: Text }
  | { type: "section"; fields: Text[] }
  | { type: "header"; text: PlainText }
  | { type: "context"; elements: Text[] }
  | { type: "divider" }
  | ActionsBlock
  | TableBlock
  | ChartBlock
  | InputBlock;

/** A message as Slack takes it; without blocks it is its text. */
export interface Message {
  text: string;
  blocks?: Block[];
}

export interface ModalView {
  type: "modal";
  callback_id: string;
  title: PlainText;
  close: PlainText;
  submit?: PlainText;
  private_metadata?: string;
  blocks: Block[];
}
export interface HomeView {
  type: "home";
  blocks: Block[];
}
