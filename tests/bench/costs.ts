import { join } from "node:path";
import { calcPrice } from "@pydantic/genai-prices";
import type { Catalog, Market } from "../../src/catalog/catalog.ts";
import { costOf } from "../../src/catalog/cost.ts";
import { loadCatalog } from "../../src/catalog/load.ts";
import { chooseRate } from "../../src/catalog/rates.ts";
import { projectRoot } from "../../src/lib/root.ts";
import { measure } from "./measure.ts";
import { createRandom, type Random } from "./random.ts";
import { digits, heading, line, remark, time } from "./report.ts";

const SEED = 20260704;
const COUNT = 1000;
const NOW = new Date("2026-07-02T09:00:00Z");
const DAY = "2026-07-02";
const EFFORT = { warmUp: 500, measured: 1500, rounds: 5 };
/** Providers that have the same id in both. */
const PROVIDERS = ["openai", "anthropic", "google", "deepseek", "mistral", "groq", "cohere", "xai"];
const THEIR_ID: Readonly<Record<string, string>> = { xai: "x-ai" };

/** A call of one model at one provider. */
interface Call {
  model: string;
  provider: string;
  /** Its id at the provider. */
  id: string;
  input: number;
  output: number;
}

/** One call's cost: found by model and provider on a day, the tier chosen, added up. */
export function benchCosts(): void {
  heading(`3. Costs: ${COUNT} calls of models that both know (seed ${SEED}); CPU time`);
  const catalog = loadCatalog(join(projectRoot(), "catalog"));
  const market = catalog.market(DAY, DAY);
  const calls = drawn(catalog, createRandom(SEED));
  const ours = measure(calls, (call) => ourCost(market, call), EFFORT).round / calls.length;
  const theirs = measure(calls, theirCost, EFFORT).round / calls.length;
  line("llmprice, exact decimals", `${time(ours)} a cost`);
  line("@pydantic/genai-prices, binary floats", `${time(theirs)} a cost`);
  line("theirs / ours", `${digits(theirs / ours)} ×`);
  const same = calls.filter((call) => isSame(Number(ourCost(market, call)), theirCost(call)));
  remark(`${same.length} of ${calls.length} costs are the same; the others have prices of other days or tiers`);
}

function drawn(catalog: Catalog, random: Random): Call[] {
  const known = catalog.offers
    .map((offer) => ({ ...offer, at: offer.id.slice(offer.provider.length + 1) }))
    .filter(({ provider, prices }) => PROVIDERS.includes(provider) && prices.at(-1)?.state === "priced")
    .map(({ model, provider, at }) => ({ model, provider, id: at, input: 8000, output: 1000 }))
    .filter((call) => ourCost(catalog.market(DAY, DAY), call) !== undefined && theirCost(call) !== undefined);
  return Array.from({ length: COUNT }, () => ({
    ...random.pick(known),
    input: 1 + random.below(300_000),
    output: 1 + random.below(8000),
  }));
}

function ourCost(market: Market, { model, provider, input, output }: Call): string | undefined {
  const price = market.of(model).find(({ offer }) => offer.provider === provider)?.price;
  const rate = price && chooseRate(price.rates, { prompt: input, output, thinking: false });
  const usage = { input, output, cachedInput: 0, audioInput: 0, requests: 1, batch: false };
  return rate && costOf(rate, usage).total?.toFixed();
}

function theirCost({ id, provider, input, output }: Call): number | undefined {
  const usage = { input_tokens: input, output_tokens: output };
  return calcPrice(usage, id, { providerId: THEIR_ID[provider] ?? provider, timestamp: NOW })?.total_price;
}

/** The same but for what binary floats lose. */
function isSame(ours: number, theirs: number | undefined): boolean {
  return theirs !== undefined && Math.abs(ours - theirs) <= 1e-9 * Math.max(ours, theirs);
}
