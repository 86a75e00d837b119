import { randomInt } from "node:crypto";
import { faceOf } from "../answer/subjects.ts";
import { contextOf } from "../digest/subject.ts";
import type { Watch } from "../ports/records.ts";
import { dayIn, pricesIn, type Speaker } from "../view/edition/lines.ts";
import { type Answered, type Asked, said } from "./asked.ts";
import { conditionOf, type Order, orderOf, stored } from "./condition.ts";
import { convertOn, type Seen, seenOf } from "./seen.ts";
import { figureOf, isBeyond } from "./step.ts";
import { familySubject, labSubject, modelSubject } from "./subjects.ts";
import { placeOf, waitsWords, whoWords } from "./words.ts";

/** Nobody reads the alerts of more. */
const MOST = 50;
const ID_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
const ID_LENGTH = 8;

/** Sets watches up, one a model, and says what each waits for and what the price is now. */
export async function setUp(asked: Asked): Promise<Answered> {
  const { parts, incoming, talk } = asked;
  const { tenant } = incoming.address;
  const orders = ordersOf(asked);
  if (orders.length === 0) return said(asked, talk.whom);
  const own = await parts.store.watches.list(tenant, incoming.sender.user);
  if (own.length + orders.length > MOST) return said(asked, talk.tooMany(MOST));
  const confirmed: string[] = [];
  for (const order of orders) confirmed.push(await setUpOne(asked, order));
  return said(asked, confirmed.join(" "));
}

/** A command for each model; a family whose price is watched stands for its newest model, a lab for all of its own. */
function ordersOf({ command, language, parts, now }: Asked): Order[] {
  const { models = [], families = [], labs = [], ...rest } = command;
  const catalog = parts.catalog();
  if (rest.event === "new_model") return labs.length + families.length > 0 ? [command] : [];
  const context = contextOf({ catalog, now, language }, { intent: "lookup" });
  const faces = families.flatMap((family) => faceOf(context, family)?.id ?? []);
  const each = [...new Set([...models, ...faces])].map((model): Order => ({ ...rest, models: [model] }));
  return labs.length > 0 && rest.event !== "new_host" ? [...each, { ...rest, labs }] : each;
}

async function setUpOne(asked: Asked, order: Order): Promise<string> {
  const { parts, incoming, now, language, speaker } = asked;
  const { platform, tenant, channel } = incoming.address;
  const { user } = incoming.sender;
  const catalog = parts.catalog();
  const [model] = order.models ?? [];
  const seen = model === undefined ? undefined : seenOf(catalog, now, language, model);
  const convert = convertOn(catalog, now);
  const known = withCurrency(order, seen);
  const condition = conditionOf({ query: stored(known, language) });
  const isThere =
    seen !== undefined &&
    (condition.kind === "below" || condition.kind === "above") &&
    isBeyond(condition, known.on ?? "price", seen, convert);
  const price = seen && !("amount" in condition) ? figureOf(known, seen, convert) : undefined;
  const here = known.notify === "here" || incoming.surface === "direct";
  const watch: Watch = {
    ...{ tenant, id: newId(), platform, by: user, channel: here ? channel : user, notify: here ? "here" : "me" },
    ...{
      state: "active",
      query: stored(known, language),
      subjects: subjectsOf(known),
      language,
      at: now.toISOString(),
    },
    ...(known.until && { expires: `${known.until}T23:59:59.999Z` }),
    armed: !isThere,
    ...(price !== undefined && { price }),
  };
  await parts.store.watches.change(tenant, watch.id, () => watch);
  return confirmation(watch, seen, isThere, { speaker, channel });
}

/** What has no line compares in the currency that the offer is billed in: a rate must not move it. */
function withCurrency(order: Order, seen: Seen | undefined): Order {
  const hasLine = order.below !== undefined || order.above !== undefined;
  return { ...order, action: "on", ...(!hasLine && seen && { currency: seen.currency }) };
}

function subjectsOf({ models = [], labs = [], families = [] }: Order): string[] {
  return [...models.map(modelSubject), ...labs.map(labSubject), ...families.map(familySubject)];
}

function newId(): string {
  return Array.from({ length: ID_LENGTH }, () => ID_LETTERS[randomInt(ID_LETTERS.length)]).join("");
}

interface Said {
  speaker: Speaker;
  channel: string;
}

function confirmation(watch: Watch, seen: Seen | undefined, isThere: boolean, { speaker, channel }: Said): string {
  const talk = speaker.messages.watch;
  const now = seen && pricesOf(speaker, seen);
  const order = orderOf(watch);
  const who = whoWords(watch, speaker, seen?.provider);
  const first = talk.on({
    ...{ place: placeOf(watch, channel), who, waits: waitsWords(watch, speaker) },
    ...(now && !isThere && { now }),
    ...(order.until && { until: dayIn(speaker, order.until) }),
  });
  if (isThere && now) return `${first} ${talk.already(now)}`;
  return order.models && !seen && order.event === undefined ? `${first} ${talk.noPrice(who)}` : first;
}

/** "$5 in, $30 out per 1M tokens". */
function pricesOf(speaker: Speaker, { currency, sides }: Seen): string {
  const prices = { currency, input: sides.input?.toFixed() ?? null, output: sides.output?.toFixed() ?? null };
  return `${pricesIn(speaker, prices)}${speaker.messages.words.list(["", ""])}${speaker.voice.perTokens}`;
}
