import { tokenRange } from "../../answer/workload.ts";
import type { Query } from "../../query/query.ts";
import { messagesIn } from "../../view/messages/locales.ts";
import { presentCount } from "../../view/present-count.ts";
import { answerContent } from "../answer-content.ts";
import { type Ask, notice, type Outcome, type RequestOf } from "../context.ts";
import { recall } from "../conversation.ts";
import { forAsker } from "../settings.ts";
import { COUNTED_CHARACTERS, countTokens, TOKENIZER } from "../tokenizer.ts";

const MODELS_SHOWN = 5;

/** What a text would cost as input: of the models that were asked about last, else of the cheapest. */
export async function count(ask: Ask, request: RequestOf<"count">): Promise<Outcome> {
  const { bot, now, language, settings, incoming, parts } = ask;
  const text = request.text.slice(0, COUNTED_CHARACTERS);
  if (text.trim() === "") return { content: notice(language, messagesIn(language).count.empty), to: "asker" };
  const { query: last } = await recall(parts.store, incoming);
  const tokens = await countTokens(text);
  const answered = bot.answer(costOf(tokens, language, last?.models), now, { ...forAsker(settings), language });
  const { low, high } = tokenRange(text);
  const view = presentCount(answered.view, {
    characters: request.text.length,
    ...(text.length < request.text.length && { upTo: text.length }),
    tokens,
    tokenizer: TOKENIZER,
    low: Math.min(low, tokens),
    high: Math.max(high, tokens),
  });
  return { content: answerContent(ask, { ...answered, view }, { to: "asker" }), to: "asker" };
}

function costOf(input: number, language: Query["language"], models: Query["models"]): Query {
  const workload = { input, requests: 1 };
  if (models) return { intent: "cost", language, models, workload };
  return { intent: "rank", language, workload, sort: { by: "cost", order: "asc" }, limit: MODELS_SHOWN };
}
