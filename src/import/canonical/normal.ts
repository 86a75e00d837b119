/** Labs whose own ids write versions with a dash; all others write a dot. */
const DASHED_VERSIONS = new Set(["anthropic"]);
const DASHED_VERSION = /(\D|^)(\d)[-_](\d)(?=$|-)/;
const SPACES = /[\s_]+/g;
const AMAZON_REVISION = /-v\d(:\d)?$/;
const LLAMA = /^(meta-)?llama-?(\d)/;
const SEED = /^(dola-)?seed-(\d|code)/;
const GLM = /^glm(\d)/;

/** One spelling for what hosts write in many, in the lab's own manner. */
export function normalName(lab: string, name: string): string {
	let normal = name.replace(SPACES, "-");
	if (lab === "amazon") normal = normal.replace(AMAZON_REVISION, "");
	if (lab === "meta") normal = normal.replace(LLAMA, "llama-$2");
	if (lab === "bytedance") normal = normal.replace(SEED, "doubao-seed-$2");
	if (lab === "zhipuai") normal = normal.replace(GLM, "glm-$1");
	if (!DASHED_VERSIONS.has(lab))
		normal = normal.replace(DASHED_VERSION, "$1$2.$3");
	return normal;
}
