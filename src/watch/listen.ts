import { setImmediate } from "node:timers/promises";
import type { Catalog } from "../catalog/catalog.ts";
import type { CatalogEvent } from "../catalog/event.ts";
import type { Sent } from "../delivery/deliver.ts";
import type { Outbox } from "../delivery/outbox.ts";
import type { Batch } from "../digest/news.ts";
import { sendKey } from "../digest/send-key.ts";
import type { Clock } from "../ports/clock.ts";
import type { Log } from "../ports/log.ts";
import type { Watch } from "../ports/records.ts";
import type { Store } from "../ports/store.ts";
import type { Language, Query } from "../query/query.ts";
import type { Button } from "../view/button.ts";
import { messagesIn } from "../view/messages/locales.ts";
import { alertText } from "./alert.ts";
import { orderOf } from "./condition.ts";
import { groupStep } from "./group-step.ts";
import { convertOn, type Seen, seenOf } from "./seen.ts";
import { type Step, step } from "./step.ts";
import { familySubject, labSubject, modelSubject } from "./subjects.ts";

export interface WatchParts {
  store: Store;
  outbox: Pick<Outbox, "send">;
  clock: Clock;
  log: Log;
  catalog: () => Catalog;
  /** A button that gives a command; none where it does not fit. */
  button: (code: string, label: string, query: Query, now: Date) => Button[];
}

/** Questions asked meanwhile wait no longer than this, and what one of them takes. */
const SLICE_MS = 4;
/** Alerts on their way at once: a change that fires thousands is no burst of memory. */
const AT_ONCE = 64;

/** Tells watches of what a batch of accepted events means to them, in slices; the same batch again tells nothing twice. */
export async function hear(parts: WatchParts, { at, events }: Batch): Promise<void> {
  const round = createRound(parts, at);
  for (const event of events) {
    for (const subject of subjectsOf(parts.catalog(), event)) {
      for (const watch of await parts.store.watches.about(subject)) {
        if (watch.at < at.toISOString()) await round.look(watch, event);
      }
    }
    await round.rest();
  }
  await round.done();
}

function subjectsOf(catalog: Catalog, { model, kind }: CatalogEvent): string[] {
  const known = catalog.models.get(model);
  if (!known || kind === "announced" || kind === "cancelled" || kind === "unconfirmed" || kind === "limit") return [];
  const families = new Set<string>();
  for (const id of known.families)
    for (let at: string | undefined = id; at !== undefined && !families.has(at); at = catalog.families.get(at)?.parent)
      families.add(at);
  return [modelSubject(model), labSubject(known.lab), ...[...families].map(familySubject)];
}

/** One batch: what lookups show after it, and the alerts that are on their way. */
function createRound(parts: WatchParts, at: Date) {
  const catalog = parts.catalog();
  const now = parts.clock.now();
  const convert = convertOn(catalog, now);
  const shown = new Map<string, Seen | undefined>();
  const sending = new Set<Promise<void>>();
  /** Watches as earlier events of the batch left them, which the store may not know yet. */
  const moved = new Map<string, Watch>();
  let since = performance.now();

  const seen = (language: Language, model: string): Seen | undefined => {
    const key = `${language} ${model}`;
    if (!shown.has(key)) shown.set(key, seenOf(catalog, now, language, model));
    return shown.get(key);
  };
  const stepOf = (watch: Watch, event: CatalogEvent): Step =>
    orderOf(watch).models
      ? step(watch, { event, at, seen: seen(watch.language, event.model), convert })
      : groupStep(watch, event, convert);

  const rest = async () => {
    if (performance.now() - since < SLICE_MS) return;
    await setImmediate();
    since = performance.now();
  };
  const tell = async (watch: Watch, event: CatalogEvent, next: Watch | undefined) => {
    const text = alertText(watch, event, orderOf(watch).models && seen(watch.language, event.model), catalog, now);
    const sent = await send(parts, watch, event, text);
    if (sent.state === "left") return;
    // Only then: a crash before it sends the alert again, under the same key.
    await keep(parts, watch, next, sent);
  };

  return {
    rest,
    async look(stored: Watch, event: CatalogEvent) {
      const key = `${stored.tenant} ${stored.id}`;
      const watch = moved.get(key) ?? stored;
      const { watch: next, fires } = stepOf(watch, event);
      if (next) moved.set(key, next);
      if (!fires) {
        if (next) await keep(parts, watch, next);
        return rest();
      }
      if (sending.size >= AT_ONCE) await Promise.race(sending);
      const telling = tell(watch, event, next)
        .catch((error: unknown) => parts.log.error("watch not told", { error }))
        .finally(() => sending.delete(telling));
      sending.add(telling);
      return rest();
    },
    done: () => Promise.all(sending),
  };
}

function send({ outbox, clock, button }: WatchParts, watch: Watch, event: CatalogEvent, text: string): Promise<Sent> {
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
async function keep({ store, log }: WatchParts, { tenant, id }: Watch, next: Watch | undefined, sent?: Sent) {
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
