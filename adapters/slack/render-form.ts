import type { Content } from "../../src/ports/core.ts";
import type { Field, FieldOption, Form } from "../../src/view/form.ts";
import { chatWords } from "../../src/view/messages/chat.ts";
import type { Block, InputBlock, InputElement, ModalView, SelectOption } from "./blocks.ts";
import { cut, plainText } from "./fit.ts";
import {
  BLOCKS_IN_VIEW,
  INPUT_HINT,
  INPUT_LABEL,
  INPUT_TEXT,
  MODAL_BUTTON,
  MODAL_TITLE,
  OPTION_TEXT,
  OPTION_VALUE,
  OPTIONS,
  PLACEHOLDER,
  PRIVATE_METADATA,
  SECTION_TEXT,
} from "./limits.ts";
import { render } from "./render.ts";

/** The callback id of a form's modal is its name behind this. */
export const MODAL = "form:";
/** The one input of each block. */
const INPUT = "value";
const FAULT = 300;

/** A form as a modal. A state that Slack would refuse is a fault of the core, not of the person: it throws. */
export function modalOf(form: Form): ModalView {
  if (form.state.length > PRIVATE_METADATA) throw new Error(`the state of the form ${form.name} is too long for Slack`);
  const intro: Block[] =
    form.intro === undefined ? [] : [{ type: "section", text: plainText(form.intro, SECTION_TEXT) }];
  return {
    type: "modal",
    callback_id: MODAL + form.name,
    title: plainText(form.title, MODAL_TITLE),
    submit: plainText(form.submit, MODAL_BUTTON),
    close: plainText(form.cancel, MODAL_BUTTON),
    private_metadata: form.state,
    blocks: [...intro, ...form.fields.flatMap(inputOf)].slice(0, BLOCKS_IN_VIEW),
  };
}

/** What came of a form, in the place of the form. Follow-ups need a message to live in, so they are not drawn. */
export function resultModal(content: Content, title: string): ModalView {
  const language = languageOf(content);
  const bare: Content =
    content.kind === "answer"
      ? { ...content, buttons: [], choices: [] }
      : content.kind === "notice"
        ? { ...content, buttons: [] }
        : content;
  const { text, blocks } = render(bare, "text");
  return {
    type: "modal",
    callback_id: "result",
    title: plainText(title, MODAL_TITLE),
    close: plainText(chatWords(language).close, MODAL_BUTTON),
    blocks: blocks ?? [{ type: "section", text: plainText(text, SECTION_TEXT) }],
  };
}

/** By field, as Slack shows them under the inputs. */
export const faultsOf = (faults: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(faults).map(([field, what]) => [field, cut(what, FAULT)]));

function languageOf(content: Content): "en" | "zh" {
  switch (content.kind) {
    case "answer":
      return content.view.language;
    case "form":
      return content.form.language;
    case "home":
      return content.home.language;
    case "edition":
      return content.edition.language;
    case "notice":
    case "faults":
      return content.language;
  }
}

function inputOf(field: Field): InputBlock[] {
  const element = elementOf(field);
  if (!element) return [];
  const hint = field.hint === undefined ? {} : { hint: plainText(field.hint, INPUT_HINT) };
  const label = plainText(field.label, INPUT_LABEL);
  return [{ type: "input", block_id: field.name, label, element, optional: !field.required, ...hint }];
}

/** None for a choice of nothing, which Slack refuses. */
function elementOf(field: Field): InputElement | undefined {
  switch (field.kind) {
    case "text":
      return {
        type: "plain_text_input",
        action_id: INPUT,
        multiline: field.multiline ?? false,
        max_length: Math.min(field.maxLength, INPUT_TEXT),
        ...started(cut(field.value ?? "", Math.min(field.maxLength, INPUT_TEXT))),
        ...placeholder(field.placeholder),
      };
    case "number":
      return {
        type: "number_input",
        action_id: INPUT,
        is_decimal_allowed: field.decimals,
        ...started(field.value ?? ""),
        ...placeholder(field.placeholder),
      };
    case "select": {
      const options = field.options.slice(0, OPTIONS).map(optionOf);
      const chosen = options.find(({ value }) => value === field.value);
      if (options.length === 0) return undefined;
      return { type: "static_select", action_id: INPUT, options, ...(chosen && { initial_option: chosen }) };
    }
    case "multiselect": {
      const options = field.options.slice(0, OPTIONS).map(optionOf);
      const chosen = options.filter(({ value }) => field.values.includes(value));
      if (options.length === 0) return undefined;
      return {
        type: "multi_static_select",
        action_id: INPUT,
        options,
        ...(chosen.length > 0 && { initial_options: chosen }),
      };
    }
  }
}

const started = (value: string) => (value === "" ? {} : { initial_value: value });
const placeholder = (text: string | undefined) => (text ? { placeholder: plainText(text, PLACEHOLDER) } : {});
const optionOf = ({ label, value }: FieldOption): SelectOption => ({
  text: plainText(label, OPTION_TEXT),
  value: value.slice(0, OPTION_VALUE),
});
