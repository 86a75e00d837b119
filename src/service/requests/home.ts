import type { Bot } from "../../bot/bot.ts";
import { dayOf } from "../../catalog/days.ts";
import type { Language } from "../../query/query.ts";
import type { Button } from "../../view/button.ts";
import { examples } from "../../view/help.ts";
import { presentHome } from "../../view/present-home.ts";
import { button } from "../answer-content.ts";
import type { Ask, Outcome } from "../context.ts";
import { settingsLines } from "../settings-command.ts";

/** The bot's own page. */
export async function home(ask: Ask): Promise<Outcome> {
  return { content: { kind: "home", home: page(ask, ask.bot, ask.language) }, to: "asker" };
}

/** What it does, what to try, what is set; a greeting says hello and leaves settings out. */
export function page(ask: Ask, { catalog }: Bot, language: Language, greets?: "added" | "opened") {
  return presentHome({
    catalog,
    language,
    today: dayOf(ask.now),
    examples: exampleButtons(ask.now, language),
    settings: greets ? [] : settingsLines(ask),
    forms: ["calculator", "settings", ...(ask.parts.commands.digest ? (["digest"] as const) : [])],
    ...(greets && { greets }),
  });
}

const exampleButtons = (now: Date, language: Language): Button[] =>
  examples(language).flatMap(({ label, query: q }) => button("example", label, { k: "ask", q, day: dayOf(now) }));
