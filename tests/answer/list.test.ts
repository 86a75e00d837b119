import { describe, expect, it } from "vitest";
import { type Asked, ask, names } from "./ask.ts";

const list = (asked: Omit<Asked, "intent">) => ask({ intent: "list", ...asked });

describe("a list", () => {
  it.each<[string, Omit<Asked, "intent">, string[]]>([
    [
      "of a lab, newest first, free and unknown ones too",
      { filters: { labs: { in: ["zhipuai"] } } },
      ["glm-5.2@zai", "glm-4.7-flash@zai"],
    ],
    [
      "of a family",
      { filters: { families: { in: ["claude"] } } },
      ["claude-sonnet-5@anthropic", "claude-opus-4-8@anthropic", "claude-haiku-4-5@anthropic"],
    ],
    [
      "retired ones too",
      { filters: { labs: { in: ["openai"] }, families: { in: ["gpt"] }, status: "all" } },
      ["gpt-5.5@openai", "gpt-5-mini@openai", "gpt-oss-120b@groq", "gpt-4o@openai", "gpt-4-turbo@openai"],
    ],
    [
      "under a price, cheapest first, no free ones",
      { filters: { origin: "cn", price: [{ on: "input", under: 1, currency: "USD", per: 1e6 }] } },
      ["deepseek-v4-flash@deepseek", "deepseek-v4-pro@deepseek", "qwen-plus@alibaba"],
    ],
    [
      "that fits a sum for a workload",
      {
        filters: { origin: "us", cost: { max: 200, currency: "USD" } },
        workload: { input: 3000, output: 1000, requests: 50_000 },
      },
      ["gpt-5-mini@openai", "gemini-2.5-flash@google"],
    ],
    [
      "cheaper on both sides than another",
      {
        filters: {
          than: [
            { on: "input", model: "anthropic/claude-haiku-4-5", is: "at_most" },
            { on: "output", model: "anthropic/claude-haiku-4-5", is: "at_most" },
          ],
          origin: "us",
        },
      },
      ["gpt-5-mini@openai", "gemini-2.5-flash@google"],
    ],
    [
      "with a row of each provider where several are named",
      { filters: { providers: { in: ["groq", "togetherai"] }, families: { in: ["llama"] } } },
      ["llama-3.3-70b-instruct@groq", "llama-3.3-70b-instruct@togetherai"],
    ],
  ])("%s", (_, asked, expected) => {
    expect(names(list(asked))).toEqual(expected);
  });

  it("counts", () => {
    expect(list({ count: true, filters: { context: { min: 1_000_000 } } }).count).toBe(5);
  });

  it("of providers and labs", () => {
    const labs = list({ of: "labs", filters: { origin: "cn" } });
    expect(labs.rows.map(({ provider }) => provider).sort()).toEqual([
      "alibaba",
      "bytedance",
      "deepseek",
      "tencent",
      "zhipuai",
    ]);
    expect(list({ of: "providers" }).rows.map(({ provider }) => provider)).toContain("groq");
    expect(list({ of: "providers" }).rows.map(({ provider }) => provider)).not.toContain("zai-coding-plan");
  });

  it("that nothing satisfies is empty", () => {
    const answer = list({ filters: { context: { min: 1e9 } } });
    expect([answer.outcome, answer.count]).toEqual(["empty", 0]);
  });
});
