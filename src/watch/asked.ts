import type { Given } from "../ports/commands.ts";
import type { Content, Reply } from "../ports/core.ts";
import type { Speaker } from "../view/edition/lines.ts";
import type { WatchTalk } from "../view/messages/watch.ts";
import type { WatchParts } from "./parts.ts";

/** One command about watches, with all that its answer depends on. */
export interface Asked extends Given<"watch"> {
  parts: WatchParts;
  speaker: Speaker;
  talk: WatchTalk;
}

export type Answered = { content: Content; to: Reply["to"] };

/** A confirmation or refusal, where the command was given. */
export function said({ language, incoming, speaker }: Asked, text: string): Answered {
  const content = { kind: "notice" as const, language, text: speaker.messages.words.spaced(text), buttons: [] };
  return { content, to: incoming.surface === "command" ? "asker" : "here" };
}
