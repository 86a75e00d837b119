import type { Catalog } from "../catalog/catalog.ts";
import type { CatalogEvent } from "../catalog/event.ts";
import { pricesOf } from "../digest/sections.ts";
import type { Watch } from "../ports/records.ts";
import { dayIn, pricesIn, type Speaker, steps } from "../view/edition/lines.ts";
import type { Seen } from "./seen.ts";
import { speakerOf, waitsWords } from "./words.ts";

/** What a watch tells: what happened, from when, and why its owner hears of it. One paragraph. */
export function alertText(
  watch: Watch,
  event: CatalogEvent,
  seen: Seen | undefined,
  catalog: Catalog,
  now: Date,
): string {
  const speaker = speakerOf(watch.language, catalog, now);
  const { words, voice, messages } = speaker;
  const talk = messages.watch;
  const because = talk.because(waitsWords(watch, speaker));
  if (event.kind === "new_model") {
    const lab = voice.named(catalog.models.get(event.model)?.lab ?? event.model);
    return `${talk.newModel(lab, told(speaker, event, undefined))} ${because}`;
  }
  if (event.kind === "new_host") return `${talk.newHost(told(speaker, event, undefined))} ${because}`;
  const day = words.since(dayIn(speaker, event.effective), event.dated);
  return messages.words.spaced(talk.happened(told(speaker, event, seen), day, because));
}

/** "GPT-5.5 at OpenAI: in $5 → $4 (−20%), out $30 → $20 (−33%)"; what it costs now, where nothing of it moved. */
function told(speaker: Speaker, event: CatalogEvent, seen: Seen | undefined): string {
  const { words, voice } = speaker;
  const own = event.following.find(({ offer }) => offer === seen?.offer) ?? event;
  const who = voice.at(event.model, seen?.provider ?? own.provider);
  const changes = "changes" in own ? own.changes : [];
  if (changes.length > 0 && "currency" in event)
    return words.line(who, [speaker.messages.words.list(steps(speaker, changes, seen?.currency ?? event.currency))]);
  return words.line(who, pricesNow(speaker, event, seen));
}

function pricesNow(speaker: Speaker, event: CatalogEvent, seen: Seen | undefined): string[] {
  if (seen) {
    const { currency, sides } = seen;
    return [
      pricesIn(speaker, { currency, input: sides.input?.toFixed() ?? null, output: sides.output?.toFixed() ?? null }),
    ];
  }
  const prices = "after" in event ? pricesOf(event.after) : undefined;
  return prices ? [pricesIn(speaker, prices)] : [speaker.messages.words.notStated];
}
