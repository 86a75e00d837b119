import { describe, expect, it } from "vitest";
import type { PlacedCard } from "../../../src/import/merge/placed.ts";
import { displayNames, type Nameless } from "../../../src/import/names/display.ts";

/** `own/…` is said by the lab's own shop. */
function model(id: string, ...names: [source: string, id: string, name: string][]): Nameless {
  const lab = id.slice(0, id.indexOf("/"));
  const cards = names.map(([source, cardId, name]): PlacedCard => {
    const provider = source.startsWith("own/") ? lab : "host";
    return {
      source: source.replace("own/", ""),
      provider,
      id: cardId,
      name,
      model: id,
      lab,
      day: "2026-07-01",
      abilities: {},
    };
  });
  return { id, cards, own: cards.filter(({ provider }) => provider === lab) };
}

const siblings = [
  model("openai/gpt-4.1-mini", ["own/models-dev", "gpt-4.1-mini", "GPT-4.1 mini"]),
  model("zhipuai/glm-4-air", ["own/lobehub", "glm-4-air", "GLM-4-Air"]),
  model("zhipuai/glm-4.5-flash", ["own/models-dev", "glm-4.5-flash", "GLM-4.5-Flash"]),
  model("alibaba/qwen3-max", ["own/models-dev", "qwen3-max", "Qwen3 Max"]),
  model("baidu/ernie-4.5-turbo", ["own/lobehub", "ernie-4.5-turbo", "ERNIE 4.5 Turbo"]),
  model("baidu/ernie-speed", ["own/lobehub", "ernie-speed", "ERNIE Speed"]),
];

function named(...models: Nameless[]): (string | undefined)[] {
  const names = displayNames([...siblings, ...models]);
  return models.map(({ id }) => names.get(id));
}

describe("a model is called", () => {
  it.each<[string, Nameless, string]>([
    [
      "what its lab calls it",
      model("openai/gpt-4o", ["genai-prices", "gpt-4o", "gpt 4o"], ["own/models-dev", "gpt-4o", "GPT-4o"]),
      "GPT-4o",
    ],
    [
      "in small letters where the lab does",
      model("openai/o3-mini", ["own/models-dev", "o3-mini", "o3-mini"], ["models-dev", "o3-mini", "OpenAI o3 Mini"]),
      "o3-mini",
    ],
    [
      "without the maker and what the id does not say",
      model("x/yi-large", ["models-dev", "x/yi-large", "Zero One: Yi Large (free)"]),
      "Yi Large",
    ],
    [
      "by what a host says, before what a price table says",
      model(
        "google/gemini-2.0-flash",
        ["genai-prices", "a", "gemini 2.0 flash"],
        ["models-dev", "b", "Gemini 2.0 Flash"],
      ),
      "Gemini 2.0 Flash",
    ],
    [
      "nothing with a slash",
      model("deepseek/deepseek-ocr-2", ["models-dev", "a", "deepseek/deepseek-ocr-2"]),
      "Deepseek Ocr 2",
    ],
    [
      "by no nickname",
      model(
        "google/gemini-2.5-flash-image",
        ["own/models-dev", "gemini-2.5-flash-image", "Nano Banana"],
        ["models-dev", "a", "Gemini 2.5 Flash Image"],
      ),
      "Gemini 2.5 Flash Image",
    ],
    [
      "by no name of another version",
      model("google/gemma-3-4b-it", ["models-dev", "a", "Gemma 2 4B"]),
      "Gemma 3 4B It",
    ],
    ["as its siblings are", model("zhipuai/glm-3-turbo"), "GLM-3-Turbo"],
    ["as its siblings are, sizes in capitals", model("baidu/ernie-4.0-8k"), "ERNIE 4.0 8K"],
    ["with its day apart", model("openai/gpt-4.1-mini-2025-04-14"), "GPT-4.1 mini (2025-04-14)"],
    ["latest", model("anthropic/claude-3-5-haiku-latest"), "Claude 3.5 Haiku (latest)"],
  ])("%s", (_, one, name) => {
    expect(named(one)).toEqual([name]);
  });
});

describe("two models of a lab", () => {
  it("never share a name: the one whose id says more says it", () => {
    const flash = model("alibaba/qwen3.5-flash", ["models-dev", "qwen3.5-flash", "Qwen3.5 Flash"]);
    const dated = model("alibaba/qwen3.5-flash-2026-02-23", ["models-dev", "qwen3.5-flash-02-23", "Qwen3.5 Flash"]);
    expect(named(flash, dated)).toEqual(["Qwen3.5 Flash", "Qwen3.5 Flash (2026-02-23)"]);
  });

  it("are told apart by their ids where nothing else does", () => {
    const [one, other] = named(
      model("x/all-mini-lm", ["models-dev", "a", "All-MiniLM"]),
      model("x/all-minilm", ["models-dev", "b", "All-MiniLM"]),
    );
    expect(one).not.toBe(other);
  });

  it("of different labs may share one", () => {
    expect(
      named(model("a/nova-3", ["models-dev", "a", "Nova 3"]), model("b/nova-3", ["models-dev", "b", "Nova 3"])),
    ).toEqual(["Nova 3", "Nova 3"]);
  });
});
