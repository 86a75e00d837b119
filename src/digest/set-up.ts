import type { Subscription } from "../ports/records.ts";
import type { Language } from "../query/query.ts";
import { messagesIn } from "../view/messages/locales.ts";
import { type Answered, type Asked, said } from "./asked.ts";
import { factsOf } from "./facts.ts";
import { mayChange } from "./rights.ts";
import { firstDue, isTimezone } from "./schedule.ts";
import { sendKey } from "./send-key.ts";
import { stored, wishOf } from "./wish.ts";
import { whenWords } from "./words.ts";

const MONDAY = 1;
const USUAL_TIME = "09:00";
const USUAL_ZONES: Record<Language, string> = { en: "UTC", zh: "Asia/Shanghai" };

/** Sets a channel's digest up, or changes what was said of it; what was not said stays as it is. */
export async function setUp(asked: Asked): Promise<Answered> {
  const { command, subscription, talk, parts, incoming } = asked;
  if (subscription && !mayChange(subscription, incoming.sender)) return said(asked, talk.notYours);
  if (command.timezone !== undefined && !isTimezone(command.timezone))
    return said(asked, talk.badTimezone(command.timezone));
  const wanted = await wantedOf(asked);
  const isNew = subscription?.state !== "active";
  const trial = isNew ? await tryPosting(asked, wanted) : "posted";
  if (trial === "refused") return said(asked, talk.cannotPost);
  const { tenant, channel } = incoming.address;
  await parts.store.subscriptions.change(tenant, channel, (old) => ({
    ...wanted,
    ...(old?.cutOff && { cutOff: old.cutOff }),
  }));
  parts.runner.wake();
  const facts = factsOf(wanted, asked);
  const done = isNew ? talk.on(facts) : talk.changed(facts);
  return said(asked, trial === "unsure" ? `${done} ${talk.maybe}` : done);
}

async function wantedOf({ command, subscription, language, parts, incoming, now }: Asked): Promise<Subscription> {
  const { address, sender, surface } = incoming;
  const { tenant, platform, channel } = address;
  const set = await parts.store.settings.get(tenant, "channel", channel);
  const spoken = command.language ?? subscription?.language ?? set?.language ?? language;
  const zone = sender.timezone !== undefined && isTimezone(sender.timezone) ? sender.timezone : USUAL_ZONES[spoken];
  const schedule = {
    ...{ tenant, channel, weekday: command.weekday ?? subscription?.weekday ?? MONDAY },
    time: command.time ?? subscription?.time ?? USUAL_TIME,
    timezone: command.timezone ?? subscription?.timezone ?? zone,
  };
  const by = subscription ? subscription.by : sender.user;
  const isSame =
    subscription?.state === "active" && subscription.next !== undefined && sameTime(schedule, subscription);
  const next = isSame ? subscription.next : firstDue(schedule, now, subscription?.cutOff).toISOString();
  return {
    ...{ ...schedule, platform, personal: surface === "direct", state: "active", language: spoken },
    ...(by !== undefined && { by }),
    query: stored({ ...(subscription && wishOf(subscription)), ...command }, spoken),
    quiet: command.quiet ?? subscription?.quiet ?? false,
    at: subscription?.at ?? now.toISOString(),
    ...(next !== undefined && { next }),
  };
}

function sameTime(a: Pick<Subscription, "weekday" | "time" | "timezone">, b: typeof a): boolean {
  return a.weekday === b.weekday && a.time === b.time && a.timezone === b.timezone;
}

/** Posts a first message, since only that shows whether the bot may. In a direct chat the answer itself does. */
async function tryPosting(
  { parts, incoming, talk: _ }: Asked,
  wanted: Subscription,
): Promise<"posted" | "refused" | "unsure"> {
  if (incoming.surface === "direct") return "posted";
  const { platform, tenant, channel, language } = wanted;
  const text = messagesIn(language).digest.welcome(whenWords(wanted, language));
  const content = { kind: "notice" as const, language, text, buttons: [] };
  const key = sendKey("welcome", tenant, channel, incoming.id);
  const sent = await parts.outbox.send({ address: { platform, tenant, channel }, content, sendKey: key });
  if (sent.state === "sent") return "posted";
  return sent.state === "refused" ? "refused" : "unsure";
}
