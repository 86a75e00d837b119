import type { CommandHandler, Commands, Given } from "../ports/commands.ts";
import type { Content } from "../ports/core.ts";
import type { Command } from "../query/query.ts";
import { messagesIn } from "../view/messages/locales.ts";
import { type Ask, notice, type Outcome } from "./context.ts";
import { settingsInWords } from "./settings-command.ts";

type Said = NonNullable<Outcome>;

/** Carries out what a message commands, one after the other; several short confirmations become one. */
export async function commanded(ask: Ask, command: Command | readonly Command[], text = ""): Promise<Outcome> {
  const commands = [command].flat() as Command[];
  const said: Said[] = [];
  for (const one of commands) said.push(await carryOut(ask, one, text));
  return joined(said);
}

async function carryOut(ask: Ask, command: Command, text: string): Promise<Said> {
  switch (command.name) {
    case "settings":
      return settingsInWords(ask, command, text);
    case "digest":
      return handed(ask, command.name, command, ask.parts.commands.digest);
    case "watch":
      return handed(ask, command.name, command, ask.parts.commands.watch);
  }
}

/** Leaves a command to the part that brings it. */
export async function handed<N extends keyof Commands>(
  ask: Ask,
  name: N,
  command: Given<N>["command"],
  handle: CommandHandler<N> | undefined,
): Promise<Said> {
  const { incoming, language, now } = ask;
  if (handle) return handle({ command, incoming, language, now });
  return { content: notice(language, messagesIn(language).titles.unavailable([name])), to: "asker" };
}

/** Confirmations in one paragraph; anything else stands for itself, the last one for all. */
function joined(said: readonly Said[]): Outcome {
  const last = said.at(-1);
  if (!last || said.length === 1) return last ?? null;
  const notices = said.map(({ content }) => content).filter(isNotice);
  if (notices.length < said.length || last.content.kind !== "notice") return last;
  const buttons = notices.flatMap((one) => one.buttons);
  return { ...last, content: { ...last.content, text: notices.map(({ text }) => text).join(" "), buttons } };
}

const isNotice = (content: Content): content is Extract<Content, { kind: "notice" }> => content.kind === "notice";
