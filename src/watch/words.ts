import type { Catalog } from "../catalog/catalog.ts";
import type { Watch } from "../ports/records.ts";
import type { Language } from "../query/query.ts";
import type { Speaker } from "../view/edition/lines.ts";
import { messagesIn } from "../view/messages/locales.ts";
import type { Place } from "../view/messages/watch.ts";
import { createVoice } from "../view/voice.ts";
import { conditionOf, orderOf } from "./condition.ts";

/** How watches are spoken of in a language. */
export function speakerOf(language: Language, catalog: Catalog, now: Date): Speaker {
  const messages = messagesIn(language);
  const voice = createVoice({ intent: "changes", language }, catalog, messages);
  return { messages, words: messages.edition, voice, year: now.getUTCFullYear() };
}

/** "falls below $4 (in)". */
export function waitsWords(watch: Pick<Watch, "query">, { messages, voice }: Speaker): string {
  const { waits } = messages.watch;
  const order = orderOf(watch);
  const condition = conditionOf(watch);
  const side = order.on === undefined || order.on === "price" ? undefined : messages.units[order.on];
  switch (condition.kind) {
    case "below":
    case "above":
      return waits[condition.kind](voice.money(condition.amount.toFixed(), condition.currency), side);
    case "down":
    case "up":
    case "any":
      return waits[condition.kind](side);
    case "new_model":
      return waits.new_model;
    case "new_host": {
      const { below } = condition;
      return waits.new_host(below && voice.money(below.amount.toFixed(), below.currency) + (side ? ` ${side}` : ""));
    }
  }
}

/** The model, with the provider where one is shown; or whatever a lab or a family sells. */
export function whoWords(watch: Pick<Watch, "query">, { messages, voice }: Speaker, provider?: string): string {
  const { models = [], labs = [], families = [] } = orderOf(watch);
  const [model] = models;
  if (model !== undefined) return provider === undefined ? voice.model(model) : voice.at(model, provider);
  const name = voice.list([...labs, ...families].map(voice.named));
  return conditionOf(watch).kind === "new_model" ? name : messages.watch.anyOf(name);
}

/** Where a watch tells, seen from a channel: other channels are never named. */
export function placeOf(watch: Pick<Watch, "notify" | "channel">, channel: string): Place {
  if (watch.channel === channel) return "here";
  return watch.notify === "me" ? "private" : "elsewhere";
}
