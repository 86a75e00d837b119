import { portkeyPublished as parser } from "../../import/sources/portkey-published.ts";
import { type LiveSource, megabytes } from "../source.ts";

/** Portkey's price files, one a provider, in cents per token; those of providers that the catalog knows. */
export const portkey: LiveSource = {
  id: "portkey",
  url: "https://raw.githubusercontent.com/Portkey-AI/models/main/pricing/{part}.json",
  parts: [
    ...["ai21", "anthropic", "azure-ai", "azure-openai", "bedrock", "bedrock-mantle", "byteplus", "cerebras", "cohere"],
    ...["dashscope", "deepinfra", "deepseek", "fireworks-ai", "google", "groq", "jina", "lightning-ai", "minimax"],
    ...["mistral-ai", "moonshot", "nebius", "nomic", "novita-ai", "openai", "openrouter", "oracle", "perplexity-ai"],
    ...["reka-ai", "together-ai", "vertex-ai", "workers-ai", "x-ai", "z-ai", "zhipu"],
  ],
  format: "json",
  most: megabytes(4),
  byDefault: true,
  parser,
};
