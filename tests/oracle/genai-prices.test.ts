import { calcPrice, type ModelPrice } from "@pydantic/genai-prices";
import { describe, expect, it } from "vitest";
import { answerQuery } from "../../src/answer/answer-query.ts";
import type { Quote } from "../../src/catalog/catalog.ts";
import { loadCatalog } from "../../src/catalog/load.ts";
import { Query } from "../../src/query/query.ts";
import { generator } from "./random.ts";

const SEED = 300;
const USAGES = 300;
const NOW = new Date("2026-11-23T09:00:00Z");
/** Our providers by the names that the other program gives them. */
const PROVIDERS: Record<string, string> = {
  openai: "openai",
  anthropic: "anthropic",
  google: "google",
  xai: "x-ai",
  mistral: "mistral",
  groq: "groq",
  cohere: "cohere",
  perplexity: "perplexity",
  moonshotai: "moonshotai",
  togetherai: "together",
  "amazon-bedrock": "aws",
  azure: "azure",
  openrouter: "openrouter",
};

interface Usage {
  input: number;
  output: number;
  cachedInput: number;
}
type Step = [over: number, input: number | null, output: number | null, cached: number | null];

const catalog = loadCatalog("catalog");
const quotes = catalog.market("2026-11-23", "2026-11-23").quotes.filter(isShared);

function theirModel({ offer }: Quote): string {
  return offer.id.slice(offer.id.indexOf(":") + 1);
}

function theirs(quote: Quote, { input, output, cachedInput }: Usage): { total: number; price: ModelPrice } | undefined {
  const usage = { input_tokens: input, output_tokens: output, cache_read_tokens: cachedInput };
  try {
    const providerId = PROVIDERS[quote.provider.id] ?? "";
    const result = calcPrice(usage, theirModel(quote), { providerId, timestamp: NOW });
    return result ? { total: result.total_price, price: result.model_price } : undefined;
  } catch {
    return undefined;
  }
}

/** Both know the model at this provider, by a name that leaves no choice on our side. */
function isShared(quote: Quote, _: number, all: readonly Quote[]): boolean {
  if (quote.price?.state !== "priced" || !(quote.provider.id in PROVIDERS) || quote.gone) return false;
  const twins = all.filter(({ model, provider }) => model === quote.model && provider === quote.provider);
  return twins.length === 1 && theirs(quote, { input: 1000, output: 1000, cachedInput: 0 }) !== undefined;
}

function ours(quote: Quote, { input, output, cachedInput }: Usage): string | null | undefined {
  const query = Query.parse({
    intent: "cost",
    language: "en",
    models: [quote.model.id],
    filters: { providers: { in: [quote.provider.id] } },
    workload: { input, output, cachedInput, requests: 1 },
  });
  return answerQuery({ query, readAs: [], assumed: [], trace: () => [] }, catalog, NOW).rows[0]?.cost;
}

const number = (amount: string | null | undefined) => (amount === undefined || amount === null ? null : Number(amount));

function ourSteps({ price }: Quote): Step[] {
  const rates = price?.rates ?? [];
  return rates
    .map(
      ({ when, units }): Step => [
        when?.promptOver ?? 0,
        number(units.input),
        number(units.output),
        number(units.cache_read),
      ],
    )
    .sort(([a], [b]) => a - b);
}

function theirSteps(price: ModelPrice): Step[] {
  const keys = ["input_mtok", "output_mtok", "cache_read_mtok"];
  const starts = keys.flatMap((key) => {
    const value = price[key];
    return typeof value === "object" ? value.tiers.map(({ start }) => start) : [];
  });
  const at = (over: number) => (key: string) => {
    const value = price[key];
    if (typeof value !== "object") return value ?? null;
    return value.tiers.findLast(({ start }) => start <= over)?.price ?? value.base;
  };
  return [...new Set([0, ...starts])]
    .sort((a, b) => a - b)
    .map((over): Step => [over, ...keys.map(at(over))] as unknown as Step);
}

const samePrice = (quote: Quote) =>
  JSON.stringify(ourSteps(quote)) ===
  JSON.stringify(theirSteps(theirs(quote, { input: 1, output: 1, cachedInput: 0 })?.price ?? {}));

describe(`${USAGES} usages (seed ${SEED}) beside @pydantic/genai-prices`, () => {
  const isTwoSided = (quote: Quote) => ourSteps(quote).every(([, input, output]) => input !== null && output !== null);
  const same = quotes.filter((quote) => samePrice(quote) && isTwoSided(quote));

  it("most models that both know have the same prices", () => {
    expect(quotes.length).toBeGreaterThan(200);
    expect(same.length / quotes.length).toBeGreaterThan(0.5);
  });

  it("cost the same where the prices are the same", () => {
    const random = generator(SEED);
    const different = Array.from({ length: USAGES }, () => {
      const quote = random.pick(same);
      const input = 1 + random.magnitude(5.5);
      const knowsCache = ourSteps(quote).every(([, , , cached]) => cached !== null);
      const usage = {
        input,
        output: random.magnitude(5),
        cachedInput: knowsCache && random.chance(0.5) ? random.below(input) : 0,
      };
      return {
        offer: quote.offer.id,
        usage,
        ours: Number(ours(quote, usage)),
        theirs: theirs(quote, usage)?.total ?? Number.NaN,
      };
    }).filter((one) => !(Math.abs(one.ours - one.theirs) <= 1e-9 * one.theirs));
    expect(different).toEqual([]);
  });
});
