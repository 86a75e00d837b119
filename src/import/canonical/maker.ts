import { labOfName } from "./words.ts";

const PREFIXES = [
	"meta-textgeneration-",
	"nvidia-",
	"cohere-",
	"ai21-",
	"xiaomi-",
	"amazon-",
	"anthropic-",
	"openai-",
	"databricks-",
	"alibaba-",
	"zai-",
	"deep-",
	"coding-",
	"alicloud-",
	"arcee-",
	"cerebras-",
	"groq-",
	"mistralai-",
	"moonshotai-",
	"google-",
	"meta-",
	"bytedance-",
	"snowflake-",
	"tencent-",
];

/** Takes a maker's or reseller's name off the front where a model's own word follows it ("openai-gpt-5" → "gpt-5"). */
export function withoutMaker(name: string): string {
	const prefix = PREFIXES.find(
		(word) =>
			name.startsWith(word) && labOfName(name.slice(word.length)) !== undefined,
	);
	return prefix === undefined ? name : withoutMaker(name.slice(prefix.length));
}
