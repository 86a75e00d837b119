import type { LiveSource } from "./source.ts";
import { ecb } from "./sources/ecb.ts";
import { genaiPrices } from "./sources/genai-prices.ts";
import { litellm } from "./sources/litellm.ts";
import { llmPrices } from "./sources/llm-prices.ts";
import { modelsDev } from "./sources/models-dev.ts";
import { openrouter } from "./sources/openrouter.ts";
import { portkey } from "./sources/portkey.ts";

/** All sources, in the order in which they are fetched and reported: the list that is followed, then its witnesses. */
export const SOURCES: readonly LiveSource[] = [modelsDev, litellm, genaiPrices, openrouter, portkey, llmPrices, ecb];
