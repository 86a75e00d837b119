import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inert } from "../../src/view/inert.ts";

const ALIVE = /[<>@]|:\/\/|\]\(|[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u;

describe("inert", () => {
  it.each([
    ["<!channel> free", "‹!channel› free"],
    ["@channel look", "＠channel look"],
    ["<@U123ABC>", "‹＠U123ABC›"],
    ["<at id=all></at>", "‹at id=all›‹/at›"],
    ["@所有人", "＠所有人"],
    ["<https://evil.example|click>", "‹https：／／evil.example|click›"],
    ["[click](https://evil.example)", "[click] (https：／／evil.example)"],
    ["red\u001b[31m text\u0007", "red[31m text"],
    ["two\nlines\r\nand\u2028three", "two lines and three"],
    ["a\u202eb\u200bc", "abc"],
    ["  gpt-4o   mini  ", "gpt-4o mini"],
    ["豆包 Pro 32k（字节）", "豆包 Pro 32k（字节）"],
    ["half \ud83d pair", "half pair"],
  ])("%j becomes %j", (text, harmless) => {
    expect(inert(text)).toBe(harmless);
  });

  it("is one harmless line of limited length, and says where it cut", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), fc.integer({ min: 2, max: 120 }), (text, length) => {
        const safe = inert(text, length);
        expect(safe).not.toMatch(ALIVE);
        expect([...safe].length).toBeLessThanOrEqual(length);
        expect(inert(safe, length)).toBe(safe);
      }),
    );
  });

  it("leaves nothing alive however the pieces are mixed", () => {
    const piece = fc.constantFrom(
      "<",
      "!",
      "channel",
      ">",
      "@",
      "here",
      "\u200b",
      ":",
      "//",
      "]",
      "(",
      " ",
      "\n",
      "<at id=all>",
      "\u001b[0m",
      "x",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        expect(inert(pieces.join(""))).not.toMatch(ALIVE);
      }),
    );
  });

  it("cuts with an ellipsis", () => expect(inert("a".repeat(100), 10)).toBe(`${"a".repeat(9)}…`));
});
