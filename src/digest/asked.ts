import type { Given } from "../ports/commands.ts";
import type { Content, Reply } from "../ports/core.ts";
import type { Subscription } from "../ports/records.ts";
import type { DigestTalk } from "../view/messages/digest.ts";
import type { PostParts } from "./post.ts";
import type { Runner } from "./runner.ts";

export interface HandlerParts extends PostParts {
  runner: Pick<Runner, "wake">;
}

/** One command about the digest, with all that its answer depends on. */
export interface Asked extends Given<"digest"> {
  parts: HandlerParts;
  /** The channel's, if it has one. */
  subscription: Subscription | undefined;
  talk: DigestTalk;
}

export type Answered = { content: Content; to: Reply["to"] };

/** A confirmation or refusal, where the command was given. */
export function said({ language, incoming }: Asked, text: string): Answered {
  const content = { kind: "notice" as const, language, text, buttons: [] };
  return { content, to: incoming.surface === "command" ? "asker" : "here" };
}
