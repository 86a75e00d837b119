import { describe, expect, it } from "vitest";
import { operatorRate } from "../../src/sync/environment.ts";
import { SOURCES } from "../../src/sync/registry.ts";
import { syncSettings } from "../../src/sync/settings.ts";

describe("the sources", () => {
  it("are all but OpenRouter's, unless an operator says which", () => {
    const ids = ["models-dev", "litellm-live", "genai-prices", "portkey", "llm-prices", "ecb"];
    expect(syncSettings({}).sources.map(({ id }) => id)).toEqual(ids);
    const chosen = syncSettings({ LLMPRICE_SOURCES: "openrouter, models-dev" });
    expect(chosen.sources.map(({ id }) => id)).toEqual(["models-dev", "openrouter"]);
  });

  it("are fetched from a mirror where one is named", () => {
    const env = {
      LLMPRICE_SOURCE_URL_MODELS_DEV: "http://mirror.corp/models.json",
      LLMPRICE_SOURCE_URL_PORTKEY: "https://mirror.corp/portkey/{part}.json",
    };
    const urls = syncSettings(env).sources.map(({ url }) => url);
    expect(urls).toContain("http://mirror.corp/models.json");
    expect(urls).toContain("https://mirror.corp/portkey/{part}.json");
  });

  it("have addresses that are fetched safely", () => {
    expect(SOURCES.filter(({ url }) => !url.startsWith("https://"))).toEqual([]);
  });
});

describe("a setting that cannot be", () => {
  it.each([
    [{ LLMPRICE_SYNC: "hourly" }, /LLMPRICE_SYNC is hourly.*daily or off/],
    [{ LLMPRICE_SOURCES: "models.dev" }, /LLMPRICE_SOURCES names models\.dev.*the sources are models-dev,/],
    [{ LLMPRICE_SOURCE_URL_MODELSDEV: "https://x" }, /LLMPRICE_SOURCE_URL_MODELSDEV names no source/],
    [{ LLMPRICE_SOURCE_URL_ECB: "file:///etc/passwd" }, /LLMPRICE_SOURCE_URL_ECB is no web address/],
    [{ LLMPRICE_SOURCE_URL_PORTKEY: "https://mirror.corp/all.json" }, /PORTKEY has no \{part\}/],
  ])("%j is refused with its name and a remedy", (env, says) => {
    expect(() => syncSettings(env)).toThrow(says);
  });

  it.each(["seven", "0", "-7.1", "7,1"])("the rate %s is refused", (rate) => {
    expect(() => operatorRate({ LLMPRICE_FX: rate })).toThrow(/LLMPRICE_FX is no rate/);
  });
});

describe("the operator's rate", () => {
  it("is what is set, or none", () => {
    expect(operatorRate({ LLMPRICE_FX: "7.1" })).toBe("7.1");
    expect(operatorRate({})).toBeUndefined();
  });
});
