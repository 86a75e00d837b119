import { expect, it } from "vitest";
import { settleSurcharges } from "../../../src/import/guard/surcharges.ts";
import type { PlacedPrice } from "../../../src/import/merge/placed.ts";

function fact(seen: string, input: string, output: string, region?: string): PlacedPrice {
  const place = { source: "models-dev", provider: "cloud", id: `${region ?? ""}x`, model: "lab/x" };
  return { ...place, currency: "USD", rates: [{ units: { input, output } }], seen, ...(region && { region }) };
}
const plain = fact("2026-01-01", "5", "25");
const kinds = (...facts: PlacedPrice[]) => settleSurcharges(facts).map(({ kind }) => kind);

it.each<[string, PlacedPrice[], PlacedPrice["kind"]]>([
  [
    "from the plain price to a tenth more was filed wrongly",
    [plain, fact("2026-01-01", "5", "25", "eu")],
    "correction",
  ],
  ["is a move where the plain price was another", [fact("2026-01-01", "5", "25", "eu")], undefined],
])("a region's offer %s", (_, before, expected) => {
  expect(kinds(...before, fact("2026-05-31", "5.5", "27.5", "eu")).at(-1)).toBe(expected);
});

it("is a move where only one side rises so", () => {
  expect(
    kinds(plain, fact("2026-01-01", "5", "25", "eu"), fact("2026-05-31", "5.5", "25", "eu")).at(-1),
  ).toBeUndefined();
});

it("leaves the plain offer's own rise alone", () => {
  expect(kinds(plain, fact("2026-05-31", "5.5", "27.5"))).toEqual([undefined, undefined]);
});
