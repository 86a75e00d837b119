import type { Language } from "../query/query.ts";
import type { Button } from "../view/button.ts";
import type { Edition } from "../view/edition.ts";
import type { Form } from "../view/form.ts";
import type { Home } from "../view/home.ts";
import type { View } from "../view/view.ts";

/**
 * What an adapter asks of the core, and what the core answers: nothing of prices, settings or forms is decided in an
 * adapter, and nothing of a platform stands here. All ids are the platform's own and opaque to the core.
 */

/** Where something was said. */
export interface Address {
  /** The adapter's own name; the core only compares it. */
  platform: string;
  /** The workspace or company, unique over all platforms; every key in the store begins with it. */
  tenant: string;
  channel: string;
  /** The root message of the thread, where there is one. */
  thread?: string;
}

/** Which conversation a question belongs to: a thread is shared by all in it, the others are one person's. */
export type Surface = "thread" | "direct" | "command";

export interface Sender {
  user: string;
  /** IANA name, where the platform gives it. */
  timezone?: string;
  /** Administers the workspace or owns the chat; absent where the platform can't tell. */
  admin?: boolean;
  /** The language of the sender's client, for what carries no words of their own. */
  language?: Language;
}

export type Request =
  | { kind: "question"; text: string }
  /** A button or an entry of a menu; `value` is what the core put on it. */
  | { kind: "click"; value: string }
  | { kind: "home" }
  /** Opens a form; `text` is what the sender wrote or pointed at, for forms that take it up. */
  | { kind: "form"; form: FormName; text?: string }
  | { kind: "submit"; form: FormName; state: string; values: FormValues }
  /** The bot was added to a channel, or somebody opened the bot's own chat: greets once per channel and occasion. */
  | { kind: "greet"; occasion: "added" | "opened" }
  /** "What would this text cost?" */
  | { kind: "count"; text: string };

export type FormName = "calculator" | "settings" | "digest";
/** By field name; several for a field of many choices, none for one left empty. */
export type FormValues = Record<string, string | readonly string[] | undefined>;

export interface Incoming {
  /** The same when the platform delivers it again: one answer per id, for a day. */
  id: string;
  /** Other ids under which the same thing may come again. */
  otherIds?: readonly string[];
  address: Address;
  surface: Surface;
  sender: Sender;
  request: Request;
}

/** What is to be shown; every adapter draws every kind. */
export type Content =
  | {
      kind: "answer";
      view: View;
      /** Follow-ups, weightiest first. */
      buttons: readonly Button[];
      /** What to choose from, in the order of `view.choices`. */
      choices: readonly Button[];
      /** Draws the answer for everybody in the channel; only on answers that one person sees. */
      share?: Button;
      /** Who shared it, as an id of the platform, where somebody did. */
      sharedBy?: string;
    }
  /** One plain paragraph: a refusal, a confirmation, a fault with its incident id. */
  | { kind: "notice"; language: Language; text: string; buttons: readonly Button[] }
  | { kind: "form"; form: Form }
  /** A form that was sent with faults: field name → what to do. */
  | { kind: "faults"; language: Language; faults: Record<string, string> }
  | { kind: "home"; home: Home }
  | { kind: "edition"; edition: Edition };

/** What comes of a request. */
export interface Reply {
  content: Content;
  /** `here`: for everybody who can read the conversation; `asker`: for the sender only. */
  to: "here" | "asker";
  /** The message that was clicked is replaced, where the platform allows it; else it is a message of its own. */
  replaces: boolean;
  /** The same for every try to send this reply: platforms that know such keys post it once. At most 50 characters. */
  sendKey: string;
}

/** The core as adapters see it. */
export interface Core {
  /**
   * For replies that travel in an acknowledgement. `null`: it came before, say nothing. Never rejects: a fault becomes
   * a notice with an incident id.
   */
  respond(incoming: Incoming): Promise<Reply | null>;
  /** To be called once the reply of `respond` is on its way: a restart does not answer it again. */
  settle(incoming: Incoming): Promise<void>;
  /**
   * For replies that are messages of their own. Resolves as soon as the question is safely claimed, so that the
   * platform can be acknowledged; the answer goes out through the outbox. A repeat does nothing.
   */
  accept(incoming: Incoming): Promise<void>;
}
