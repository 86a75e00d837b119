import type { AnswerRow } from "../answer/answer.ts";
import { equals, money } from "./money.ts";
import type { Scene } from "./scene.ts";
import { distinct, who } from "./scene.ts";

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
  const { cost: other, currency } = row.converted ?? {};
  const billed = equals(voice.money(row.cost, row.currency));
  const total = other && currency ? `${billed} ${equals(voice.money(other, currency))}` : billed;
  return [messages.facts.arithmetic({ ...(named && { who: who(scene, row) }), requests, lines, total }, voice)];
}

/** The workload in words, from what was asked: "1,500,000 calls of 2,000 in + 500 out over 30 days". */
export function workload(scene: Scene): string {
  const { messages, voice, query } = scene;
  const { requests, days, batch } = query.workload ?? {};
  return messages.facts.workload(
    {
      tokens: tokenParts(scene),
      ...(requests !== undefined && { requests }),
      ...(days !== undefined && { days }),
      ...(batch && { batch }),
    },
    voice,
  );
}

/** One call of the workload: "2,000 in + 500 out"; empty where there is none. */
export const callOf = (scene: Scene): string => tokenParts(scene).join(" + ");

function tokenParts({ messages, voice, query }: Scene): string[] {
  const { units, words, facts } = messages;
  const { input, output, cachedInput, audioInput, tokens, text } = query.workload ?? {};
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
  return parts;
}
