import type { Content, FormName } from "../../ports/core.ts";
import { messagesIn } from "../../view/messages/locales.ts";
import { type Ask, notice, type Outcome, type RequestOf } from "../context.ts";
import { readState } from "../fields.ts";
import { calculate } from "../submit/calculator.ts";
import { submitDigest } from "../submit/digest.ts";
import { submitSettings } from "../submit/settings.ts";
import type { Submit } from "../submit/submit.ts";

const FORMS: Record<FormName, Submit> = { calculator: calculate, settings: submitSettings, digest: submitDigest };

/** Takes a form that was filled in; what is wrong with it is said field by field. */
export async function submit(ask: Ask, request: RequestOf<"submit">): Promise<Outcome> {
  const { incoming, language } = ask;
  const state = readState(request.state);
  if (!state) return { content: notice(language, messagesIn(language).forms.stale), to: "asker" };
  const { channel, scope = "user" } = state;
  const there: Ask = { ...ask, incoming: { ...incoming, address: { ...incoming.address, channel } } };
  const taken = await FORMS[request.form](there, request.values, scope);
  if (!("faults" in taken)) return taken;
  const content: Content = { kind: "faults", language, faults: taken.faults };
  return { content, to: "asker" };
}
