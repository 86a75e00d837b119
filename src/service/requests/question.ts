import type { Reply as Answered, Bot, Memory } from "../../bot/bot.ts";
import { messagesIn } from "../../view/messages/locales.ts";
import { answerContent } from "../answer-content.ts";
import { commanded } from "../commands.ts";
import { type Ask, audience, notice, type Outcome, type RequestOf } from "../context.ts";
import { recall, remember } from "../conversation.ts";
import { forAsker } from "../settings.ts";
import { settingsCommandIn } from "../settings-command.ts";
import { saysWrongPrice, wrongPriceInWords } from "../wrong-price.ts";

const FORGET =
  /^[^\p{L}\p{N}]*(?:please )?(?:forget (?:about )?me|delete (?:all )?my data|erase me)[^\p{L}\p{N}]*$|^[^\p{L}\p{N}]*(?:请)?(?:忘(?:了|掉|记)我|(?:删除|清除|删掉)我的(?:所有|全部)?(?:数据|资料|信息))[^\p{L}\p{N}]*$/iu;

/** Answers what somebody wrote. */
export async function question(ask: Ask, request: RequestOf<"question">): Promise<Outcome> {
  const { incoming, bot, language, parts } = ask;
  const text = request.text.trim();
  if (FORGET.test(text)) {
    await parts.store.forget(incoming.address.tenant, incoming.sender.user);
    return { content: notice(language, messagesIn(language).talk.forgotten), to: "asker" };
  }
  const before = await recall(parts.store, incoming);
  if (saysWrongPrice(text)) return wrongPriceInWords(ask, text, before);
  const answered = read(bot, text, ask, before);
  const command = answered.query.command ?? settingsCommandIn(text);
  if (command) return commanded(ask, command, text);
  remember(ask, answered.memory, before);
  const to = audience(incoming);
  return { content: answerContent(ask, answered, { to, bare: answered.memory.bare ?? false }), to };
}

/** The answer to a text; to none at all it is what can be asked. */
function read(bot: Bot, text: string, { now, settings, language }: Ask, before: Memory): Answered {
  if (text === "") return bot.answer({ intent: "help", language }, now);
  return bot.ask(text, now, before, forAsker(settings));
}
