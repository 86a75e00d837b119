import { describe, expect, it } from "vitest";
import { found, read } from "../helper.ts";

describe("a pasted usage object", () => {
  it.each([
    [
      "OpenAI's chat",
      '{"usage": {"prompt_tokens": 7421, "completion_tokens": 318, "total_tokens": 7739, "prompt_tokens_details": {"cached_tokens": 6144}}}',
      { input: 7_421, output: 318, cached: 6_144 },
    ],
    [
      "Anthropic's, whose cached tokens come on top",
      '{"input_tokens": 90, "cache_creation_input_tokens": 0, "cache_read_input_tokens": 15000, "output_tokens": 640}',
      { input: 15_090, output: 640, cached: 15_000 },
    ],
    [
      "Gemini's",
      '{"promptTokenCount": 5210, "candidatesTokenCount": 77, "totalTokenCount": 5287, "cachedContentTokenCount": 4096}',
      { input: 5_210, output: 77, cached: 4_096 },
    ],
    ["Python's", "{'prompt_tokens': 12, 'completion_tokens': 34}", { input: 12, output: 34 }],
    [
      "DeepSeek's",
      '{"prompt_tokens":2300,"completion_tokens":410,"prompt_cache_hit_tokens":1792,"prompt_cache_miss_tokens":508}',
      { input: 2_300, output: 410, cached: 1_792 },
    ],
  ])("%s", (_vendor, source, usage) => {
    expect(found("usage", source)).toEqual([usage]);
  });

  it.each(["{}", '{"model": "o3", "temperature": 1}', "how many prompt_tokens", "{prompt_tokens: many}"])(
    "%s is none",
    (source) => {
      expect(found("usage", source)).toEqual([]);
    },
  );

  it("is one call, and its counts are the workload", () => {
    const text = 'gpt-4.1 bill for {"prompt_tokens": 5100, "completion_tokens": 230}?';
    expect(read(text)).toMatchObject({
      intent: "cost",
      models: ["openai/gpt-4.1"],
      workload: { input: 5_100, output: 230, requests: 1 },
    });
  });
});
