import type { Given } from "../ports/commands.ts";
import { messagesIn } from "../view/messages/locales.ts";
import { archived, postAgain } from "./archive.ts";
import { type Answered, type Asked, type HandlerParts, said } from "./asked.ts";
import { startOf, toldUpTo } from "./post.ts";
import { mayChange } from "./rights.ts";
import { setUp } from "./set-up.ts";
import { status } from "./status.ts";
import type { Wish } from "./wish.ts";
import { wishOf } from "./wish.ts";

/** Carries out commands about the weekly digest. */
export function createDigestHandler(parts: HandlerParts): (given: Given<"digest">) => Promise<Answered> {
  return async (given) => {
    const { tenant, channel } = given.incoming.address;
    const subscription = await parts.store.subscriptions.get(tenant, channel);
    const asked: Asked = { ...given, parts, subscription, talk: messagesIn(given.language).digest };
    return ACTIONS[given.command.action](asked);
  };
}

const ACTIONS: Record<Wish["action"], (asked: Asked) => Promise<Answered>> = {
  on: setUp,
  set: setUp,
  off,
  now: (asked) => (asked.command.date === undefined ? preview(asked) : postAgain(asked)),
  show: (asked) => (asked.command.date === undefined ? status(asked) : archived(asked)),
  list: status,
};

async function off(asked: Asked): Promise<Answered> {
  const { subscription, talk, parts, incoming } = asked;
  if (!subscription) return said(asked, talk.none);
  if (!mayChange(subscription, incoming.sender)) return said(asked, talk.notYours);
  const { tenant, channel } = incoming.address;
  await parts.store.subscriptions.change(tenant, channel, () => undefined);
  return said(asked, talk.off);
}

/** What the next edition would be if it came now, for the asker alone. */
async function preview({ subscription, command, language, incoming, parts }: Asked): Promise<Answered> {
  const { clock, maker } = parts;
  const to = clock.now();
  const timezone = subscription?.timezone ?? incoming.sender.timezone ?? "UTC";
  const wish = { ...(subscription && wishOf(subscription)), ...command };
  const from = startOf(to, toldUpTo(subscription ?? {}, to));
  const spoken = command.language ?? subscription?.language ?? language;
  const { edition } = await maker.make({ wish, language: spoken, from, to, timezone });
  return { content: { kind: "edition", edition }, to: "asker" };
}
