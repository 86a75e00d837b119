import type { FormValues } from "../../ports/core.ts";
import { messagesIn } from "../../view/messages/locales.ts";
import type { FormTalk } from "../../view/messages/service.ts";
import type { Ask, Outcome } from "../context.ts";
import type { Scope } from "../settings.ts";

/** Field name → what is wrong with it. */
type Wrong = Readonly<Record<string, keyof FormTalk["faults"] | undefined | false>>;
export type Faults = { faults: Record<string, string> };
/** Takes the values of one form. */
export type Submit = (ask: Ask, values: FormValues, scope: Scope) => Promise<NonNullable<Outcome> | Faults>;

/** What is wrong with each field in words, or undefined where nothing is. */
export function faultsOf({ language }: Ask, wrong: Wrong): Faults | undefined {
  const said = messagesIn(language).forms.faults;
  const faults = Object.entries(wrong).flatMap(([field, fault]) => (fault ? [[field, said[fault]] as const] : []));
  return faults.length > 0 ? { faults: Object.fromEntries(faults) } : undefined;
}
