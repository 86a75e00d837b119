/** Parts of model names that people leave out, with what leaving one out costs. */
const PARTS: readonly {
  cost: number;
  is: (atom: string, all: readonly string[]) => boolean;
}[] = [
  { cost: 1, is: (atom) => STAGES.has(atom) || REVISION.test(atom) },
  {
    cost: 1,
    is: (atom, all) => atom === "chat" && all.some((other) => SIZE.test(other)),
  },
  {
    cost: 2,
    is: (atom, all) => DATE.test(atom) || (SHORT_DATE.test(atom) && all.some((other) => YEAR.test(other))),
  },
  { cost: 3, is: (atom) => EXPERTS.test(atom) },
  { cost: 4, is: (atom, all) => SIZE.test(atom) && isNamedWithoutSize(all) },
  { cost: 5, is: (atom, all) => atom === "reasoning" && !all.includes("non") },
];
const STAGES: ReadonlySet<string> = new Set([
  "preview",
  "latest",
  "instruct",
  "it",
  "exp",
  "beta",
  "experimental",
  "hf",
]);
const REVISION = /^00\d$/;
const DATE = /^(20\d{6}|2[3-9](0\d|1[0-2])[0-3]\d|20[23]\d|(0\d|1[0-2])[0-3]\d|2[3-9](0\d|1[0-2]))$/;
const SHORT_DATE = /^(0\d|1[0-2])(\.[0-3]\d)?$/;
const YEAR = /^20[23]\d$/;
const EXPERTS = /^(a\d+(\.\d+)?b|\d+e)$/;
const SIZE = /^\d+(\.\d+)?[bt]$/;

function isNamedWithoutSize(all: readonly string[]): boolean {
  const rest = all.filter((atom) => !SIZE.test(atom) && !EXPERTS.test(atom) && !STAGES.has(atom));
  return rest.length > 2;
}

/** The cost of leaving these words out of a name; words that are never left out cost most. */
export function costOf(left: readonly string[], all: readonly string[]): number {
  let cost = 0;
  for (const part of PARTS) if (left.some((atom) => part.is(atom, all))) cost += part.cost;
  return cost;
}

/** The words of a name with every choice of its optional parts left out, the whole name first. */
export function optionalParts(atoms: readonly string[]): { atoms: readonly string[]; cost: number }[] {
  const found = [{ atoms, cost: 0 }];
  for (const part of PARTS) {
    if (!atoms.some((atom) => part.is(atom, atoms))) continue;
    for (const { atoms: before, cost } of [...found]) {
      const shorter = before.filter((atom) => !part.is(atom, atoms));
      if (shorter.length > 0) found.push({ atoms: shorter, cost: cost + part.cost });
    }
  }
  return found;
}
