import type { Ask, Outcome, RequestOf } from "../context.ts";
import { openForm } from "../forms.ts";

/** Opens a form. */
export async function form(ask: Ask, request: RequestOf<"form">): Promise<Outcome> {
  return { content: openForm(ask, request.form, request.text), to: "asker" };
}
