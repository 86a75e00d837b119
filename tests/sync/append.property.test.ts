import fc from "fast-check";
import { expect, it } from "vitest";
import { History, Offer } from "../../src/catalog/schema.ts";
import type { Extract } from "../../src/import/fact.ts";
import { filesOf } from "../../src/sync/base.ts";
import { Held } from "../../src/sync/review.ts";
import { type Lists, listed, type Weighed, weigh, witness } from "./helpers/weigh.ts";

/** Providers and ids that bear each other's guards: two sites, a lab beside its hosts, regions, names that move on. */
const IDS: [string, string][] = [
  ...(["zai", "zhipuai"].map((site) => [site, "glm-5.1"]) as [string, string][]),
  ...(["deepseek", "azure"].map((seller) => [seller, "deepseek-v4-pro"]) as [string, string][]),
  ["azure", "deepseek-v4-flash"],
  ["deepinfra", "deepseek-ai/DeepSeek-V4-Pro"],
  ["openrouter", "deepseek/deepseek-v4-pro"],
  ["mistral", "mistral-large-latest"],
  ["amazon-bedrock", "anthropic.claude-opus-4-7"],
  ["amazon-bedrock", "eu.anthropic.claude-opus-4-7"],
];

const amount = fc.constantFrom(0, 0.001, 0.14, 0.435, 0.6, 1.4, 2, 4.4, 6, 24);
const cost = fc.oneof(
  { weight: 5, arbitrary: fc.record({ input: amount, output: amount }) },
  { weight: 1, arbitrary: fc.record({ input: amount, output: amount, cache_read: amount }) },
  { weight: 1, arbitrary: fc.constant(null) },
);
const list = fc
  .array(fc.option(cost, { nil: undefined, freq: 8 }), { minLength: IDS.length, maxLength: IDS.length })
  .map((costs) => {
    const lists: Lists = {};
    for (const [at, [provider, id]] of IDS.entries()) {
      const own = costs[at];
      if (own !== undefined) lists[provider] = { ...lists[provider], [id]: own };
    }
    return lists;
  });
const said = fc.array(fc.record({ list, witness: fc.option(fc.tuple(fc.constantFrom(...IDS), amount, amount)) }), {
  minLength: 2,
  maxLength: 4,
});

type Day = { list: Lists; witness: [[string, string], number, number] | null };

function wordsOf(day: string, one: Day): Extract[] {
  const words = [listed(day, one.list)];
  if (one.witness) {
    const [[provider, id], input, output] = one.witness;
    words.push(witness("portkey", day, [[provider, id, String(input), String(output)]]));
  }
  return words;
}

function pasts({ base }: Weighed): [string, string[]][] {
  return base.offers.map(({ id }) => [id, (base.history.get(id) ?? []).map((price) => JSON.stringify(price))]);
}

function checkHistory(before: Weighed | undefined, after: Weighed): void {
  const now = new Map(pasts(after));
  for (const [id, past] of before ? pasts(before) : []) expect(now.get(id)?.slice(0, past.length)).toEqual(past);
}

function checkFiles({ base, held }: Weighed): void {
  for (const { path, text } of filesOf(base)) {
    if (path.startsWith("offers/")) Offer.array().parse(JSON.parse(text));
    if (path.startsWith("history/")) History.array().parse(JSON.parse(text));
  }
  Held.array().parse(JSON.parse(JSON.stringify(held)));
}

it("whatever the sources say: history only grows, the same words twice change nothing, and the files fit their schemas", () => {
  fc.assert(
    fc.property(said, (days) => {
      let state: Weighed | undefined;
      for (const [number, one] of days.entries()) {
        const words = wordsOf(`2026-11-${10 + number * 2}`, one);
        const next = weigh(words, state);
        const again = weigh(words, next);
        checkHistory(state, next);
        checkFiles(next);
        expect(filesOf(again.base)).toEqual(filesOf(next.base));
        expect([again.held, again.listed, again.changes]).toEqual([next.held, next.listed, []]);
        state = next;
      }
    }),
    { numRuns: 50 },
  );
});
