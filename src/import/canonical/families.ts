import families from "./families.json" with { type: "json" };

const PATTERNS = families.map(({ id, lab, match }) => ({
  id,
  lab,
  match: new RegExp(match),
}));

/** The spoken families of a canonical model, narrow first: anthropic/claude-haiku-4-5 → ["claude-haiku", "claude"]. */
export function familiesOf(modelId: string): string[] {
  const slash = modelId.indexOf("/");
  const lab = modelId.slice(0, slash);
  const name = modelId.slice(slash + 1);
  return PATTERNS.filter((family) => family.lab === lab && family.match.test(name)).map((family) => family.id);
}
