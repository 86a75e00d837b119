import type { AnswerRow, Derived } from "../answer/answer.ts";
import { figure, money } from "./money.ts";
import { costOf } from "./prices.ts";
import type { Scene } from "./scene.ts";
import { distinct, who } from "./scene.ts";
import { perOf } from "./voice.ts";

const MONEY_OF_A_WORKLOAD = new Set(["cost"]);

/** "50,000 × (2,000 in × $0.25/1M + 500 out × $2/1M) = $2,250"; `named` where several rows have one. */
export function arithmetic(scene: Scene, row: AnswerRow, named: boolean): string[] {
  const { messages, voice } = scene;
  const { costLines = [] } = row;
  if (costLines.length === 0 || row.cost === null || row.cost === undefined) return [];
  const shared = distinct(costLines.map(({ requests }) => requests));
  const requests = shared.length === 1 ? (shared[0] ?? 1) : 1;
  const lines = costLines.map((line) => ({
    tokens: voice.count(shared.length === 1 ? line.tokens : line.tokens * line.requests),
    unit: messages.units[line.unit],
    price: money(line.price, row.currency),
  }));
  const total = costOf(scene, row);
  return [messages.facts.arithmetic({ ...(named && { who: who(scene, row) }), requests, lines, total }, voice)];
}

/** The workload in words, from what was asked: "1,500,000 calls of 2,000 in + 500 out over 30 days". */
export function workload(scene: Scene): string {
  const { messages, voice, query } = scene;
  const { units, words, facts } = messages;
  const { input, output, cachedInput, audioInput, requests, days, tokens, text, batch } = query.workload ?? {};
  const plainInput = input === undefined ? undefined : input - (cachedInput ?? 0) - (audioInput ?? 0);
  const parts = (
    [
      [plainInput, units.input],
      [cachedInput, units.cache_read],
      [audioInput, units.audio_input],
      [output, units.output],
    ] as const
  ).flatMap(([count, unit]) =>
    count === undefined || (count === 0 && unit !== units.output) ? [] : [words.unitPrice(unit, voice.count(count))],
  );
  if (tokens !== undefined) parts.push(`${voice.count(tokens)} tokens`);
  if (text) parts.push(facts.text[text.unit](voice.count(text.amount)));
  return facts.workload(
    {
      tokens: parts,
      ...(requests !== undefined && { requests }),
      ...(days !== undefined && { days }),
      ...(batch && { batch }),
    },
    voice,
  );
}

/** A derived figure in words, with what it is of and what it is against. */
export function derivedInWords({ messages, voice, query }: Scene, derived: Derived): string {
  const { figure: kind, value, on, of, base, count, currency } = derived;
  const { words } = messages;
  const size = value.startsWith("-") ? value.slice(1) : value;
  return messages.facts.derived[kind]({
    value: said(),
    sign: Number(size) === 0 ? "same" : size === value ? "more" : "less",
    ...(on !== undefined && on !== of && { on }),
    ...(of !== undefined && { of: voice.named(of) }),
    ...(base !== undefined && { base: voice.named(base) }),
    ...(count !== undefined && { count }),
  });

  function said(): string {
    if (kind === "cheaper") return voice.named(value);
    if (currency === undefined || kind === "percent" || kind === "times") return figure(size);
    return MONEY_OF_A_WORKLOAD.has(on ?? kind)
      ? voice.money(size, currency)
      : words.pricePer([voice.price(size, currency)], perOf(query));
  }
}
