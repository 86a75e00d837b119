import type { Content, FormName } from "../ports/core.ts";
import type { Query } from "../query/query.ts";
import { type CalculatorValues, calculatorForm } from "../view/forms/calculator.ts";
import { digestForm } from "../view/forms/digest.ts";
import { settingsForm } from "../view/forms/settings.ts";
import { messagesIn } from "../view/messages/locales.ts";
import { type Ask, notice } from "./context.ts";
import { formState } from "./fields.ts";
import { forAsker, type Scope } from "./settings.ts";

const SCOPES: readonly string[] = ["user", "channel", "workspace"];
const isScope = (text: string): text is Scope => SCOPES.includes(text);

/**
 * A form to be filled in. `text` goes into the calculator where it names a model or a workload, and says whose
 * settings are meant: `user`, `channel` or `workspace`.
 */
export function openForm(ask: Ask, form: FormName, text = ""): Content {
  const { language, parts, incoming } = ask;
  if (form === "settings") return { kind: "form", form: settings(ask, isScope(text) ? text : "user") };
  if (form === "calculator") {
    const filled = calculatorForm(language, taken(ask, text), formState(ask));
    return { kind: "form", form: filled };
  }
  if (!parts.commands.digest) return notice(language, messagesIn(language).titles.unavailable(["digest"]));
  const timezone = incoming.sender.timezone ?? (language === "zh" ? "Asia/Shanghai" : "UTC");
  return { kind: "form", form: digestForm(language, timezone, formState(ask)) };
}

const settings = (ask: Ask, scope: Scope) =>
  settingsForm(ask.language, scope, ask.settings[scope], formState(ask, scope));

/** What a text says of a calculation. */
function taken({ bot, now, settings: set }: Ask, text: string): CalculatorValues {
  const { models = [], workload = {}, currency }: Partial<Query> = text.trim() === "" ? {} : bot.ask(text, now).query;
  const names = models.map((id) => bot.catalog.models.get(id)?.name ?? id);
  const wanted = typeof currency === "string" ? currency : forAsker(set).currency;
  return {
    ...(names.length > 0 && { model: names.join(", ") }),
    ...(workload.input !== undefined && { input: String(workload.input) }),
    ...(workload.output !== undefined && { output: String(workload.output) }),
    ...(wanted && { currency: wanted }),
  };
}
