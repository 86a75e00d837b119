import wrappers from "./wrappers.json" with { type: "json" };

const SUFFIXES = [...wrappers.suffixes].sort((a, b) => b.length - a.length);
const HOST_SUFFIXES = Object.entries(wrappers.hostSuffixes);

/**
 * The ending of a name that says how a host serves it ("fp8", "maas"), if it has one. Words that hosts use for
 * quantised or faster servings count only at those hosts: "-turbo" is a serving at Together, a model at OpenAI.
 */
export function servingSuffix(
	name: string,
	provider: string,
): string | undefined {
	for (const suffix of SUFFIXES) if (name.endsWith(`-${suffix}`)) return suffix;
	for (const [suffix, hosts] of HOST_SUFFIXES) {
		if (
			name.endsWith(`-${suffix}`) &&
			(hosts.includes(provider) || hosts.includes("*"))
		)
			return suffix;
	}
	return undefined;
}
