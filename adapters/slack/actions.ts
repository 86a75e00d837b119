import { deflateRawSync, inflateRawSync } from "node:zlib";
import * as z from "zod";
import type { Content } from "../../src/ports/core.ts";
import type { Button } from "../../src/view/button.ts";
import { chatWords } from "../../src/view/messages/chat.ts";
import type { ActionsBlock, ButtonElement } from "./blocks.ts";
import { cut, plainText } from "./fit.ts";
import { BUTTON_TEXT, BUTTON_VALUE, CHOICES, ELEMENTS_IN_ACTIONS, ID, VISIBLE_BUTTONS } from "./limits.ts";

type Answer = Extract<Content, { kind: "answer" }>;
type Language = Answer["view"]["language"];

/** Action ids begin with what a click is: the core's own button, a form to open, the buttons that found no room. */
export const CLICK = "click:";
export const FORM = "form:";
export const MORE = "more";

/** What Slack's own table does for the reader, where its column is made of amounts. */
const SORTING: Record<string, string> = { by_input: "input", by_output: "output" };

/** The sharing button first, then the follow-ups; at most five are seen, and the last one opens the rest. */
export function followUps(answer: Answer, sortable: ReadonlySet<string>): ActionsBlock[] {
  const offered = answer.buttons.filter(({ code }) => !sortable.has(SORTING[code] ?? ""));
  return row([...(answer.share ? [answer.share] : []), ...offered], answer.view.language);
}

export function row(buttons: readonly Button[], language: Language): ActionsBlock[] {
  const fitting = buttons.filter(fits);
  if (fitting.length === 0) return [];
  if (fitting.length <= VISIBLE_BUTTONS) return [{ type: "actions", elements: fitting.map(element) }];
  const seen = fitting.slice(0, VISIBLE_BUTTONS - 1);
  const rest = menu(fitting.slice(VISIBLE_BUTTONS - 1), language);
  return [{ type: "actions", elements: [...seen.map(element), ...rest] }];
}

/** All buttons, as many as one block takes: choices of a question, examples, and the menu once it is opened. */
export function all(buttons: readonly Button[], most = CHOICES): ActionsBlock[] {
  const elements = buttons.filter(fits).slice(0, Math.min(most, ELEMENTS_IN_ACTIONS)).map(element);
  return elements.length > 0 ? [{ type: "actions", elements }] : [];
}

const fits = ({ value }: Button): boolean => value.length > 0 && value.length <= BUTTON_VALUE;

function element({ code, label, value }: Button, place: number): ButtonElement {
  const id = `${CLICK}${place}:${code}`;
  return { type: "button", action_id: cut(id, ID), text: plainText(label, BUTTON_TEXT), value };
}

/**
 * Slack's overflow menu carries 75 characters an option, a follow-up needs more: so one button carries the rest of
 * them, packed, and opens them when it is clicked. The lightest are dropped until they fit.
 */
function menu(rest: readonly Button[], language: Language): ButtonElement[] {
  for (let count = rest.length; count > 0; count--) {
    const value = packed(rest.slice(0, count), language);
    if (value.length <= BUTTON_VALUE) {
      return [{ type: "button", action_id: MORE, text: plainText(chatWords(language).more, BUTTON_TEXT), value }];
    }
  }
  return [];
}

const Packed = z.object({
  l: z.enum(["en", "zh"]),
  b: z.array(z.tuple([z.string(), z.string(), z.string()])),
});
/** Far more than any value unpacks to: a forged one is not let grow. */
const UNPACKED = 64_000;

/** As JSON where that fits, else deflated, which takes ten times as long. */
function packed(buttons: readonly Button[], language: Language): string {
  const json = JSON.stringify({ l: language, b: buttons.map(({ code, label, value }) => [code, label, value]) });
  return json.length <= BUTTON_VALUE ? json : deflateRawSync(json).toString("base64url");
}

/** @returns nothing for a value that this adapter did not write. */
export function unpacked(value: string): { language: Language; buttons: Button[] } | undefined {
  try {
    const text = value.startsWith("{") ? value : inflated(value);
    const { l, b } = Packed.parse(JSON.parse(text));
    return { language: l, buttons: b.map(([code, label, button]) => ({ code, label, value: button })) };
  } catch {
    return undefined;
  }
}

const inflated = (value: string): string =>
  inflateRawSync(Buffer.from(value, "base64url"), { maxOutputLength: UNPACKED }).toString();
