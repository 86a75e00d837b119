/** Labs whose own ids write versions with a dash; all others write a dot. */
const DASHED_VERSIONS = new Set(["anthropic"]);
const DASHED_VERSION = /(\D|^)(\d)[-_](\d)(?=$|-)/;
const SPACES = /[\s_]+/g;

/** Spellings that hosts share, turned into the lab's own manner. */
const MANNERS: Record<string, [RegExp, string][]> = {
  amazon: [[/^(nova-.+)-v\d(:\d)?$/, "$1"]],
  anthropic: [[/^(opus|sonnet|haiku|fable)-/, "claude-$1-"]],
  blackforestlabs: [[/^flux-(\d)/, "flux.$1"]],
  bytedance: [
    [/^(?:dola-)?seed-(\d|code)/, "doubao-seed-$1"],
    [/^seed-seed-/, "seed-"],
    [/^seedance-v?/, "doubao-seedance-"],
    [/^(doubao-seedance-\d)(?=$|-\D)/, "$1.0"],
  ],
  liquid: [[/^lfm-(\d)/, "lfm$1"]],
  google: [
    [/^(veo|imagen)-?(\d)/, "$1-$2"],
    [/^((?:veo|imagen)-.+)-generate-\d{3}$/, "$1"],
    [/^(veo|imagen)-(\d)\.0(?=$|-)/, "$1-$2"],
  ],
  meta: [[/^(?:(?:meta|llama)-)*llama-?v?(\d)/, "llama-$1"]],
  microsoft: [
    [/^phi(\d)/, "phi-$1"],
    [/^phi-35/, "phi-3.5"],
  ],
  moonshotai: [[/^k(\d)/, "kimi-k$1"]],
  openai: [
    [/^gpt-?35/, "gpt-3.5"],
    [/^gpt(\d)/, "gpt-$1"],
  ],
  stepfun: [
    [/^stepfun-(\d)/, "step-$1"],
    [/^step(\d)/, "step-$1"],
  ],
  zhipuai: [[/^glm(\d)/, "glm-$1"]],
  alibaba: [
    [/^qwen-(\d(?:[.-]\d)?)(?=-|$)/, "qwen$1"],
    [/^wan-v(\d)/, "wan$1"],
  ],
  nvidia: [[/^nvidia-nemotron/, "nemotron"]],
};

/** One spelling for what hosts write in many, in the lab's own manner. */
export function normalName(lab: string, name: string): string {
  let normal = name.replace(SPACES, "-");
  for (const [from, to] of MANNERS[lab] ?? []) normal = normal.replace(from, to);
  return DASHED_VERSIONS.has(lab) ? normal : normal.replace(DASHED_VERSION, "$1$2.$3");
}
