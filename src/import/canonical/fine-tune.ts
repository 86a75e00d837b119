import anchors from "./anchors.json" with { type: "json" };

const WORD = /[a-z]{2,}/g;
/** Labs whose weights others tune. */
const OPEN = new Set(["meta", "google", "alibaba", "mistral", "zhipuai", "deepseek", "moonshotai"]);
/** Words of sizes, formats and plain variants that labs use without any of the anchors doing so. */
const PLAIN =
  "instruct it chat base vision text code coder math audio embed embedding rerank guard preview latest lora exp image live tts pro flash max plus turbo fast lite air gemma llama codellama codegemma imagen veo veo2 lyria muse spark glimmer contributor guard gen medgemma longcontext hf shieldgemma bison gecko unicorn python";

const vocabularies = new Map<string, Set<string>>();

function vocabularyOf(lab: string): Set<string> {
  const names: string[] = (anchors as Record<string, string[]>)[lab] ?? [];
  const known = vocabularies.get(lab) ?? new Set([...names, PLAIN].flatMap((name) => name.match(WORD) ?? []));
  vocabularies.set(lab, known);
  return known;
}

const TUNED = /(\d+x)?\d+(\.\d+)?b(-|$)|derestricted|uncensored|abliterated|heretic/;

/**
 * Whether a name that begins like a lab's open weights says in words unknown to that lab that somebody tuned them
 * ("llama-3.3-70b-nova"). Who, such ids do not tell.
 */
export function isFineTune(lab: string, name: string): boolean {
  if (!OPEN.has(lab) || !TUNED.test(name)) return false;
  return (name.match(WORD) ?? []).some((word) => !vocabularyOf(lab).has(word));
}
