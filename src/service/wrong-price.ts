import type { Reply as Answered, Memory } from "../bot/bot.ts";
import type { WrongPrice } from "../ports/review.ts";
import { inert } from "../view/inert.ts";
import { messagesIn } from "../view/messages/locales.ts";
import { createVoice } from "../view/voice.ts";
import { type Ask, notice, type Outcome } from "./context.ts";

const WRONG =
  /\bprices?\b.{0,60}\b(?:is|are|looks?|seems?)\b.{0,12}\b(?:wrong|incorrect|outdated|out of date|not right)\b|\bwrong price\b|价格?.{0,12}(?:不对|错了|有误|不正确|过时)/iu;
const LINK = /https?:\/\/[^\s<>|)）"”]+/iu;
const FIGURE =
  /(?:US\$|\$|¥|￥)\s?\d[\d,.]*\d|(?:US\$|\$|¥|￥)\s?\d|\d[\d,.]*\s?(?:元|块|美元|刀|usd|cny|rmb|dollars?|yuan|人民币)/giu;
const FULL_STOP = /[.,;:!?。，；：！？]+$/u;
const QUESTION = /[?？吗]\s*$/u;
const FIGURES_KEPT = 4;
const LINK_LENGTH = 300;

/** Whether somebody says, and does not ask, that a price is wrong. */
export const saysWrongPrice = (text: string): boolean => WRONG.test(text) && !QUESTION.test(text);

/** "This price is wrong, it is $3, see …": of the model that it names, or else of the one asked about before. */
export async function wrongPriceInWords(ask: Ask, text: string, before: Memory): Promise<Outcome> {
  const { bot, now } = ask;
  const link = LINK.exec(text)?.[0].slice(0, LINK_LENGTH).replace(FULL_STOP, "");
  const figures = (text.replace(LINK, " ").match(FIGURE) ?? []).slice(0, FIGURES_KEPT);
  const named = bot.ask(text.replace(LINK, " ").replace(FIGURE, " "), now).query.models ?? before.query?.models ?? [];
  const [model] = named;
  if (model === undefined || named.length > 1) return whichOffer(ask);
  const providers = before.query?.models?.[0] === model ? before.query.filters?.providers : undefined;
  const answered = bot.answer(
    {
      intent: "lookup",
      language: before.query?.language ?? ask.language,
      models: [model],
      ...(providers && { filters: { providers } }),
    },
    now,
  );
  return reportWrong(ask, answered, {
    ...(figures.length > 0 && { figure: figures.join(" / ") }),
    ...(link !== undefined && { link }),
  });
}

/** The price of one offer is wrong: it goes on the review list as the bot shows it. */
export async function reportWrong(
  ask: Ask,
  { rows, query }: Answered,
  said: Pick<WrongPrice, "figure" | "link"> = {},
): Promise<Outcome> {
  const { incoming, bot, now, language, parts } = ask;
  const messages = messagesIn(language);
  const { wrongPrice } = messages.talk;
  const [row] = rows;
  if (!parts.reviews) return { content: notice(language, wrongPrice.nobody), to: "asker" };
  if (!row) return whichOffer(ask);
  const { model, provider, currency, input, output } = row;
  await parts.reviews.report({
    model,
    provider,
    shown: { currency, input, output },
    ...said,
    by: { tenant: incoming.address.tenant, user: incoming.sender.user },
    at: now,
  });
  const who = createVoice({ ...query, language }, bot.catalog, messages).at(model, provider);
  const reported = wrongPrice.reported({ who, ...said, ...(said.figure && { figure: inert(said.figure) }) });
  const text = said.figure || said.link ? [reported] : [reported, wrongPrice.how];
  return { content: notice(language, text.join(" ")), to: "asker" };
}

const whichOffer = ({ language }: Ask): Outcome => ({
  content: notice(language, messagesIn(language).talk.wrongPrice.whichOffer),
  to: "asker",
});
