import type { Clock } from "../ports/clock.ts";
import type { Failure, Outgoing, Platform } from "../ports/platform.ts";
import type { Delivery } from "../ports/records.ts";
import type { Deliveries, DeliveryOutcome } from "../ports/store.ts";
import { backOff, Interrupted, pause, within } from "./waiting.ts";

/** What became of a message. `left`: not out as far as is known, and may be tried again under the same key. */
export type Sent = DeliveryOutcome | { state: "left"; why: string };

export interface Courier {
  platform: Platform;
  deliveries: Deliveries;
  clock: Clock;
  /** 0 to 1. */
  random: () => number;
  /** Ends every try and every wait. */
  stop: AbortSignal;
}

/** A failed try: what is said of it, and when the next may follow; without a time, by the back-off. */
interface Trouble {
  why: string;
  retryAfterMs?: number;
  atOnce?: true;
}

const TRY_MS = 10_000;
const MOST_TRIES = 8;
/** Nobody waits longer for an answer. */
const GIVE_UP_MS = 10 * 60_000;

/**
 * Sends a message until it is out, or never will be, or nobody can tell. How far it came stands in the store before each
 * try, so that this goes on rightly after a crash at any point.
 */
export async function deliver(message: Outgoing, courier: Courier): Promise<Sent> {
  const { clock, stop, random } = courier;
  const end = clock.now().getTime() + GIVE_UP_MS;
  for (let tries = 1; !stop.aborted; tries += 1) {
    const result = await tryOnce(message, courier);
    if ("state" in result) return result;
    const wait = result.atOnce ? 0 : Math.max(result.retryAfterMs ?? 0, backOff(tries, random));
    if (tries === MOST_TRIES || clock.now().getTime() + wait > end) return giveUp(message, result, courier);
    if (wait > 0) await pause(clock, wait, stop);
  }
  return { state: "left", why: "stopping" };
}

async function tryOnce(message: Outgoing, courier: Courier): Promise<Sent | Trouble> {
  const { first, delivery } = await courier.deliveries.begin(startOf(message));
  const known = outcomeOf(delivery);
  if (known) return known;
  const canSend = first || canRepeat(message, delivery, courier);
  return canSend ? trySending(message, first, courier) : lookUp(message, courier);
}

function startOf({ address, sendKey, onlyFor }: Outgoing) {
  const { tenant, channel } = address;
  return { tenant, channel, key: sendKey, ...(onlyFor === undefined ? {} : { onlyFor }) };
}

function outcomeOf({ state, message = "", why = "", gone = false }: Delivery): DeliveryOutcome | undefined {
  if (state === "trying") return undefined;
  if (state === "sent") return { state, message };
  return state === "unknown" ? { state, why } : { state, why, gone };
}

/** Whether sending what may be out already can't make it appear twice. */
function canRepeat(message: Outgoing, { at }: Delivery, { platform, clock }: Courier): boolean {
  return message.replaces !== undefined || clock.now().getTime() < Date.parse(at) + platform.sameKeyMs;
}

async function trySending(message: Outgoing, first: boolean, courier: Courier): Promise<Sent | Trouble> {
  const { platform, deliveries, clock, stop } = courier;
  const sent = await attempt(within(clock, TRY_MS, stop, (signal) => platform.send(message, signal)));
  if ("value" in sent) return finish(message, { state: "sent", message: sent.value }, courier);
  const failure = meaningOf(sent.error, platform);
  if (failure.kind === "refused") {
    const { why, gone } = failure;
    return finish(message, { state: "refused", why, gone }, courier);
  }
  // Only if no earlier try may have arrived is it certain that nothing is out.
  if (failure.kind === "not_sent" && first) await deliveries.withdraw(message.address.tenant, message.sendKey);
  const retryAfterMs = failure.kind === "not_sent" ? failure.retryAfterMs : undefined;
  return { why: String(sent.error), ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
}

function meaningOf(error: unknown, platform: Platform): Failure {
  return error instanceof Interrupted ? { kind: "uncertain" } : platform.meaning(error);
}

/** Asks the platform whether a message of an earlier try is out. */
async function lookUp(message: Outgoing, courier: Courier): Promise<Sent | Trouble> {
  const { platform, deliveries, clock, stop } = courier;
  const found = await attempt(within(clock, TRY_MS, stop, (signal) => platform.wasSent(message, signal)));
  if ("error" in found) return { why: String(found.error) };
  if (found.value === "unknown") return finish(message, { state: "unknown", why: "the platform can't tell" }, courier);
  if (found.value !== "no") return finish(message, { state: "sent", message: found.value.id }, courier);
  await deliveries.withdraw(message.address.tenant, message.sendKey);
  return { why: "did not arrive", atOnce: true };
}

/** What a platform's call came to; errors of the store pass by it. */
async function attempt<T>(call: Promise<T>): Promise<{ value: T } | { error: unknown }> {
  return call.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
}

async function finish(message: Outgoing, outcome: DeliveryOutcome, { deliveries }: Courier): Promise<Sent> {
  await deliveries.finish(message.address.tenant, message.sendKey, outcome);
  return outcome;
}

async function giveUp(message: Outgoing, { why }: Trouble, courier: Courier): Promise<Sent> {
  const known = await courier.deliveries.get(message.address.tenant, message.sendKey);
  if (known?.state === "trying") return finish(message, { state: "unknown", why }, courier);
  return { state: "left", why };
}
