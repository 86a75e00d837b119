import type { EditionRecord } from "../ports/records.ts";
import { type Answered, type Asked, said } from "./asked.ts";
import { orderOf } from "./post.ts";
import { mayChange } from "./rights.ts";
import { sendKey } from "./send-key.ts";
import { localTime } from "./words.ts";

/** Two years of editions, and some. */
const MOST = 110;
const NAMED = 4;
const DAY = "YYYY-MM-DD".length;

const dayIn = (edition: EditionRecord, timezone: string) => localTime(edition.edition, timezone).slice(0, DAY);

/** The edition of a day, made again from what it covered, for the asker alone. */
export async function archived(asked: Asked): Promise<Answered> {
  const found = await find(asked);
  if (typeof found === "string") return said(asked, found);
  const { edition, timezone } = found;
  const { talk, parts, command } = asked;
  const made = await parts.maker.make(await orderOf(parts, { timezone }, edition));
  const intro = [talk.edition[edition.state](command.date ?? ""), ...made.edition.intro];
  return { content: { kind: "edition", edition: { ...made.edition, intro } }, to: "asker" };
}

/** Posts the edition of a day in its channel once more, for what may not have arrived. */
export async function postAgain(asked: Asked): Promise<Answered> {
  const { subscription, talk, parts, incoming, command } = asked;
  if (!subscription) return said(asked, talk.none);
  if (!mayChange(subscription, incoming.sender)) return said(asked, talk.notYours);
  const found = await find(asked);
  if (typeof found === "string") return said(asked, found);
  const { platform, tenant, channel } = subscription;
  const { edition } = await parts.maker.make(await orderOf(parts, subscription, found.edition));
  const key = sendKey("again", tenant, channel, incoming.id);
  const content = { kind: "edition" as const, edition };
  const sent = await parts.outbox.send({ address: { platform, tenant, channel }, content, sendKey: key });
  if (sent.state === "refused") return said(asked, talk.cannotPost);
  return said(asked, talk.sentAgain(command.date ?? ""));
}

/** The newest edition that was due on the day asked for, or the sentence that there is none. */
async function find({ subscription, command, talk, parts, incoming }: Asked) {
  const { tenant, channel } = incoming.address;
  const timezone = subscription?.timezone ?? incoming.sender.timezone ?? "UTC";
  const all = await parts.store.editions.list(tenant, channel, MOST);
  const edition = all.find((one) => dayIn(one, timezone) === command.date);
  if (edition) return { edition, timezone };
  const days = [...new Set(all.map((one) => dayIn(one, timezone)))].slice(0, NAMED);
  return talk.noEdition(command.date ?? "", days);
}
