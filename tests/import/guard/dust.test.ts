import { expect, it } from "vitest";
import type { Model } from "../../../src/catalog/schema.ts";
import { dust } from "../../../src/import/guard/dust.ts";
import type { PlacedPrice } from "../../../src/import/merge/placed.ts";

const fact = (source: string, input: string, output: string | null, rest: Partial<PlacedPrice> = {}): PlacedPrice => ({
  source,
  provider: "evroc",
  model: "mistral/voxtral-small-24b-2507",
  id: "mistralai/Voxtral-Small-24B-2507",
  currency: "USD",
  rates: [{ units: { input, output } }],
  seen: "2026-07-01",
  ...rest,
});

it.each<[string, PlacedPrice[], Model["kind"], number]>([
  ["a price per call in the token field", [fact("models-dev", "0.0023", "0.0023")], "text", 1],
  ["the cheapest real models", [fact("models-dev", "0.005", "0.01")], "text", 0],
  [
    "what a second source repeats",
    [fact("models-dev", "0.002", "0.002"), fact("portkey", "0.002", "0.002")],
    "text",
    0,
  ],
  ["the same source twice", [fact("models-dev", "0.002", "0.002"), fact("models-dev", "0.002", "0.002")], "text", 2],
  ["yuan, in dollars", [fact("lobehub", "0.01", "0.01", { currency: "CNY" })], "text", 1],
  ["a side that is not known", [fact("models-dev", "0.002", null)], "text", 0],
  ["an embedding", [fact("models-dev", "0.002", "0.002")], "embedding", 0],
])("holds or keeps %s", (_, facts, kind, held) => {
  expect(dust(facts, kind)).toHaveLength(held);
});
