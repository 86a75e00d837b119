import type { FormValues } from "../../ports/core.ts";
import type { Query } from "../../query/query.ts";
import { own } from "../../view/own.ts";
import { answerContent } from "../answer-content.ts";
import type { Ask } from "../context.ts";
import { numberIn, textIn } from "../fields.ts";
import { forAsker } from "../settings.ts";
import { type Faults, faultsOf, type Submit } from "./submit.ts";

const BETWEEN = /[,，、;；\n]/u;
const WHOLE = 100;
const MONTH_DAYS = 30;
const WEEK_DAYS = 7;
/** How many times so many requests are made in all, and over how many days. */
const TIMES: Record<string, { factor: number; days?: number }> = {
  total: { factor: 1 },
  day: { factor: MONTH_DAYS, days: MONTH_DAYS },
  week: { factor: MONTH_DAYS / WEEK_DAYS, days: MONTH_DAYS },
  month: { factor: 1, days: MONTH_DAYS },
};

/** The cost of what was filled in. */
export const calculate: Submit = async (ask, values) => {
  const { bot, now, language, settings } = ask;
  const filled = read(ask, values);
  if (!filled.models || filled.faults) return filled.faults ?? { faults: {} };
  const currency = textIn(values, "currency");
  const query: Query = {
    intent: "cost",
    language,
    models: filled.models,
    workload: workloadOf(filled, textIn(values, "per") ?? "total"),
    ...((currency === "USD" || currency === "CNY") && { currency }),
  };
  const { filters: _, currency: __, ...defaults } = forAsker(settings);
  const answered = bot.answer(query, now, { ...defaults, language });
  return { content: answerContent(ask, answered, { to: "asker" }), to: "asker" };
};

interface Filled {
  models: string[] | undefined;
  input: number | undefined;
  output: number | undefined;
  cached: number | undefined;
  requests: number | undefined;
  faults?: Faults | undefined;
}

function read(ask: Ask, values: FormValues): Filled {
  const models = modelsIn(ask, values);
  const numbers = {
    input: numberIn(values, "input"),
    output: numberIn(values, "output"),
    cached: numberIn(values, "cached"),
    requests: numberIn(values, "requests"),
  };
  const { input, output, cached = 0, requests = 1 } = numbers;
  const faults = faultsOf(ask, {
    model: textIn(values, "model") === undefined ? "required" : !models && "model",
    input: Number.isNaN(input) ? "number" : !input && !output && "usage",
    output: Number.isNaN(output) && "number",
    cached: !(cached <= WHOLE) && "share",
    requests: !(requests > 0) && "number",
  });
  return { models, ...numbers, faults };
}

function workloadOf({ input, output, cached, requests = 1 }: Filled, per: string): NonNullable<Query["workload"]> {
  const { factor, days } = own(TIMES, per) ?? { factor: 1 };
  return {
    ...(input && { input }),
    ...(output && { output }),
    ...(cached && input && { cachedInput: Math.round((input * cached) / WHOLE) }),
    requests: Math.round(requests * factor),
    ...(days !== undefined && { days }),
  };
}

/** The models that a field names, or undefined where it names none for certain. */
function modelsIn({ bot, now }: Ask, values: FormValues): string[] | undefined {
  const names = (textIn(values, "model") ?? "").split(BETWEEN).filter((name) => name.trim() !== "");
  const found = names.map((name) => bot.ask(name, now).query);
  const models = found.flatMap((query) => (query.models?.length === 1 && !query.unread ? query.models : []));
  return models.length === names.length && names.length > 0 ? [...new Set(models)] : undefined;
}
