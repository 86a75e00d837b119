/** LiteLLM's ids carry the provider in front ("groq/llama3-8b-8192") or not at all ("gpt-4o"). */

export const LITELLM = "litellm";

/** Early rows name no provider; their ids do, in front or by the way they are written. */
const BY_ID: readonly (readonly [RegExp, string])[] = [
  [/^(?:gpt-|text-embedding-|babbage|davinci|dall-e|o1|chatgpt)/, "openai"],
  [/^claude-/, "anthropic"],
  [/^(?:ai21|amazon|anthropic|cohere|meta|mistral)\./, "bedrock"],
  [/^j2-/, "ai21"],
];
const PREFIX = /^([a-z_\d]+)\/(.+)$/;

export function sellerOfId(id: string, provider: string | undefined): { provider: string; id: string } {
  const [, prefix, rest] = PREFIX.exec(id) ?? [];
  const known = provider ?? BY_ID.find(([pattern]) => pattern.test(id))?.[1] ?? prefix ?? "";
  const isRoute =
    prefix !== undefined && rest !== undefined && (prefix === known || known.startsWith(prefix) || ROUTES.has(prefix));
  return { provider: known, id: isRoute ? rest : id };
}

/** Prefixes that are not the provider's own name. */
const ROUTES = new Set([
  "gemini",
  "bedrock",
  "azure_ai",
  "vertex_ai",
  "fireworks_ai",
  "together_ai",
  "text-completion-codestral",
]);
