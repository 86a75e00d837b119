import type { Outbox } from "../delivery/outbox.ts";
import type { Log } from "../ports/log.ts";
import type { Subscription } from "../ports/records.ts";
import { messagesIn } from "../view/messages/locales.ts";
import { whenWords } from "./words.ts";

/** What a subscriber hears privately: their channel takes nothing any more, or may not have had an edition. */
export type Trouble = "refused" | "unknown";

/**
 * Tells who set a digest up, in their direct chat, and does not name the channel: they may not be in it any more. In
 * their own chat with the bot there is nobody else to tell.
 */
export async function tell(
  { outbox, log }: { outbox: Pick<Outbox, "send">; log: Log },
  subscription: Subscription,
  sendKey: string,
  trouble: Trouble,
  edition = "",
): Promise<void> {
  const { platform, tenant, by, personal, language } = subscription;
  if (by === undefined || personal) return;
  const { digest } = messagesIn(language);
  const when = whenWords(subscription, language);
  const text =
    trouble === "refused" ? digest.refused(when) : digest.unsure(when, edition.slice(0, "YYYY-MM-DD".length));
  const content = { kind: "notice" as const, language, text, buttons: [] };
  const sent = await outbox.send({ address: { platform, tenant, channel: by }, content, sendKey });
  if (sent.state !== "sent") log.warn("subscriber not told", { platform, trouble, why: sent.why });
}
