import { describe, expect, it } from "vitest";
import { countTokens } from "../../src/service/tokenizer.ts";
import { contentOf, createWorld, textOf, viewOf } from "./world.ts";

describe("the bot's own page", () => {
  it.each(["en", "zh"] as const)("in %s says what it does, what is set and how old its prices are", async (speaks) => {
    const { respond, ask } = createWorld();
    await ask("settings currency CNY for this channel");
    const reply = await respond({ kind: "home" }, { speaks });
    const { home } = contentOf(reply, "home");
    expect(reply?.to).toBe("asker");
    expect(home).toMatchObject({ language: speaks, examples: { length: 8 } });
    expect(home.sections[0]?.lines[1]).toContain(speaks === "en" ? "prices in yuan" : "人民币");
    expect(home.freshness).toContain("2026-08-21");
  });
});

describe("a greeting", () => {
  it("is said once per channel and occasion, however often it comes", async () => {
    const { respond, clock } = createWorld();
    const greet = async (occasion: "added" | "opened", channel = "c1") =>
      respond({ kind: "greet", occasion }, { channel });
    expect(contentOf(await greet("added"), "home").home.intro[0]).toContain("Mention me");
    expect(await greet("added")).toBeNull();
    await clock.advance(30 * 24 * 3_600_000);
    expect(await greet("added")).toBeNull();
    expect((await greet("opened"))?.to).toBe("here");
    expect(await greet("added", "c2")).not.toBeNull();
  });

  it("speaks the channel's language", async () => {
    const { respond, ask } = createWorld();
    await ask("settings language Chinese for this channel");
    await ask("settings language English");
    const reply = await respond({ kind: "greet", occasion: "added" });
    expect(contentOf(reply, "home").home.language).toBe("zh");
  });
});

describe("what a text would cost", () => {
  it("names the tokenizer and calls other vendors' counts an estimate", async () => {
    const { respond } = createWorld();
    const reply = await respond({ kind: "count", text: "The price of a token. ".repeat(40) });
    expect(reply?.to).toBe("asker");
    const { title, facts, table } = viewOf(reply);
    expect(title).toBe("241 tokens in this text of 880 characters");
    expect(facts[0]).toContain("o200k_base");
    expect(facts[1]).toContain("an estimate, 241 to 333 tokens");
    expect(table?.rows.length).toBeGreaterThan(1);
  });

  it("is of the models that were asked about, in the language of the text", async () => {
    const { respond, ask } = createWorld();
    await ask("o3");
    const view = viewOf(await respond({ kind: "count", text: "这段话要花多少钱？" }));
    expect(view.language).toBe("zh");
    expect(view.facts.join()).toContain("o3");
  });

  it("says how much of a long text was counted", async () => {
    const view = viewOf(await createWorld().respond({ kind: "count", text: "word ".repeat(30_000) }));
    expect(view.facts[0]).toBe("Only the first 100,000 characters were counted.");
  });

  it("of no text is nothing", async () => {
    expect(textOf(await createWorld().respond({ kind: "count", text: " \n" }))).toContain("no text to count");
  });

  it.each([
    ["hello world", 2],
    ["<|endoftext|>", 7],
    ["a".repeat(40_000), 5000],
  ])("counts %s", async (text, tokens) => {
    expect(await countTokens(text)).toBe(tokens);
  });
});
