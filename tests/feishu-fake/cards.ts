import {
  CARD_BODY_BYTES,
  CHARTS,
  DEPTH,
  ELEMENT_ID,
  ELEMENTS,
  INPUT_LENGTH,
  PAGE_SIZE,
  TABLE_COLUMNS,
  TABLES,
} from "./limits.ts";

/** Why a card is refused, as Feishu says it: an outer code, and the inner one within the message (5). */
export class CardFault extends Error {
  readonly code: number;
  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

type Json = Record<string, unknown>;

const TEXT = ["tag", "content", "i18n_content", "element_id", "text_size", "text_color", "text_align", "lines", "icon"];
const BOX = ["tag", "element_id", "margin"];
const SPACED = ["direction", "padding", "horizontal_spacing", "horizontal_align", "vertical_spacing", "vertical_align"];
const FIELD = [...BOX, "name", "required", "disabled", "placeholder", "width", "behaviors", "confirm"];

/** What each component may hold (5): anything else is an error in JSON 2.0. */
const PROPERTIES: Record<string, readonly string[]> = {
  plain_text: TEXT,
  lark_md: TEXT,
  markdown: [...BOX, "content", "text_size", "text_align", "icon"],
  div: [...BOX, "width", "text", "icon"],
  hr: BOX,
  table: [
    ...BOX,
    "page_size",
    "row_height",
    "row_max_height",
    "freeze_first_column",
    "header_style",
    "columns",
    "rows",
  ],
  chart: [...BOX, "aspect_ratio", "color_theme", "chart_spec", "preview", "height"],
  button: [...FIELD, "type", "size", "text", "icon", "hover_tips", "disabled_tips", "form_action_type"],
  input: [
    ...FIELD,
    ...["default_value", "disabled_tips", "max_length", "input_type", "rows", "auto_resize", "max_rows"],
    ...["show_icon", "label", "label_position", "value"],
  ],
  select_static: [...FIELD, "type", "initial_option", "initial_index", "options"],
  multi_select_static: [...FIELD, "type", "selected_values", "options"],
  form: [...BOX, ...SPACED, "name", "elements"],
  column_set: [...BOX, "horizontal_spacing", "horizontal_align", "flex_mode", "background_style", "action", "columns"],
  column: [...BOX, ...SPACED, "background_style", "width", "weight", "action", "elements"],
  collapsible_panel: [...BOX, ...SPACED, "expanded", "background_color", "header", "border", "elements"],
};
const COLUMN = [
  "name",
  "display_name",
  "width",
  "data_type",
  "vertical_align",
  "horizontal_align",
  "format",
  "date_format",
];
const HEADER_STYLE = ["text_align", "text_size", "background_style", "text_color", "bold", "lines"];
const PANEL_HEADER = [
  "title",
  "background_color",
  "vertical_align",
  "padding",
  "position",
  "width",
  "icon",
  "icon_position",
  "icon_expanded_angle",
];
const CONFIG = [
  ...["streaming_mode", "streaming_config", "summary", "locales", "enable_forward", "update_multi", "width_mode"],
  ...["use_custom_translation", "enable_forward_interaction", "style"],
];
const HEADER = ["title", "subtitle", "text_tag_list", "i18n_text_tag_list", "template", "icon", "padding"];
const TEMPLATES = "blue wathet turquoise green yellow orange red carmine violet purple indigo grey default".split(" ");
const CONTAINERS = ["form", "column_set", "column", "collapsible_panel"];
const DATA_TYPES = ["text", "lark_md", "markdown", "options", "number", "persons", "date"];

/** @param bytes of the whole request. @throws CardFault */
export function checkCard(value: unknown, bytes: number): void {
  if (bytes > CARD_BODY_BYTES) throw new CardFault(230025, "the length of the message content reaches its limit");
  const card = objectAt(value, "card");
  only(card, ["schema", "config", "card_link", "header", "body"], "card");
  if (card.schema !== "2.0") throw bad("schema is not 2.0");
  checkFrame(card);
  const body = objectAt(card.body, "body");
  only(body, [...SPACED, "elements"], "body");
  const found: Found = { elements: 0, tables: 0, charts: 0, names: new Set(), ids: new Set() };
  countTexts(card.header, found);
  for (const element of arrayAt(body.elements, "body.elements"))
    checkElement(element, { depth: 1, inForm: false }, found);
  if (found.elements > ELEMENTS) throw new CardFault(300305, `card has ${found.elements} elements, over limit`);
  if (found.tables > TABLES)
    throw new CardFault(
      230099,
      "Failed to create card content, ext=ErrCode: 11310; ErrMsg: card table number over limit",
    );
  if (found.charts > CHARTS) throw bad("too many charts");
}

interface Found {
  elements: number;
  tables: number;
  charts: number;
  names: Set<string>;
  ids: Set<string>;
}
interface Place {
  depth: number;
  inForm: boolean;
}

const bad = (what: string): CardFault =>
  new CardFault(230099, `Failed to create card content, ext=ErrCode: 200621; ErrMsg: parse card json err, ${what}`);

function objectAt(value: unknown, where: string): Json {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw bad(`${where} is no object`);
  return value as Json;
}
function arrayAt(value: unknown, where: string): unknown[] {
  if (!Array.isArray(value)) throw bad(`${where} is no array`);
  return value;
}
function only(object: Json, allowed: readonly string[], where: string): void {
  for (const key of Object.keys(object)) if (!allowed.includes(key)) throw bad(`unknown property ${key} of ${where}`);
}
function among(value: unknown, allowed: readonly unknown[], where: string): void {
  if (value !== undefined && !allowed.includes(value)) throw bad(`${where} can't be ${JSON.stringify(value)}`);
}
function text(value: unknown, where: string): string {
  if (typeof value !== "string") throw bad(`${where} is no text`);
  return value;
}

function checkFrame(card: Json): void {
  const config = objectAt(card.config ?? {}, "config");
  only(config, CONFIG, "config");
  among(config.update_multi, [true], "update_multi");
  among(config.width_mode, ["default", "compact", "fill"], "width_mode");
  if (config.summary !== undefined) {
    const summary = objectAt(config.summary, "summary");
    only(summary, ["content", "i18n_content"], "summary");
    text(summary.content, "summary.content");
  }
  if (card.header === undefined) return;
  const header = objectAt(card.header, "header");
  only(header, HEADER, "header");
  among(header.template, TEMPLATES, "template");
  checkText(header.title, "header.title");
  if (header.subtitle !== undefined) checkText(header.subtitle, "header.subtitle");
}

function countTexts(value: unknown, found: Found): void {
  if (Array.isArray(value)) for (const item of value) countTexts(item, found);
  else if (typeof value === "object" && value !== null) {
    if ("tag" in value) found.elements++;
    for (const item of Object.values(value)) countTexts(item, found);
  }
}

function checkText(value: unknown, where: string): void {
  const object = objectAt(value, where);
  among(object.tag, ["plain_text", "lark_md", "markdown"], `${where}.tag`);
  only(object, TEXT, where);
  text(object.content, `${where}.content`);
}

function checkElement(value: unknown, place: Place, found: Found): void {
  const element = objectAt(value, "element");
  const tag = text(element.tag, "tag");
  const allowed = PROPERTIES[tag];
  if (!allowed || ["plain_text", "lark_md"].includes(tag)) throw bad(`unknown component ${tag}`);
  only(element, allowed, tag);
  if (place.depth > DEPTH) throw bad("nested too deep");
  found.elements++;
  if (element.element_id !== undefined) {
    const id = text(element.element_id, "element_id");
    if (!ELEMENT_ID.test(id) || found.ids.has(id)) throw bad(`element_id ${id}`);
    found.ids.add(id);
  }
  CHECKS[tag]?.(element, place, found);
}

const CHECKS: Record<string, (element: Json, place: Place, found: Found) => void> = {
  div: (element, _place, found) => {
    checkText(element.text, "div.text");
    found.elements++;
  },
  markdown: (element) => void text(element.content, "markdown.content"),
  table: checkTable,
  chart: (element, _place, found) => {
    found.charts++;
    among(element.aspect_ratio, ["1:1", "2:1", "4:3", "16:9"], "aspect_ratio");
    text(objectAt(element.chart_spec, "chart_spec").type, "chart_spec.type");
  },
  button: checkButton,
  input: checkField,
  select_static: checkField,
  multi_select_static: checkField,
  form: checkForm,
  column_set: (element, place, found) => {
    among(element.flex_mode, ["none", "stretch", "flow", "bisect", "trisect"], "flex_mode");
    for (const column of arrayAt(element.columns, "columns")) {
      if (objectAt(column, "column").tag !== "column") throw bad("a column_set holds columns");
      checkElement(column, { ...place, depth: place.depth + 1 }, found);
    }
  },
  column: (element, place, found) => {
    among(element.width, ["auto", "weighted"], "column.width");
    children(element, place, found);
  },
  collapsible_panel: (element, place, found) => {
    const header = objectAt(element.header, "panel.header");
    only(header, PANEL_HEADER, "panel.header");
    checkText(header.title, "panel.header.title");
    found.elements++;
    children(element, place, found);
  },
};

function children(element: Json, place: Place, found: Found): void {
  for (const child of arrayAt(element.elements, `${String(element.tag)}.elements`)) {
    const { tag } = objectAt(child, "element");
    if (tag === "table" || tag === "form") throw bad(`${String(tag)} only at the root of the body`);
    checkElement(child, { ...place, depth: place.depth + (CONTAINERS.includes(String(tag)) ? 1 : 0) }, found);
  }
}

function checkTable(table: Json, _place: Place, found: Found): void {
  found.tables++;
  const columns = arrayAt(table.columns, "columns").map((column) => objectAt(column, "table column"));
  if (columns.length > TABLE_COLUMNS) throw bad("too many columns");
  const pageSize = table.page_size ?? PAGE_SIZE;
  if (typeof pageSize !== "number" || pageSize < 1 || pageSize > PAGE_SIZE) throw bad("page_size");
  among(table.row_height, ["low", "middle", "high", "auto"], "row_height");
  only(objectAt(table.header_style ?? {}, "header_style"), HEADER_STYLE, "header_style");
  const names = columns.map((column) => {
    only(column, COLUMN, "table column");
    among(column.data_type, DATA_TYPES, "data_type");
    among(column.horizontal_align, ["left", "center", "right"], "horizontal_align");
    return text(column.name, "column.name");
  });
  if (new Set(names).size !== names.length) throw bad("two columns of one name");
  for (const row of arrayAt(table.rows, "rows")) only(objectAt(row, "row"), names, "row");
}

function checkButton(button: Json, place: Place, found: Found): void {
  checkText(button.text, "button.text");
  found.elements++;
  among(button.size, ["tiny", "small", "medium", "large"], "button.size");
  among(button.form_action_type, ["submit", "reset"], "form_action_type");
  if (button.form_action_type !== undefined && !place.inForm) throw bad("form_action_type outside of a form");
  if (place.inForm) named(button, found);
  for (const behavior of arrayAt(button.behaviors ?? [], "behaviors").map((value) => objectAt(value, "behavior"))) {
    among(behavior.type, ["callback", "open_url"], "behavior.type");
    if (behavior.type === "callback") objectAt(behavior.value, "callback value");
  }
}

function named({ name }: Json, found: Found): void {
  const known = text(name, "name of a component in a form");
  if (known === "" || found.names.has(known)) throw bad(`name ${known} is not unique`);
  found.names.add(known);
}

function checkField(field: Json, place: Place, found: Found): void {
  if (place.inForm) named(field, found);
  else if (field.required !== undefined || field.tag === "multi_select_static") {
    throw bad(`${String(field.tag)} outside of a form`);
  }
  for (const key of ["label", "placeholder"]) {
    if (field[key] === undefined) continue;
    checkText(field[key], key);
    found.elements++;
  }
  if (field.tag === "input") checkInput(field);
  else checkOptions(field, found);
}

function checkInput(field: Json): void {
  const length = field.max_length ?? INPUT_LENGTH;
  if (typeof length !== "number" || length < 1 || length > INPUT_LENGTH) throw bad("max_length");
  if (text(field.default_value ?? "", "default_value").length > length) throw bad("default_value is too long");
}

function checkOptions(field: Json, found: Found): void {
  const values = arrayAt(field.options, "options").map((option) => {
    const object = objectAt(option, "option");
    only(object, ["text", "icon", "value"], "option");
    checkText(object.text, "option.text");
    found.elements++;
    return text(object.value, "option.value");
  });
  for (const chosen of arrayAt(field.selected_values ?? [], "selected_values")) among(chosen, values, "selected value");
  if (Number(field.initial_index ?? 0) > values.length) throw bad("initial_index");
}

function checkForm(form: Json, place: Place, found: Found): void {
  if (place.depth !== 1) throw bad("form only at the root of the body");
  named(form, found);
  let submits = 0;
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) walk(item);
    else if (typeof value === "object" && value !== null) {
      if ((value as Json).form_action_type === "submit") submits++;
      for (const item of Object.values(value)) walk(item);
    }
  };
  walk(form.elements);
  if (submits === 0) throw bad("a form without a button to submit it");
  children(form, { ...place, inForm: true }, found);
}
