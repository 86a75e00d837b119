/**
 * What the fake refuses, by its own figures. The number behind each is the section of the platform notes of
 * 2026-11: 1 Bolt 5, 2 Block Kit, 3 first-class app; [T] a doc comment of @slack/types, [D] the documents.
 */

type Json = Record<string, unknown>;
export interface Refusal {
  error: "invalid_blocks" | "msg_blocks_too_long" | "msg_too_long" | "no_text" | "invalid_arguments";
  errors: string[];
}
export type Surface = "message" | "modal" | "home";

const refuse = (error: Refusal["error"], ...errors: string[]): Refusal => ({ error, errors });

/** 2, "Global": 50 blocks a message, 100 a view; all block text under about 13,200 characters. */
const BLOCKS: Record<Surface, number> = { message: 50, modal: 100, home: 100 };
const ALL_TEXT = 13_200;
/** 2, table of surfaces. */
const ON: Record<string, readonly Surface[]> = {
  section: ["message", "modal", "home"],
  header: ["message", "modal", "home"],
  context: ["message", "modal", "home"],
  actions: ["message", "modal", "home"],
  divider: ["message", "modal", "home"],
  input: ["message", "modal", "home"],
  data_table: ["message"],
  data_visualization: ["message"],
};

/** 2, "Global": text is truncated at 40,000; we refuse it, since nothing of ours may come near. */
const TEXT = 40_000;

export function refusedMessage(message: { text?: unknown; blocks?: unknown }): Refusal | undefined {
  const { text, blocks } = message;
  if (blocks === undefined) {
    if (typeof text !== "string" || text === "") return refuse("no_text", "text is missing");
    return text.length > TEXT ? refuse("msg_too_long", "text") : undefined;
  }
  if (typeof text !== "string" || text === "") return refuse("no_text", "no fallback text");
  return refusedBlocks(blocks, "message");
}

export function refusedBlocks(blocks: unknown, surface: Surface): Refusal | undefined {
  if (!Array.isArray(blocks) || blocks.length === 0) return refuse("invalid_blocks", "/blocks: no blocks");
  if (blocks.length > BLOCKS[surface]) return refuse("invalid_blocks", `/blocks: more than ${BLOCKS[surface]}`);
  const errors = (blocks as Json[]).flatMap((block, at) =>
    blockErrors(block, surface).map((error) => `/blocks/${at}${error}`),
  );
  const tables = (blocks as Json[]).filter(({ type }) => type === "data_table");
  // 2, data_table: 10,000 characters are an aggregate of the message too, and one table a message is safe.
  if (tables.length > 1) errors.push("/blocks: more than one data_table");
  // 2, data_visualization: at most two a message.
  if ((blocks as Json[]).filter(({ type }) => type === "data_visualization").length > 2) errors.push("/blocks: charts");
  const ids = (blocks as Json[]).flatMap(({ block_id }) => (typeof block_id === "string" ? [block_id] : []));
  if (new Set(ids).size < ids.length) errors.push("/blocks: block_id twice");
  if (errors.length > 0) return refuse("invalid_blocks", ...errors);
  return surface === "message" && textLength(blocks) > ALL_TEXT ? refuse("msg_blocks_too_long", "/blocks") : undefined;
}

/** All that is read in blocks: whatever stands under a key that holds text. */
function textLength(node: unknown): number {
  if (Array.isArray(node)) return node.reduce((sum: number, item) => sum + textLength(item), 0);
  if (typeof node !== "object" || node === null) return 0;
  return Object.entries(node).reduce((sum, [key, value]) => {
    if (typeof value !== "string") return sum + textLength(value);
    return ["text", "title", "caption", "label"].includes(key) ? sum + value.length : sum;
  }, 0);
}

type Check = (block: Json, surface: Surface) => string[];

function blockErrors(block: Json, surface: Surface): string[] {
  const type = String(block.type);
  if (!ON[type]?.includes(surface)) return [`: ${type} is not for a ${surface}`];
  const id = block.block_id === undefined || within(block.block_id, 255, 1) ? [] : ["/block_id"];
  return [...id, ...(CHECKS[type]?.(block, surface) ?? [])];
}

const within = (value: unknown, most: number, least = 0): boolean =>
  typeof value === "string" && value.length >= least && value.length <= most;

/** 2, [T]: text objects hold 1 to `most` characters. */
function text(value: unknown, most: number, types = ["plain_text", "mrkdwn"]): boolean {
  const { type, text: words } = (value ?? {}) as Json;
  return types.includes(String(type)) && within(words, most, 1);
}
const PLAIN = ["plain_text"];
const wrong = (ok: boolean, where: string): string[] => (ok ? [] : [where]);
const count = (list: unknown, most: number, least = 1): boolean =>
  Array.isArray(list) && list.length >= least && list.length <= most;

const CHECKS: Record<string, Check> = {
  divider: () => [],
  // 2: section text 1-3000; at most 10 fields of 2,000.
  section: ({ text: words, fields }) => {
    if (words === undefined && fields === undefined) return [": neither text nor fields"];
    return [
      ...wrong(words === undefined || text(words, 3000), "/text"),
      ...wrong(
        fields === undefined || (count(fields, 10) && (fields as Json[]).every((field) => text(field, 2000))),
        "/fields",
      ),
    ];
  },
  // 2: header plain_text 150.
  header: ({ text: words }) => wrong(text(words, 150, PLAIN), "/text"),
  // 2: context 10 elements.
  context: ({ elements }) =>
    wrong(count(elements, 10) && (elements as Json[]).every((element) => text(element, 2000)), "/elements"),
  // 2: actions 25 elements.
  actions: ({ elements }) => {
    if (!count(elements, 25)) return ["/elements"];
    const ids = (elements as Json[]).map(({ action_id }) => action_id);
    return [
      ...wrong(new Set(ids).size === ids.length, "/elements: action_id twice"),
      ...(elements as Json[]).flatMap((element, at) => button(element).map((error) => `/elements/${at}${error}`)),
    ];
  },
  data_table: table,
  data_visualization: chart,
  // 2: input label and hint 2,000.
  input: ({ label, hint, element }) => [
    ...wrong(text(label, 2000, PLAIN), "/label"),
    ...wrong(hint === undefined || text(hint, 2000, PLAIN), "/hint"),
    ...input((element ?? {}) as Json).map((error) => `/element${error}`),
  ],
};

/** 2: button text 75, value 2,000; action_id 255. */
function button({ type, text: words, value, action_id }: Json): string[] {
  if (type !== "button") return [": not a button"];
  return [
    ...wrong(text(words, 75, PLAIN), "/text"),
    ...wrong(value === undefined || within(value, 2000, 1), "/value"),
    ...wrong(within(action_id, 255, 1), "/action_id"),
  ];
}

/** 2, data_table: header and 100 rows, 20 columns, 10,000 characters, no empty cell, equal rows, at least two. */
function table({ caption, rows, page_size, row_header_column_index }: Json): string[] {
  if (!count(rows, 101, 2)) return ["/rows"];
  const cells = rows as Json[][];
  const width = cells[0]?.length ?? 0;
  const all = cells.flat();
  const length = all.reduce((sum, cell) => sum + String(cell.text ?? "").length, String(caption ?? "").length);
  return [
    ...wrong(within(caption, 10_000, 1), "/caption"),
    ...wrong(width >= 1 && width <= 20 && cells.every((row) => row.length === width), "/rows: width"),
    ...wrong(all.every(cell), "/rows: cell"),
    ...wrong(
      (cells[0] ?? []).every(({ type }) => type === "raw_text"),
      "/rows/0",
    ),
    ...wrong(length <= 10_000, "/rows: more than 10000 characters"),
    ...wrong(page_size === undefined || whole(page_size, 1, 100), "/page_size"),
    ...wrong(
      row_header_column_index === undefined || whole(row_header_column_index, 0, width - 1),
      "/row_header_column_index",
    ),
  ];
}
const whole = (value: unknown, least: number, most: number): boolean =>
  Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
const cell = ({ type, text: words, value }: Json): boolean =>
  within(words, 10_000, 1) && (type === "raw_text" || (type === "raw_number" && Number.isFinite(value)));

/** 2, data_visualization: title 50; 1-6 series, 1-20 categories, names of 20; a point of each series a category. */
function chart({ title, chart: drawn }: Json): string[] {
  const { type, series, axis_config } = (drawn ?? {}) as Json;
  const { categories } = (axis_config ?? {}) as Json;
  if (!["bar", "line", "area"].includes(String(type))) return ["/chart/type"];
  if (!count(series, 6) || !count(categories, 20)) return ["/chart: series or categories"];
  const labels = categories as string[];
  const names = (series as Json[]).map(({ name }) => name);
  return [
    ...wrong(within(title, 50, 1), "/title"),
    ...wrong(labels.every((label) => within(label, 20, 1)) && new Set(labels).size === labels.length, "/categories"),
    ...wrong(names.every((name) => within(name, 20, 1)) && new Set(names).size === names.length, "/series: names"),
    ...wrong(
      (series as Json[]).every(({ data }) => points(data, labels)),
      "/series: points",
    ),
  ];
}
const points = (data: unknown, labels: readonly string[]): boolean =>
  count(data, 20) &&
  (data as Json[]).length === labels.length &&
  (data as Json[]).every(({ label, value }, at) => label === labels[at] && Number.isFinite(value));

/** [T]: options 1-100 of 75 and 75; placeholders 150; a plain-text input takes 3,000. */
function input({
  type,
  options,
  initial_option,
  initial_options,
  placeholder,
  max_length,
  initial_value,
}: Json): string[] {
  const hint = wrong(placeholder === undefined || text(placeholder, 150, PLAIN), "/placeholder");
  if (type === "plain_text_input") {
    const most = (max_length ?? 3000) as number;
    return [
      ...hint,
      ...wrong(whole(most, 1, 3000), "/max_length"),
      ...wrong(initial_value === undefined || within(initial_value, most, 1), "/initial_value"),
    ];
  }
  if (type === "number_input") {
    return [
      ...hint,
      ...wrong(initial_value === undefined || /^-?\d+(\.\d+)?$/.test(String(initial_value)), "/initial_value"),
    ];
  }
  if (type !== "static_select" && type !== "multi_static_select") return ["/type"];
  if (!count(options, 100) || !(options as Json[]).every(option)) return ["/options"];
  const known = new Set((options as Json[]).map(({ value }) => value));
  const chosen = [initial_option ?? [], initial_options ?? []].flat() as Json[];
  return [
    ...hint,
    ...wrong(known.size === (options as Json[]).length, "/options: value twice"),
    ...wrong(
      chosen.every((one) => known.has(one.value)) && (initial_options === undefined || count(initial_options, 100)),
      "/initial",
    ),
  ];
}
const option = ({ text: words, value }: Json): boolean => text(words, 75, PLAIN) && within(value, 75, 1);

/** 2, "Global": 100 blocks a view, private_metadata 3,000, modal title 24; inputs need a submit. */
export function refusedView(view: unknown): Refusal | undefined {
  const { type, title, submit, close, private_metadata, callback_id, blocks } = (view ?? {}) as Json;
  if (type !== "modal" && type !== "home") return refuse("invalid_arguments", "/view/type");
  const errors = [
    ...wrong(private_metadata === undefined || within(private_metadata, 3000), "/view/private_metadata"),
    ...wrong(callback_id === undefined || within(callback_id, 255), "/view/callback_id"),
    ...(type === "modal" ? modalErrors(title, submit, close, blocks) : []),
  ];
  if (errors.length > 0) return refuse("invalid_arguments", ...errors);
  return refusedBlocks(blocks, type);
}

function modalErrors(title: unknown, submit: unknown, close: unknown, blocks: unknown): string[] {
  const inputs = Array.isArray(blocks) && (blocks as Json[]).some(({ type }) => type === "input");
  return [
    ...wrong(text(title, 24, PLAIN), "/view/title"),
    ...wrong(submit === undefined ? !inputs : text(submit, 24, PLAIN), "/view/submit"),
    ...wrong(close === undefined || text(close, 24, PLAIN), "/view/close"),
  ];
}
