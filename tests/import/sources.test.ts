import { describe, expect, it } from "vitest";
import type { PriceFact } from "../../src/import/fact.ts";
import { readAll } from "../../src/import/recognise.ts";
import { imported, offerIn, records, sides, snapshots } from "./fixture.ts";

const read = (name: string, untested = true) => readAll(snapshots([name]), { untested });
const factsOf = (name: string): PriceFact[] => read(name).flatMap(({ prices }) => prices);

it("reads the published genai-prices as its re-shaped snapshot, but for the day of the check", () => {
  const published = factsOf("genai-prices.v2.data.json@2026-08-21").map(({ provider, id, rates }) => [
    provider,
    id,
    rates,
  ]);
  const reshaped = factsOf("genai-prices.json").map(({ provider, id, rates }) => [provider, id, rates]);
  expect(published).toEqual(reshaped);
  expect(factsOf("genai-prices.v2.data.json@2026-08-21").every(({ checked }) => checked === undefined)).toBe(true);
});

it("reads cents per token of the published Portkey files as dollars per 1M tokens", () => {
  const published = factsOf("portkey/openai.json@2026-08-21").map(({ id, rates }) => [id, rates]);
  const reshaped = factsOf("portkey.json").filter(({ provider }) => provider === "openai");
  const inputs = (pairs: unknown[]) => JSON.stringify(pairs).match(/"input":"[\d.]+","output":"[\d.]+"/g);
  expect(inputs(published)?.sort()).toEqual(inputs(reshaped.map(({ id, rates }) => [id, rates]))?.sort());
});

describe("formats that were never tested on a whole live file", () => {
  it.each(["litellm.sample.json@2026-08-21", "openrouter.sample.json@2026-08-21"])(
    "leaves %s alone unless asked",
    (name) => {
      expect(read(name, false)).toEqual([]);
      expect(factsOf(name).length).toBeGreaterThan(0);
    },
  );

  it("reads dollars per single token", () => {
    const nova = factsOf("litellm.sample.json@2026-08-21").find(({ id }) => id === "amazon.nova-lite-v1:0");
    expect(nova?.rates).toEqual([{ units: { input: "0.06", output: "0.24" } }]);
    expect(factsOf("openrouter.sample.json@2026-08-21")[0]?.rates).toEqual([{ units: { input: "30", output: "60" } }]);
  });
});

it("crosses the ECB's two euro rates, exactly", () => {
  expect(read("eurofxref-daily.xml")[0]?.fx).toEqual([{ day: "2024-06-28", rate: "7.262774" }]);
  expect(read("ecb-usd-cny.csv")[0]?.fx).toContainEqual({ day: "2026-04-13", rate: "6.832164" });
});

it("joins a long-context price that stands under an id of its own", () => {
  const luna = factsOf("llm-prices.json").filter(({ id }) => id.startsWith("gpt-5.6-luna"));
  expect(luna.map(({ id, from, until, rates }) => [id, from, until, rates.map(({ units }) => units.input)])).toEqual([
    ["gpt-5.6-luna", undefined, "2026-07-29", ["1", "2"]],
    ["gpt-5.6-luna", "2026-07-30", undefined, ["0.2", "0.4"]],
  ]);
});

it("drops what its source is known to have wrong", () => {
  const dropped = read("genai-prices.json").flatMap((extract) => extract.dropped);
  expect(dropped).toContainEqual(expect.objectContaining({ where: "zhipuai" }));
  expect(factsOf("cny-list-prices.json").some(({ id }) => id === "wan2.6-t2i")).toBe(false);
});

describe("the prices of the 2024 article", () => {
  const run = imported();
  it.each([
    ["zhipuai:glm-3-turbo", "5", undefined, "2024-05-10", "list"],
    ["zhipuai:glm-3-turbo", "1", "2024-05-11", undefined, "list"],
    ["zhipuai:glm-4", "100", "2024-05-01", undefined, "list"],
    ["volcengine:doubao-pro-32k", "0.8", "2024-05-15", undefined, "list"],
    ["volcengine:doubao-pro-128k", "5", "2024-05-15", undefined, "list"],
    ["tencent-cloud:hunyuan-standard", "12", "2024-05-14", "2024-05-16", "list"],
    ["tencent-cloud:hunyuan-standard", "10", "2024-05-17", undefined, "list"],
    ["tencent-cloud:hunyuan-standard", "6.9", "2024-05-17", undefined, "package"],
    ["tencent-cloud:hunyuan-pro", "120", "2024-05-14", "2024-05-16", "list"],
    ["tencent-cloud:hunyuan-pro", "69", "2024-05-17", undefined, "package"],
    ["alibaba-cn:qwen-72b-chat", "20", "2024-05-01", "2024-05-31", "list"],
    ["openai:gpt-4-turbo", "10", "2024-05-01", undefined, "list"],
    ["openai:gpt-4o", "5", "2024-05-13", undefined, "list"],
  ])("dates %s at %s from %s until %s (%s)", (id, input, from, until, list) => {
    const found = offerIn(run, id).timeline.find(
      (price) => price.source === "price-war-2024-05" && price.rates[0]?.units.input === input,
    );
    expect(found).toMatchObject({ ...(from && { from }), ...(until && { until }) });
    expect(found?.list ?? "list").toBe(list);
    expect(found?.until).toBe(until);
    expect(found?.from).toBe(from);
  });

  it("keeps the batch price and the side that is not stated", () => {
    const cut = offerIn(run, "zhipuai:glm-3-turbo").timeline.find((price) => price.from === "2024-05-11");
    expect(cut?.rates).toEqual([{ units: { input: "1", output: null, batch_input: "0.5" } }]);
    expect(cut?.note).toContain("sides: not stated");
  });

  it("derives what it states as a part of another price", () => {
    const first = offerIn(run, "openai:gpt-4o").timeline[0];
    expect([sides(first), first?.source]).toEqual(["5/15", "price-war-2024-05"]);
  });
});

it("names every source with its licence and day", () => {
  const run = imported();
  const page = run.files.find(({ path }) => path === "SOURCES.md")?.text ?? "";
  for (const { id, date } of records<{ id: string; date: string }>(run, "sources.json")) {
    expect(`${id} ${date}`).toMatch(/ \d{4}-\d{2}-\d{2}$/);
  }
  expect(page).toContain("Copyright (c) 2025 models.dev");
  expect(page).toContain("2026-07-01");
});
