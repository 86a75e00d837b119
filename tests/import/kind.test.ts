import { expect, it } from "vitest";
import { kindByModalities, kindByName } from "../../src/import/kind.ts";

it.each([
  ["sentence-transformers/multi-qa-mpnet-base-dot-v1", "embedding"],
  ["sentence-transformers/all-minilm-l6-v2", "embedding"],
  ["baai/bge-m3", "embedding"],
  ["togethercomputer/m2-bert-80m-32k-retrieval", "embedding"],
  ["alibaba/gte-rerank-v2", "rerank"],
  ["baidu/paddleocr-vl-0.9b", "ocr"],
  ["deepseek/deepseek-ocr-2", "ocr"],
  ["alibaba/qwen-vl-ocr-latest", "ocr"],
  ["mistral/voxtral-mini-transcribe-2507", "speech"],
  ["openai/gpt-realtime-2.1-mini", "speech"],
  ["google/gemini-live-2.5-flash", "speech"],
  ["amazon/nova-2-sonic", "speech"],
  ["alibaba/qwen3guard-gen-8b", "moderation"],
  ["google/veo-3.1", "video"],
  ["google/gemini-3.1-flash-lite-image", "image"],
])("tells by the name of %s that it is %s", (id, kind) => {
  expect(kindByName(id)).toBe(kind);
});

it.each([
  "openai/gpt-4o",
  "mistral/voxtral-small-24b-2507",
  "openai/gpt-audio",
  "alibaba/qwen3-vl-8b-instruct",
  "amazon/nova-2-lite",
  "meta/llama-3.3-70b-instruct",
  "google/gemini-3.5-flash-lite",
])("tells nothing by the name of %s", (id) => {
  expect(kindByName(id)).toBeUndefined();
});

it.each([
  [["text", "image"], ["text"], "text"],
  [["audio"], ["text"], "speech"],
  [["text"], ["text", "image"], "image"],
  [["text"], ["video"], "video"],
])("takes %j to %j for %s", (input, output, kind) => {
  expect(kindByModalities(input, output)).toBe(kind);
});
