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
const FIGURE = /\d/;

type Kind = "stage" | "date" | "shortDate" | "experts" | "size" | "chat" | "reasoning" | "word";

/** What leaving out the words of a kind costs; words that are never left out cost nothing here. */
const COSTS: readonly { kinds: readonly Kind[]; cost: number }[] = [
  { kinds: ["stage"], cost: 1 },
  { kinds: ["chat"], cost: 1 },
  { kinds: ["date", "shortDate"], cost: 2 },
  { kinds: ["experts"], cost: 3 },
  { kinds: ["size"], cost: 4 },
  { kinds: ["reasoning"], cost: 5 },
];

/** Without at least three other words a size is what tells two models apart. */
const SPARE: ReadonlySet<Kind> = new Set(["size", "experts", "stage"]);

interface Shorter {
  atoms: readonly string[];
  cost: number;
}

/** Knows the parts of model names that people leave out: stages, dates, sizes. */
export class OptionalParts {
  private readonly kinds = new Map<string, Kind>();

  /** The words of a name with every choice of its optional parts left out, the whole name first. */
  shorten(atoms: readonly string[]): Shorter[] {
    const found: Shorter[] = [{ atoms, cost: 0 }];
    const kinds = this.kindsOf(atoms);
    for (const part of COSTS) {
      if (!kinds.some((kind) => part.kinds.includes(kind))) continue;
      for (const { atoms: before, cost } of [...found]) {
        const shorter = before.filter((atom) => !part.kinds.includes(kinds[atoms.indexOf(atom)] ?? "word"));
        if (shorter.length > 0) found.push({ atoms: shorter, cost: cost + part.cost });
      }
    }
    return found;
  }

  /** The words that are neither figures nor optional. */
  words(atoms: readonly string[]): string[] {
    return atoms.filter((atom) => !FIGURE.test(atom) && this.kindOf(atom) === "word");
  }

  /** The cost of a name that lacks words of the whole name. */
  costOf(atoms: readonly string[], whole: readonly string[]): number {
    const kinds = this.kindsOf(whole);
    const left = kinds.filter((_, at) => !atoms.includes(whole[at] ?? ""));
    let cost = 0;
    for (const part of COSTS) if (left.some((kind) => part.kinds.includes(kind))) cost += part.cost;
    return cost;
  }

  /** The kinds of a name's words; some are optional only beside others. */
  private kindsOf(atoms: readonly string[]): Kind[] {
    const kinds = atoms.map((atom) => this.kindOf(atom));
    const fixed = new Set<Kind>();
    if (!kinds.includes("size")) fixed.add("chat");
    if (kinds.filter((kind) => !SPARE.has(kind)).length < 3) fixed.add("size");
    if (!atoms.some((atom) => YEAR.test(atom))) fixed.add("shortDate");
    if (atoms.includes("non")) fixed.add("reasoning");
    return kinds.map((kind) => (fixed.has(kind) ? "word" : kind));
  }

  private kindOf(atom: string): Kind {
    const known = this.kinds.get(atom);
    if (known !== undefined) return known;
    const kind = FIGURE.test(atom) ? kindOfFigure(atom) : kindOfWord(atom);
    this.kinds.set(atom, kind);
    return kind;
  }
}

function kindOfWord(word: string): Kind {
  if (STAGES.has(word)) return "stage";
  return word === "chat" || word === "reasoning" ? word : "word";
}

function kindOfFigure(figure: string): Kind {
  if (REVISION.test(figure)) return "stage";
  if (DATE.test(figure)) return "date";
  if (SHORT_DATE.test(figure)) return "shortDate";
  if (EXPERTS.test(figure)) return "experts";
  return SIZE.test(figure) ? "size" : "word";
}
