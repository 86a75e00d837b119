import wrappers from "./wrappers.json" with { type: "json" };

const SUFFIXES = [...wrappers.suffixes].sort((a, b) => b.length - a.length);
const HOST_SUFFIXES = Object.entries(wrappers.hostSuffixes);

/** The ending of a name that says in what form the weights are served anywhere ("fp8", "maas", "tee"). */
export function formatSuffix(name: string): string | undefined {
  return SUFFIXES.find((suffix) => name.endsWith(`-${suffix}`));
}

/**
 * The ending of a name that says how this host serves it. Words that hosts use for quantised or faster servings
 * count only at those hosts: "-turbo" is a serving at Together, a model at OpenAI.
 */
export function servingSuffix(name: string, provider: string): string | undefined {
  const here = HOST_SUFFIXES.find(
    ([suffix, hosts]) => name.endsWith(`-${suffix}`) && (hosts.includes(provider) || hosts.includes("*")),
  );
  return formatSuffix(name) ?? here?.[0];
}
