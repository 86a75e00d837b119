import { describe, expect, it } from "vitest";
import type { PlacedPrice } from "../../src/import/merge/placed.ts";
import { firstDays, type Listing, listingKey, listingsOf, unlistedSince } from "../../src/import/merge/unlisted.ts";

const fact = (model: string, source: string, rest: Partial<PlacedPrice> = {}): PlacedPrice => ({
  source,
  provider: model.slice(0, model.indexOf("/")),
  model,
  id: model.slice(model.indexOf("/") + 1),
  currency: "USD",
  rates: [{ units: { input: "1", output: "2" } }],
  seen: "2026-08-21",
  ...rest,
});
const undated = { undated: true };
const listed = (model: string, seen = "2026-07-01") => fact(model, "models-dev", { seen });
const snapshots = new Map([["models-dev", "2026-07-01"]]);

describe("the list of a provider", () => {
  const lists = listingsOf(
    [listed("openai/gpt-5.5"), listed("openai/gpt-4o"), listed("xai/grok-4.3", "2026-03-01"), fact("zai/x", "portkey")],
    snapshots,
  );

  it("is of the day on which it was last seen whole, with the newest generation of each line", () => {
    expect(lists.get(listingKey({ provider: "openai" }))).toEqual({ day: "2026-07-01", majors: new Map([["gpt", 5]]) });
  });

  it("does not exist for providers that no followed source has today", () => {
    expect([...lists.keys()]).toEqual(["openai|"]);
  });
});

const list: Listing = { day: "2026-07-01", majors: new Map([["gpt", 5]]) };

it.each<[string, PlacedPrice[], string | undefined, string | undefined]>([
  [
    "known from an old check",
    [fact("openai/gpt-4-32k", "genai-prices", { seen: "2025-07-04", checked: "2025-07-04" })],
    "2025-07-04",
    "2026-07-01",
  ],
  [
    "known from an old price table",
    [fact("openai/gpt-4-0314", "litellm", { seen: "2024-01-30" })],
    "2024-01-30",
    "2026-07-01",
  ],
  ["undated, of an older generation", [fact("openai/gpt-3.5-turbo-x", "portkey", undated)], undefined, "2026-07-01"],
  ["undated, and it may be newer than the list", [fact("openai/gpt-5.6", "portkey", undated)], undefined, undefined],
  ["undated, but it existed before", [fact("openai/gpt-5.2-x", "portkey", undated)], "2026-01-05", "2026-07-01"],
  [
    "checked not long before",
    [fact("openai/gpt-5.3", "genai-prices", { seen: "2026-05-07", checked: "2026-05-07" })],
    "2026-05-07",
    undefined,
  ],
  [
    "checked after",
    [fact("openai/gpt-5.6-luna", "genai-prices", { seen: "2026-08-02", checked: "2026-08-02" })],
    "2026-08-02",
    undefined,
  ],
  ["on the list or followed by it", [listed("openai/gpt-4o")], "2024-05-13", undefined],
])("an offer %s", (_, facts, first, since) => {
  expect(unlistedSince(facts, list, first)).toBe(since);
});

it("needs a list", () => {
  expect(unlistedSince([fact("reka/reka-core", "portkey", undated)], undefined, "2024-04-15")).toBeUndefined();
});

it.each([
  ["mistral-small-2501", "2025-01-01"],
  ["deep-research-pro-preview-12-2025", "2025-12-01"],
  ["gpt-4o-audio-preview-2024-10-01", "2024-10-01"],
  ["reka-core-20240415", "2024-04-15"],
  ["gpt-4-0613", undefined],
])("reads the day in %s as %s", (id, day) => {
  expect(firstDays([fact(`openai/${id}`, "portkey", undated)], []).get(`openai/${id}`)).toBe(day);
});
