import { setImmediate } from "node:timers/promises";
import type { CatalogEvent } from "../catalog/event.ts";
import type { Sent } from "../delivery/deliver.ts";
import type { Watch } from "../ports/records.ts";
import type { Language } from "../query/query.ts";
import { alertText } from "./alert.ts";
import { orderOf } from "./condition.ts";
import { groupStep } from "./group-step.ts";
import type { WatchParts } from "./parts.ts";
import { convertOn, type Seen, seenOf } from "./seen.ts";
import { type Happened, type Step, step } from "./step.ts";
import { keep, send } from "./tell.ts";

/** Questions asked meanwhile wait no longer than this, and what one of them takes. */
const SLICE_MS = 4;
/** Watches between two looks at the clock. */
const LOOKS = 64;
/** Alerts on their way at once: a change that fires thousands is no burst of memory. */
const AT_ONCE = 256;

const keyOf = ({ tenant, id }: Watch) => JSON.stringify([tenant, id]);

/** One batch: what lookups show after it, and the alerts that are on their way. */
export function createRound(parts: WatchParts, at: Date) {
  const catalog = parts.catalog();
  const now = parts.clock.now();
  const convert = convertOn(catalog, now);
  const shown = new Map<string, Seen | undefined>();
  const sending = new Set<Promise<void>>();
  /** Watches as earlier events of the batch left them, which the store may not know yet. */
  const moved = new Map<string, Watch>();
  const kept = new Map<string, { watch: Watch; next: Watch | undefined; sent?: Sent }>();
  const accepted = at.toISOString();
  let since = performance.now();

  const seen = (language: Language, model: string): Seen | undefined => {
    const key = `${language} ${model}`;
    if (!shown.has(key)) shown.set(key, seenOf(catalog, now, language, model));
    return shown.get(key);
  };
  let last: (Happened & { language: Language }) | undefined;
  /** What happened as watches of one language see it: the same for thousands of them in a row. */
  const happened = (event: CatalogEvent, language: Language): Happened => {
    if (last?.event !== event || last.language !== language)
      last = { event, language, at, seen: seen(language, event.model), convert };
    return last;
  };
  const stepOf = (watch: Watch, event: CatalogEvent): Step =>
    orderOf(watch).models ? step(watch, happened(event, watch.language)) : groupStep(watch, event, convert);

  const rest = async () => {
    if (performance.now() - since < SLICE_MS) return;
    await setImmediate();
    since = performance.now();
  };
  const tell = async (watch: Watch, event: CatalogEvent, next: Watch | undefined) => {
    const text = alertText(watch, event, orderOf(watch).models && seen(watch.language, event.model), catalog, now);
    const sent = await send(parts, watch, event, text);
    if (sent.state !== "left") kept.set(keyOf(watch), { watch, next: moved.get(keyOf(watch)) ?? next, sent });
  };
  const fire = async (watch: Watch, event: CatalogEvent, next: Watch | undefined) => {
    if (sending.size >= AT_ONCE) await Promise.race(sending);
    const telling = tell(watch, event, next)
      .catch((error: unknown) => parts.log.error("watch not told", { error }))
      .finally(() => sending.delete(telling));
    sending.add(telling);
  };

  /** At once for the many that an event means nothing to. */
  const look = (stored: Watch, event: CatalogEvent): Promise<void> | undefined => {
    const watch = (moved.size > 0 && moved.get(keyOf(stored))) || stored;
    const next = stepOf(watch, event);
    if (next.watch) moved.set(keyOf(stored), next.watch);
    if (next.fires) return fire(watch, event, next.watch);
    if (next.watch) kept.set(keyOf(stored), { watch, next: next.watch });
    return undefined;
  };

  return {
    rest,
    async lookAll(watches: readonly Watch[], event: CatalogEvent) {
      for (const [index, stored] of watches.entries()) {
        const firing = stored.at < accepted ? look(stored, event) : undefined;
        if (firing !== undefined) await firing;
        if (index % LOOKS === LOOKS - 1) await rest();
      }
    },
    /** Everything is kept at the end, in one go: a crash before it sends alerts again, under the same keys. */
    async done() {
      await Promise.all(sending);
      await Promise.all([...kept.values()].map(({ watch, next, sent }) => keep(parts, watch, next, sent)));
    },
  };
}
