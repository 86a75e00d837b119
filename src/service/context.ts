import type { Bot } from "../bot/bot.ts";
import type { Throttle } from "../delivery/throttle.ts";
import type { Clock } from "../ports/clock.ts";
import type { Commands } from "../ports/commands.ts";
import type { Content, Incoming, Reply, Request } from "../ports/core.ts";
import type { Log } from "../ports/log.ts";
import type { Reviews } from "../ports/review.ts";
import type { Store } from "../ports/store.ts";
import type { Language } from "../query/query.ts";
import type { InForce } from "./settings.ts";

/** What the core is made of. */
export interface Parts {
  /** The bot on the newest catalog; asked anew for each request, so that every answer is from one catalog. */
  bot: () => Bot;
  store: Store;
  clock: Clock;
  log: Log;
  commands: Commands;
  /** Absent where nobody reviews prices; what is said to be wrong is then only answered. */
  reviews?: Reviews;
  /** How much a person may ask; 20 questions a minute unless said otherwise. */
  throttle?: Throttle;
  /** The log holds what people ask, since the operator wants it. */
  logTexts?: boolean;
}

/** One request, with all that its answer depends on. */
export interface Ask {
  incoming: Incoming;
  bot: Bot;
  now: Date;
  settings: InForce;
  /** To answer this person in. */
  language: Language;
  parts: Parts;
}

/** What is to be said, and to whom; `null`: nothing. */
export type Outcome = { content: Content; to: Reply["to"]; replaces?: boolean } | null;

export type RequestOf<K extends Request["kind"]> = Extract<Request, { kind: K }>;
export type Handler<K extends Request["kind"]> = (ask: Ask, request: RequestOf<K>) => Promise<Outcome>;

/** What only the sender is to see goes to them, where the conversation is not theirs anyway. */
export const audience = ({ surface }: Incoming): Reply["to"] => (surface === "command" ? "asker" : "here");

/** One plain paragraph. */
export const notice = (language: Language, text: string): Extract<Content, { kind: "notice" }> => ({
  kind: "notice",
  language,
  text,
  buttons: [],
});
