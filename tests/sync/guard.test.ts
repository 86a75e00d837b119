import { describe, expect, it } from "vitest";
import { fates, type Lists, listed, offer, timeline, weigh, witness } from "./helpers/weigh.ts";

const [FIRST, SECOND, THIRD] = ["2026-11-01", "2026-11-10", "2026-11-20"] as const;
const cost = (input: number, output: number, more: Record<string, number> = {}) => ({ input, output, ...more });

interface Case {
  change: string;
  before: Lists;
  after: Lists;
  offer: string;
  /** What the second sync does to the offer. */
  fate: string;
}

const CASES: Case[] = [
  {
    change: "a cut within five times",
    before: { openai: { o3: cost(10, 40) } },
    after: { openai: { o3: cost(2, 8) } },
    offer: "openai:o3",
    fate: "move",
  },
  {
    change: "a cut beyond five times",
    before: { openai: { o3: cost(10, 40) } },
    after: { openai: { o3: cost(1.9, 7.9) } },
    offer: "openai:o3",
    fate: "held jump",
  },
  {
    change: "a rise beyond five times, of one side",
    before: { openai: { o3: cost(1, 1) } },
    after: { openai: { o3: cost(1, 40) } },
    offer: "openai:o3",
    fate: "held jump",
  },
  {
    change: "a price that vanishes to 0",
    before: { openai: { o3: cost(10, 40) } },
    after: { openai: { o3: cost(0, 0) } },
    offer: "openai:o3",
    fate: "held zero",
  },
  {
    change: "yuan in the dollars of the Chinese site",
    before: { zai: { "glm-5.1": cost(1.4, 4.4) }, zhipuai: { "glm-5.1": cost(1.4, 4.4) } },
    after: { zai: { "glm-5.1": cost(1.4, 4.4) }, zhipuai: { "glm-5.1": cost(6, 24) } },
    offer: "zhipuai:glm-5.1",
    fate: "held yuan",
  },
  {
    change: "the standing price of the sister site",
    before: { zai: { "glm-5.1": cost(1.4, 4.4) }, zhipuai: { "glm-5.1": cost(2.8, 8.8) } },
    after: { zai: { "glm-5.1": cost(1.4, 4.4) }, zhipuai: { "glm-5.1": cost(1.4, 4.4) } },
    offer: "zhipuai:glm-5.1",
    fate: "correction",
  },
  {
    change: "a cut on both sites at once",
    before: { minimax: { "MiniMax-M3": cost(0.6, 2.4) }, "minimax-cn": { "MiniMax-M3": cost(0.6, 2.4) } },
    after: { minimax: { "MiniMax-M3": cost(0.3, 1.2) }, "minimax-cn": { "MiniMax-M3": cost(0.3, 1.2) } },
    offer: "minimax-cn:MiniMax-M3",
    fate: "move",
  },
  {
    change: "a step away from all others",
    before: { deepinfra: { "openai/gpt-oss-120b": cost(0.1, 0.4) }, groq: { "openai/gpt-oss-120b": cost(0.15, 0.6) } },
    after: {
      deepinfra: { "openai/gpt-oss-120b": cost(0.022, 0.088) },
      groq: { "openai/gpt-oss-120b": cost(0.15, 0.6) },
    },
    offer: "deepinfra:openai/gpt-oss-120b",
    fate: "held far",
  },
  {
    change: "two models that had each other's price",
    before: { azure: { "deepseek-v4-flash": cost(1.74, 3.48), "deepseek-v4-pro": cost(0.19, 0.51) } },
    after: { azure: { "deepseek-v4-flash": cost(0.19, 0.51), "deepseek-v4-pro": cost(1.74, 3.48) } },
    offer: "azure:deepseek-v4-pro",
    fate: "correction",
  },
  {
    change: "the lab's own change, copied",
    before: {
      deepseek: { "deepseek-v4-pro": cost(1.74, 3.48) },
      baseten: { "deepseek-ai/DeepSeek-V4-Pro": cost(1.74, 3.48) },
    },
    after: {
      deepseek: { "deepseek-v4-pro": cost(0.435, 0.87) },
      baseten: { "deepseek-ai/DeepSeek-V4-Pro": cost(0.435, 0.87) },
    },
    offer: "baseten:deepseek-ai/DeepSeek-V4-Pro",
    fate: "first_seen",
  },
  {
    change: "the cache price in the field of input",
    before: { baseten: { "zai-org/GLM-4.7": cost(0.6, 2.2) } },
    after: { baseten: { "zai-org/GLM-4.7": cost(0.12, 2.2, { cache_read: 0.12 }) } },
    offer: "baseten:zai-org/GLM-4.7",
    fate: "held cache_as_input",
  },
  {
    change: "a cache price that was not known",
    before: { openai: { o3: cost(2, 8) } },
    after: { openai: { o3: cost(2, 8, { cache_read: 0.5 }) } },
    offer: "openai:o3",
    fate: "first_seen",
  },
  {
    change: "a name that points to another model",
    before: { mistral: { "mistral-large-latest": cost(2, 6) } },
    after: { mistral: { "mistral-large-latest": cost(0.5, 1.5) } },
    offer: "mistral:mistral-large-latest",
    fate: "first_seen",
  },
  {
    change: "a price per call in the fields of tokens",
    before: { openai: { o3: null } },
    after: { openai: { o3: cost(0.002, 0.002) } },
    offer: "openai:o3",
    fate: "held dust",
  },
];

describe("a change", () => {
  it.each(CASES)("$change: $fate", ({ before, after, offer: id, fate }) => {
    const first = weigh([listed(FIRST, before)]);
    const second = weigh([listed(SECOND, after)], first);
    expect(fates(second, id)).toEqual([fate]);
    expect(weigh([listed(SECOND, after)], second)).toMatchObject({ base: second.base, held: second.held, changes: [] });
  });

  it("within days of the first entry mends it", () => {
    const first = weigh([listed(FIRST, { openai: { o3: cost(10, 40) } })]);
    expect(fates(weigh([listed("2026-11-03", { openai: { o3: cost(4, 16) } })], first), "openai:o3")).toEqual([
      "correction",
    ]);
  });

  it("keeps what stood before as history, with the last day on which it was seen", () => {
    const first = weigh([listed(FIRST, { openai: { o3: cost(10, 40) } })]);
    const second = weigh([listed(SECOND, { openai: { o3: cost(10, 40) } })], first);
    const third = weigh([listed(THIRD, { openai: { o3: cost(2, 8) } })], second);
    expect(timeline(third, "openai:o3")).toMatchObject([
      { seen: FIRST, lastSeen: SECOND, rates: [{ units: { input: "10" } }] },
      { seen: THIRD, kind: "move", rates: [{ units: { input: "2" } }] },
    ]);
  });
});

describe("a new offer far from all others", () => {
  const others = {
    groq: { "openai/gpt-oss-120b": cost(0.15, 0.6) },
    deepinfra: { "openai/gpt-oss-120b": cost(0.1, 0.4) },
  };
  const first = weigh([listed(FIRST, others)]);
  const second = weigh([listed(SECOND, { ...others, baseten: { "openai/gpt-oss-120b": cost(10, 50) } })], first);

  it("is listed without a price, and said to be unconfirmed", () => {
    expect(fates(second, "baseten:openai/gpt-oss-120b")).toEqual(["new", "held far"]);
    expect(offer(second, "baseten:openai/gpt-oss-120b").prices.map(({ kind }) => kind)).toEqual(["unconfirmed"]);
  });

  it("is a correction once it is near them", () => {
    const mended = { ...others, baseten: { "openai/gpt-oss-120b": cost(0.1, 0.5) } };
    const third = weigh([listed(THIRD, mended)], second);
    expect(fates(third, "baseten:openai/gpt-oss-120b")).toEqual(["correction"]);
    expect(third.held).toEqual([]);
  });

  it("stays held though what it was held against is gone", () => {
    const alone = {
      ...others,
      groq: { other: cost(1, 1) },
      deepinfra: { other: cost(1, 1) },
      baseten: { "openai/gpt-oss-120b": cost(10, 50) },
    };
    expect(weigh([listed(THIRD, alone)], second).held).toMatchObject([{ why: "far", since: SECOND }]);
  });
});

describe("a held change", () => {
  const before = weigh([listed(FIRST, { openai: { o3: cost(10, 40) } })]);
  const cut = { openai: { o3: cost(1, 4) } };
  const held = weigh([listed(SECOND, cut)], before);
  const [waiting] = held.held;

  it("leaves the price that stood, with the new one beside it as unconfirmed", () => {
    expect(offer(held, "openai:o3").prices).toMatchObject([
      { rates: [{ units: { input: "10", output: "40" } }] },
      { kind: "unconfirmed", seen: SECOND, rates: [{ units: { input: "1", output: "4" } }] },
    ]);
    expect(waiting).toMatchObject({
      why: "jump",
      offer: "openai:o3",
      stands: { input: "10", output: "40" },
      since: SECOND,
    });
  });

  it("is released by a second source, from the day on which it was first said", () => {
    const second = witness("portkey", THIRD, [["openai", "o3", "1", "4"]]);
    const released = weigh([listed(THIRD, cut), second], held);
    expect(released.changes).toMatchObject([{ what: "price", kind: "move", released: true }]);
    expect(offer(released, "openai:o3").prices).toMatchObject([{ kind: "move", seen: SECOND, accepted: THIRD }]);
    expect(released.held).toEqual([]);
  });

  it("is not released by a source that says something else", () => {
    const second = witness("portkey", THIRD, [["openai", "o3", "2", "8"]]);
    expect(weigh([listed(THIRD, cut), second], held).held).toMatchObject([{ id: waiting?.id }]);
  });

  it("is never released to 0, however many say so", () => {
    const zero = weigh([listed(SECOND, { openai: { o3: cost(0, 0) } })], before);
    const second = witness("portkey", THIRD, [["openai", "o3", "0", "0"]]);
    expect(weigh([listed(THIRD, { openai: { o3: cost(0, 0) } }), second], zero).held).toMatchObject([{ why: "zero" }]);
  });

  it("goes when its source takes it back", () => {
    const back = weigh([listed(THIRD, { openai: { o3: cost(10, 40) } })], held);
    expect(back.changes).toMatchObject([{ what: "withdrawn", offer: "openai:o3" }]);
    expect(offer(back, "openai:o3").prices).toMatchObject([{ lastSeen: THIRD, rates: [{ units: { input: "10" } }] }]);
    expect(back.held).toEqual([]);
  });

  it("stays held while its source is not heard", () => {
    const other = weigh([witness("portkey", THIRD, [["anthropic", "claude-x", "1", "5"]])], held);
    expect(other.held).toEqual(held.held);
    expect(offer(other, "openai:o3").prices).toHaveLength(2);
  });

  it("is published when an operator accepts it, without a word from anybody", () => {
    const accepted = weigh([], held, { decisions: { [waiting?.id ?? ""]: "accepted" } });
    expect(accepted.changes).toMatchObject([{ what: "price", kind: "move", released: true }]);
    expect(offer(accepted, "openai:o3").prices).toMatchObject([{ rates: [{ units: { input: "1", output: "4" } }] }]);
  });

  it("is dropped when an operator rejects it, and not held again", () => {
    const decisions = { [waiting?.id ?? ""]: "rejected" as const };
    const rejected = weigh([], held, { decisions });
    expect(rejected.held).toEqual([]);
    expect(offer(rejected, "openai:o3").prices).toHaveLength(1);
    const again = weigh([listed(THIRD, cut)], rejected, { decisions });
    expect([again.held, again.changes]).toEqual([[], []]);
  });
});

describe("models missing upstream", () => {
  const all = {
    openai: { o1: cost(1, 2), o2: cost(1, 2), o3: cost(1, 2), o4: cost(1, 2), o5: cost(1, 2) },
    xai: { grok: cost(1, 2) },
  };
  const first = weigh([listed(FIRST, all)]);

  it("are no longer listed since that day, and keep their prices", () => {
    const { o1: _, ...rest } = all.openai;
    const second = weigh([listed(SECOND, { ...all, openai: rest })], first);
    expect(offer(second, "openai:o1")).toMatchObject({
      gone: SECOND,
      prices: [{ rates: [{ units: { input: "1" } }] }],
    });
    expect(second.changes).toEqual([{ what: "gone", offer: "openai:o1" }]);
    const third = weigh([listed(THIRD, all)], second);
    expect(offer(third, "openai:o1")).not.toHaveProperty("gone");
    expect(third.changes).toEqual([{ what: "back", offer: "openai:o1" }]);
  });

  it("are none where the source does not contain the provider", () => {
    expect(weigh([listed(SECOND, { xai: all.xai })], first).changes).toEqual([]);
  });

  it("are held where they are more than half of a provider's", () => {
    const half = weigh([listed(SECOND, { ...all, openai: { o1: cost(1, 2) } })], first);
    expect(half.held).toMatchObject([{ why: "half_gone", provider: "openai", since: SECOND }]);
    expect(offer(half, "openai:o3")).not.toHaveProperty("gone");
    const id = half.held[0]?.id ?? "";
    const accepted = weigh([], half, { decisions: { [id]: "accepted" } });
    expect(offer(accepted, "openai:o3")).toMatchObject({ gone: SECOND });
    expect(weigh([listed(THIRD, all)], half).held).toEqual([]);
  });
});

describe("what other sources say", () => {
  const first = weigh([listed(FIRST, { openai: { o3: cost(2, 8) } })]);

  it("stands beside the price, and changes nothing", () => {
    const words = [
      witness("portkey", SECOND, [["openai", "o3", "10", "40"]]),
      witness("genai-prices", SECOND, [["openai", "o3", "2", "8"]]),
    ];
    const second = weigh([listed(SECOND, { openai: { o3: cost(2, 8) } }), ...words], first);
    expect(second.changes).toEqual([]);
    expect(offer(second, "openai:o3").prices).toMatchObject([
      { agree: 1, disagreement: [{ source: "portkey", input: "10", output: "40", date: SECOND }], lastSeen: SECOND },
    ]);
  });

  it("makes no offers by itself where it is not dated", () => {
    const second = weigh([witness("portkey", SECOND, [["openai", "o9", "1", "2"]])], first);
    expect(second.base.offers).toHaveLength(1);
  });
});
