import { type Answered, type Asked, said } from "./asked.ts";
import { factsOf } from "./facts.ts";
import { localTime } from "./words.ts";

/** What comes to this channel. What the asker set up elsewhere is only counted: they may not be in those channels. */
export async function status(asked: Asked): Promise<Answered> {
  const { subscription, talk, parts, incoming } = asked;
  const { tenant, channel } = incoming.address;
  const all = await parts.store.subscriptions.list(tenant);
  const elsewhere = all.filter((one) => one.by === incoming.sender.user && one.channel !== channel).length;
  const more = elsewhere > 0 ? ` ${talk.elsewhere(elsewhere)}` : "";
  if (!subscription) return said(asked, talk.none + more);
  const [last] = (await parts.store.editions.list(tenant, channel, LOOKED_BACK)).filter(
    ({ state }) => state === "sent",
  );
  const text = talk.status({
    ...factsOf(subscription, asked),
    paused: subscription.state === "paused",
    ...(last && { last: localTime(last.edition, subscription.timezone) }),
  });
  return said(asked, text + more);
}

const LOOKED_BACK = 12;
