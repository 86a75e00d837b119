import type { Command, Language } from "../query/query.ts";
import type { Content, Incoming, Reply } from "./core.ts";

/** A command that somebody gave, in words, by a button or by a form. */
export interface Given<N extends Command["name"]> {
  command: Extract<Command, { name: N }>;
  incoming: Incoming;
  /** To answer in. */
  language: Language;
  now: Date;
}

/** Carries out the commands of one name; what goes wrong for the person's own doing is content, never an error. */
export type CommandHandler<N extends Command["name"]> = (
  given: Given<N>,
) => Promise<{ content: Content; to: Reply["to"] }>;

/** The commands that other parts bring; one that is absent is answered "not available yet", its controls are not drawn. */
export interface Commands {
  digest?: CommandHandler<"digest">;
  watch?: CommandHandler<"watch">;
}
