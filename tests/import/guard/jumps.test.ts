import { describe, expect, it } from "vitest";
import { settleJumps } from "../../../src/import/guard/jumps.ts";
import type { PlacedPrice } from "../../../src/import/merge/placed.ts";
import type { SellerInfo } from "../../../src/import/merge/providers.ts";

function fact(provider: string, seen: string, input: string, rest: Partial<PlacedPrice> = {}): PlacedPrice {
  const rates = [{ units: { input, output: input } }];
  return { source: "models-dev", provider, id: "x", model: "lab/x", currency: "USD", rates, seen, ...rest };
}
const jump = (input: string) => fact("lab", "2026-06-29", input, { kind: "correction", jump: true });
const seller = (id: string, sister?: string) => ({ id, ...(sister && { sister }) }) as SellerInfo;
const sellers = new Map([
  ["lab", seller("lab", "lab-cn")],
  ["lab-cn", seller("lab-cn", "lab")],
]);

describe("a step beyond the usual size", () => {
  const before = fact("lab", "2026-04-01", "2");
  it.each<[string, PlacedPrice[], PlacedPrice["kind"]]>([
    ["is a correction where nobody else is known", [before], "correction"],
    ["is one while a single other seller charged the old price", [before, fact("a", "2026-05-01", "2")], "correction"],
    [
      "is a move where two others had charged the old price",
      [before, fact("a", "2026-05-01", "2"), fact("b", "2026-05-01", "2")],
      undefined,
    ],
    ["counts no later witness", [before, fact("a", "2026-05-01", "2"), fact("b", "2026-07-01", "2")], "correction"],
    [
      "is a correction where it lands on the sister site's standing price",
      [before, fact("a", "2026-05-01", "2"), fact("b", "2026-05-01", "2"), fact("lab-cn", "2026-04-01", "0.3")],
      "correction",
    ],
  ])("%s", (_, others, expected) => {
    const settled = settleJumps([...others, jump("0.3")], sellers);
    expect(settled.at(-1)?.kind).toBe(expected);
    expect(settled).toHaveLength(others.length + 1);
  });

  it("leaves other facts as they are", () => {
    const facts = [before, fact("lab", "2026-06-29", "1", { kind: "correction" })];
    expect(settleJumps(facts, sellers)).toEqual(facts);
  });
});
