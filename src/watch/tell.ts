import type { CatalogEvent } from "../catalog/event.ts";
import type { Sent } from "../delivery/deliver.ts";
import { sendKey } from "../digest/send-key.ts";
import type { Watch } from "../ports/records.ts";
import type { Query } from "../query/query.ts";
import { messagesIn } from "../view/messages/locales.ts";
import { orderOf } from "./condition.ts";
import type { WatchParts } from "./parts.ts";

/** Sends an alert, with what ends or pauses its watch; the same event is told once. */
export function send(
  { outbox, clock, button }: WatchParts,
  watch: Watch,
  event: CatalogEvent,
  text: string,
): Promise<Sent> {
  const { platform, tenant, channel, language, id } = watch;
  const { buttons } = messagesIn(language).watch;
  const { models, labs, families } = orderOf(watch);
  const about = { ...(models && { models }), ...(labs && { labs }), ...(families && { families }) };
  const act = (action: "remove" | "pause"): Query => ({
    ...{ intent: "command", language, command: { name: "watch", action, ...about } },
  });
  const content = {
    ...{ kind: "notice" as const, language, text },
    buttons: [
      ...button("watch_remove", buttons.stop, act("remove"), clock.now()),
      ...button("watch_pause", buttons.pause, act("pause"), clock.now()),
    ],
  };
  const key = sendKey("watch", tenant, id, event.kind, event.offer, event.effective, event.accepted);
  return outbox.send({ address: { platform, tenant, channel }, content, sendKey: key });
}

/** Keeps what a step came to, unless the watch was changed or removed meanwhile; mutes what nobody takes any more. */
export async function keep({ store, log }: WatchParts, { tenant, id }: Watch, next: Watch | undefined, sent?: Sent) {
  const isGone = sent?.state === "refused" && sent.gone;
  if (isGone) log.warn("watch muted", { why: sent.why });
  await store.watches.change(tenant, id, (old) => {
    if (!old) return undefined;
    const { armed = old.armed, awaySince, price, told } = next ?? {};
    const { awaySince: _, ...rest } = old;
    const known = { ...(awaySince && { awaySince }), ...(price && { price }), ...(told && { told }) };
    return { ...(next ? { ...rest, armed, ...known } : old), ...(isGone && { state: "muted" as const }) };
  });
}
