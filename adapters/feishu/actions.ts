import * as z from "zod";
import type { FormName } from "../../src/ports/core.ts";
import { BUTTON_VALUE_LENGTH, type Button } from "../../src/view/button.ts";
import type { ButtonElement, ColumnSet, Panel } from "./card.ts";
import { plain } from "./card.ts";
import { cut } from "./escape.ts";
import { LABEL } from "./limits.ts";
import { Seal } from "./seals.ts";

/**
 * What a click brings back: the core's own value (`b`), a form to open (`f`), or a form that was sent (`s`, with the
 * state it was opened with). `at` is the conversation that the card belongs to, sealed.
 */
const FORMS = ["calculator", "settings", "digest"] as const satisfies readonly FormName[];
const Value = z.union([
  z.strictObject({ v: z.literal(1), b: z.string().max(BUTTON_VALUE_LENGTH), at: Seal.optional() }),
  z.strictObject({ v: z.literal(1), f: z.enum(FORMS), at: Seal.optional() }),
  z.strictObject({ v: z.literal(1), s: z.enum(FORMS), t: z.string().max(BUTTON_VALUE_LENGTH), at: Seal.optional() }),
]);
export type Value = z.infer<typeof Value>;

/** @returns nothing for a value that this version of the adapter did not write. */
export const readValue = (value: unknown): Value | undefined => Value.safeParse(value).data;

const fits = ({ value }: Button): boolean => value.length > 0 && value.length <= BUTTON_VALUE_LENGTH;

/** Buttons of the core that a card can carry, as they are drawn. */
export const drawn = (buttons: readonly Button[], at?: Seal): ButtonElement[] =>
  buttons.filter(fits).map(({ label, value }) => press(label, { v: 1, b: value, ...(at && { at }) }));

export const press = (label: string, value: Value, type: ButtonElement["type"] = "default"): ButtonElement => ({
  tag: "button",
  text: plain(cut(label, LABEL) || "…"),
  type,
  size: "small",
  behaviors: [{ type: "callback", value }],
});

/** Buttons side by side, on as many lines as the screen needs. */
export const row = (buttons: readonly ButtonElement[]): ColumnSet => ({
  tag: "column_set",
  flex_mode: "flow",
  horizontal_spacing: "small",
  columns: buttons.map((button) => ({ tag: "column", width: "auto", elements: [button] })),
});

/** Buttons that are seen only once the panel is opened. */
export const panel = (title: string, buttons: readonly ButtonElement[]): Panel => ({
  tag: "collapsible_panel",
  expanded: false,
  header: { title: plain(title) },
  elements: [row(buttons)],
});
