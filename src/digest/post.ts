import type { Catalog } from "../catalog/catalog.ts";
import type { Sent } from "../delivery/deliver.ts";
import type { Outbox } from "../delivery/outbox.ts";
import type { Clock } from "../ports/clock.ts";
import type { Log } from "../ports/log.ts";
import type { EditionRecord, Subscription } from "../ports/records.ts";
import { DELIVERY_KEPT_MS, type EditionOutcome, type Store } from "../ports/store.ts";
import type { Maker, Order } from "./maker.ts";
import type { News } from "./news.ts";
import { dueUpTo, nextDue } from "./schedule.ts";
import { sendKey } from "./send-key.ts";
import { tell } from "./tell.ts";
import { wishOf } from "./wish.ts";

export interface PostParts {
  store: Store;
  outbox: Pick<Outbox, "send">;
  clock: Clock;
  log: Log;
  catalog: () => Catalog;
  news: News;
  maker: Maker;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A digest that is later than this is not sent any more. */
const LATE_MS = 48 * HOUR_MS;
/** News of the first edition, and of any. */
const FIRST_MS = 7 * DAY_MS;
const MOST_MS = 28 * DAY_MS;
/** Sending may be tried for ten minutes; nobody else begins within this time. */
const LEASE_MS = 15 * 60_000;
const ARCHIVED_MS = 400 * DAY_MS;
/** How far back the editions before this one are looked at. */
const LOOKED_BACK = 12;

/** Sends what is due of one subscription: the newest edition, once; older ones are noted as missed. */
export async function postDue(parts: PostParts, subscription: Subscription): Promise<void> {
  const { clock } = parts;
  const { next } = subscription;
  const now = clock.now();
  const due = next === undefined ? [] : dueUpTo(subscription, new Date(next), now);
  const [first] = due;
  const last = due.pop();
  if (!first || !last) return;
  const told = { ...subscription, cutOff: toldUpTo(subscription, first).toISOString() };
  for (const at of due) await miss(parts, told, at);
  if (now.getTime() - last.getTime() < LATE_MS) return post(parts, told, last);
  await miss(parts, told, last);
  await advance(parts, told, last, told.cutOff);
}

/** Claims an edition and sends it; one that somebody else has in hand is left to them. */
async function post(parts: PostParts, subscription: Told, due: Date): Promise<void> {
  const { store } = parts;
  const edition = { ...periodOf(parts, subscription), ...frameOf(parts, subscription, due) };
  if (await store.editions.claim(edition, LEASE_MS)) return send(parts, subscription, edition);
  const known = await store.editions.get(subscription.tenant, subscription.channel, edition.edition);
  // A crash came between recording the edition and moving the subscription on.
  if (known && known.state !== "claimed") await settle(parts, subscription, known, known.state);
}

type Told = Subscription & { cutOff: string };

/** What a new edition covers: from where the last one ended. */
function periodOf({ clock, news }: PostParts, { cutOff }: Told): Pick<EditionRecord, "from" | "to"> {
  const to = new Date(Math.min(clock.now().getTime(), news.known().getTime()));
  return { from: startOf(to, new Date(cutOff)).toISOString(), to: to.toISOString() };
}

/** Up to when a channel has been told; before its first edition, seven days before that is due. */
export function toldUpTo({ cutOff }: Pick<Subscription, "cutOff">, due: Date): Date {
  return cutOff === undefined ? new Date(due.getTime() - FIRST_MS) : new Date(cutOff);
}

/** Where an edition up to `to` begins, if news were told up to `told`: never more than 28 days before. */
export function startOf(to: Date, told: Date): Date {
  return new Date(Math.min(to.getTime(), Math.max(told.getTime(), to.getTime() - MOST_MS)));
}

function frameOf({ clock }: PostParts, { tenant, channel, language, query }: Subscription, due: Date) {
  const expires = new Date(clock.now().getTime() + ARCHIVED_MS).toISOString();
  return { tenant, subscription: channel, edition: due.toISOString(), language, query, expires };
}

type Claimed = Pick<EditionRecord, "tenant" | "subscription" | "edition" | "from" | "to" | "language" | "query">;

/** Sends a claimed edition, and records what became of it. */
async function send(parts: PostParts, subscription: Subscription, edition: Claimed): Promise<void> {
  const { outbox, log } = parts;
  const made = await parts.maker.make(await orderOf(parts, subscription, edition));
  if (subscription.quiet && made.quiet) return finish(parts, subscription, edition, { state: "skipped" });
  const { platform, tenant, channel } = subscription;
  const sendKey = keyOf(edition);
  const content = { kind: "edition" as const, edition: made.edition };
  const sent = await outbox.send({ address: { platform, tenant, channel }, content, sendKey });
  if (sent.state === "left") return log.warn("digest left for later", { platform, why: sent.why });
  await finish(parts, subscription, edition, outcomeOf(sent));
  await report(parts, subscription, edition, sent);
}

/** The same for every try to send an edition. */
function keyOf({ tenant, subscription, edition }: Pick<Claimed, "tenant" | "subscription" | "edition">): string {
  return sendKey("digest", tenant, subscription, edition);
}

type OrderedBy = Pick<Subscription, "timezone" | "cutOff">;

function outcomeOf(sent: Exclude<Sent, { state: "left" }>): EditionOutcome {
  return sent.state === "sent" ? { state: "sent", message: sent.message } : { state: sent.state, why: sent.why };
}

/** What an edition is made from, with what it makes up for. */
export async function orderOf({ store }: PostParts, subscription: OrderedBy, edition: Claimed): Promise<Order> {
  const { tenant, language } = edition;
  const [from, to] = [new Date(edition.from), new Date(edition.to)];
  const earlier = await store.editions.list(tenant, edition.subscription, LOOKED_BACK);
  const before = earlier.filter((one) => one.edition < edition.edition);
  const told = before.findIndex(({ state }) => state === "sent" || state === "unknown" || state === "skipped");
  const untold = before.slice(0, told < 0 ? before.length : told).reverse();
  const since = subscription.cutOff === undefined ? from : new Date(subscription.cutOff);
  return {
    ...{ wish: wishOf(edition), language, from, to, timezone: subscription.timezone },
    missed: untold.map((one) => new Date(one.edition)),
    ...(since < from && { skippedSince: since }),
  };
}

async function finish(parts: PostParts, subscription: Subscription, edition: Claimed, outcome: EditionOutcome) {
  await parts.store.editions.finish(edition.tenant, edition.subscription, edition.edition, outcome);
  await settle(parts, subscription, edition, outcome.state, outcome.why);
}

/** Moves a subscription on to its next edition, by what became of this one; safe to be done again. */
async function settle(
  parts: PostParts,
  subscription: Subscription,
  { edition, from, to }: Pick<EditionRecord, "edition" | "from" | "to">,
  state: EditionOutcome["state"] | "claimed",
  why?: string,
): Promise<void> {
  if (state === "refused") return pause(parts, subscription, from, why);
  const told = state === "sent" || state === "unknown" || state === "skipped";
  await advance(parts, subscription, new Date(edition), told ? to : from);
}

/** The next edition is due after now; what was accepted up to `cutOff` has been told, if it has not been already. */
async function advance({ store, clock }: PostParts, { tenant, channel }: Subscription, due: Date, cutOff: string) {
  await store.subscriptions.change(tenant, channel, (old) => {
    if (!old) return undefined;
    const until = new Date(Math.max(due.getTime(), clock.now().getTime()));
    const isDue = old.state === "active" && old.next !== undefined && old.next <= until.toISOString();
    return { ...old, cutOff: later(old.cutOff, cutOff), ...(isDue && { next: nextDue(old, until).toISOString() }) };
  });
}

function later(a: string | undefined, b: string): string {
  return a !== undefined && a > b ? a : b;
}

async function pause({ store }: PostParts, { tenant, channel }: Subscription, from: string, why = ""): Promise<void> {
  await store.subscriptions.change(tenant, channel, (old) => {
    if (!old) return undefined;
    const { next: _, ...rest } = old;
    return { ...rest, state: "paused", why, cutOff: later(old.cutOff, from) };
  });
}

async function miss(parts: PostParts, subscription: Told, due: Date): Promise<void> {
  const { store, log } = parts;
  const at = due.toISOString();
  const edition = { ...frameOf(parts, subscription, due), from: subscription.cutOff, to: at };
  if (!(await store.editions.claim(edition, LEASE_MS))) return;
  log.info("digest missed", { platform: subscription.platform, due: at });
  await store.editions.finish(edition.tenant, edition.subscription, edition.edition, { state: "missed" });
}

/** What its subscriber has to hear of: that a channel refuses, once, or that nobody can tell whether an edition is out. */
async function report(parts: PostParts, subscription: Subscription, edition: Claimed, sent: Sent): Promise<void> {
  const { log } = parts;
  const { platform } = subscription;
  if (sent.state === "refused") {
    log.warn("digest refused", { platform, why: sent.why });
    await tell(
      parts,
      subscription,
      sendKey("refused", edition.tenant, edition.subscription, edition.edition),
      "refused",
    );
  }
  if (sent.state === "unknown") {
    log.warn("digest may not have arrived", { platform, edition: edition.edition });
    const key = sendKey("unknown", edition.tenant, edition.subscription, edition.edition);
    await tell(parts, subscription, key, "unknown", edition.edition);
  }
}

/**
 * Goes on with an edition that an earlier process, or an outage, left claimed. Where it is too long ago to know whether
 * it went out, it counts as sent; where it certainly did not, and is late by now, as missed.
 */
export async function resume(parts: PostParts, edition: EditionRecord): Promise<void> {
  const { store, clock } = parts;
  const subscription = await store.subscriptions.get(edition.tenant, edition.subscription);
  const now = clock.now().getTime();
  if (!subscription) {
    const gone: EditionOutcome = { state: "missed", why: "unsubscribed" };
    return store.editions.finish(edition.tenant, edition.subscription, edition.edition, gone);
  }
  const begun = await store.deliveries.get(edition.tenant, keyOf(edition));
  if (!begun && now - Date.parse(edition.at) >= DELIVERY_KEPT_MS) {
    const outcome = { state: "unknown" as const, why: "claimed by an earlier run" };
    await finish(parts, subscription, edition, outcome);
    return report(parts, subscription, edition, outcome);
  }
  if (!begun && now - Date.parse(edition.edition) >= LATE_MS)
    return finish(parts, subscription, edition, { state: "missed" });
  return send(parts, subscription, edition);
}
