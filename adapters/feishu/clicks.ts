import type { Incoming, Reply } from "../../src/ports/core.ts";
import type { Outgoing } from "../../src/ports/platform.ts";
import { chatWords } from "../../src/view/messages/chat.ts";
import type { Card } from "./card.ts";
import { cut } from "./escape.ts";
import { TOAST } from "./limits.ts";

/** What goes back to Feishu for a click: at most one toast and one card, and never nothing at all. */
export interface Acknowledgement {
  toast?: { type: "info" | "success" | "error"; content: string };
  card?: { type: "raw"; data: Card };
}

/** Where the answer to a click stands. */
export type Placed =
  | { kind: "toast"; type: "info" | "error"; text: string }
  /** In place of the card that was clicked. */
  | { kind: "replace"; message: Outgoing }
  | { kind: "post"; message: Outgoing; toast?: string };

/** @param clicked id of the message that the card is */
export function place(incoming: Incoming, { content, to, replaces, sendKey }: Reply, clicked: string): Placed {
  const { address, sender, surface, request } = incoming;
  const isPrivate = surface === "command";
  if (content.kind === "faults")
    return { kind: "toast", type: "error", text: Object.values(content.faults).join("\n") };
  if (isPassing(content) && (to === "asker" || isUnreadable(incoming)) && request.kind !== "submit") {
    return { kind: "toast", type: "info", text: content.text };
  }
  // What comes of a form stands in its place, unless it is for all in the group that the form is about.
  if (replaces || (request.kind === "submit" && !(isPrivate && to === "here"))) {
    const onlyFor = isPrivate ? { onlyFor: sender.user } : {};
    return { kind: "replace", message: { address, content, sendKey, replaces: clicked, ...onlyFor } };
  }
  const onlyFor = to === "asker" ? { onlyFor: sender.user } : {};
  const message = { address, content, sendKey, ...onlyFor };
  const moved = to === "asker" && surface === "thread";
  return { kind: "post", message, ...(moved && { toast: chatWords(languageOf(incoming, content)).sentToYou }) };
}

type Notice = Extract<Content, { kind: "notice" }>;

/** Short enough to be seen for a moment only. */
const isPassing = (content: Content): content is Notice =>
  content.kind === "notice" && content.buttons.length === 0 && content.text.length <= TOAST;

/** A value that this adapter did not write says nothing of the card's place either. */
const isUnreadable = ({ request }: Incoming): boolean => request.kind === "click" && request.value === "";

export const toast = (type: "info" | "success" | "error", text: string): Acknowledgement => ({
  toast: { type, content: cut(text, TOAST) },
});

type Content = Reply["content"];

function languageOf({ sender }: Incoming, content: Content) {
  if (content.kind === "answer") return content.view.language;
  return sender.language ?? "zh";
}
