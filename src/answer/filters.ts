import type { Ability } from "../catalog/abilities.ts";
import type { Model } from "../catalog/schema.ts";
import type { Filters } from "../query/query.ts";
import { costTest, priceTest } from "./bounds.ts";
import { abilitiesOf, bitsOf, type Candidate } from "./candidates.ts";
import { type Context, isPast } from "./context.ts";
import type { FactField, Test } from "./judge.ts";
import { thanTests } from "./than.ts";
import type { WorkloadUsage } from "./workload.ts";

/** Tests that most questions share, with a key for what they come to: what passes them is worth keeping. */
export interface Standing {
  key: string;
  tests: Test[];
}

/** Which models count at all: sold on the day, of the kind asked for, and no second name of another. */
export function standingTests(context: Context): Standing {
  const filters = context.query.filters ?? {};
  const { status = "current", abilities, names } = filters;
  return {
    key: [status, isPast(context), names !== undefined, ...(abilities?.all ?? []).filter((name) => KIND_OF[name])].join(
      " ",
    ),
    tests: [...statusTests(context, status), ...(names ? [] : [isNoAlias(context)]), kindTest(filters)],
  };
}

/** The tests that a query's own filters amount to, the cheapest first. */
export function ownTests(context: Context, usage?: WorkloadUsage): Test[] {
  const filters = context.query.filters ?? {};
  return [
    ...modelTests(context, filters),
    ...factTests(filters),
    ...abilityTests(filters),
    ...(filters.price ?? []).map((bound) => priceTest(context, bound)),
    ...thanTests(context, filters.than ?? []),
    ...(filters.cost && usage ? [costTest(context, filters.cost, usage)] : []),
  ];
}

/** All tests of a query. */
export function testsOf(context: Context, usage?: WorkloadUsage): Test[] {
  return [...standingTests(context).tests, ...ownTests(context, usage)];
}

/** On a past day, what was sold then counts: the status is today's and says nothing of it. */
function statusTests(context: Context, status: NonNullable<Filters["status"]>): Test[] {
  const tests: Test[] = [];
  const isCurrent = ({ quote }: Candidate) => !quote.gone && (quote.model.status === "current" || isPast(context));
  if (status === "current") tests.push(isCurrent);
  if (status === "retired") tests.push(({ quote }) => quote.model.status !== "current" || quote.gone !== undefined);
  return tests;
}

/** A name that points to a model of the catalog would show that model twice. */
function isNoAlias({ catalog }: Context): Test {
  return ({ quote: { model } }) => !model.alias?.some(({ to }) => catalog.models.has(to));
}

const KIND_OF: Partial<Record<Ability, Model["kind"]>> = {
  embedding: "embedding",
  image_output: "image",
  audio_output: "speech",
};

function kindTest({ abilities }: Filters): Test {
  const asked = (abilities?.all ?? []).flatMap((name) => KIND_OF[name] ?? []);
  if (asked.length === 0) return ({ quote }) => quote.model.kind === "text";
  return ({ quote }) => quote.model.kind === "text" || asked.includes(quote.model.kind);
}

function modelTests({ catalog }: Context, filters: Filters): Test[] {
  const tests: Test[] = [];
  const { labs, families, names, origin, openWeights, providers, preview } = filters;
  if (preview !== undefined) tests.push(({ quote }) => quote.model.preview === preview);
  const choose = (
    inside: (id: string) => (model: Model) => boolean,
    list: { in?: string[] | undefined; out?: string[] | undefined },
  ) => {
    const [wanted, unwanted] = [list.in?.map(inside), (list.out ?? []).map(inside)];
    if (wanted) tests.push(({ quote }) => wanted.some((fits) => fits(quote.model)));
    if (unwanted.length > 0) tests.push(({ quote }) => !unwanted.some((fits) => fits(quote.model)));
  };
  if (labs) choose((id) => (model) => model.lab === id, labs);
  if (families) {
    choose((id) => {
      const members = new Set(catalog.modelsOf(id));
      return (model) => members.has(model);
    }, families);
  }
  if (names) choose(beginsWith, names);
  if (providers?.out) tests.push(({ quote }) => !providers.out?.includes(quote.provider.id));
  if (origin) tests.push(({ quote }) => isFrom(catalog.labs.get(quote.model.lab)?.origin, origin));
  if (openWeights !== undefined) {
    tests.push(({ quote: { model } }) => {
      return model.openWeights === undefined ? ["open_weights"] : model.openWeights === openWeights;
    });
  }
  return tests;
}

function isFrom(origin: string | undefined, wanted: "cn" | "overseas" | "us"): boolean {
  return wanted === "overseas" ? origin !== "cn" : origin === wanted;
}

const SEPARATORS = /[\s._-]+/g;
const OPEN_VERSION = /[\s._-]*x$/;
const DIGIT = /\d/;

/** The beginning of a name, separators read alike; "gemini 3.x" begins "gemini 3.1" and not "gemini 30". */
function beginsWith(beginning: string): (model: Model) => boolean {
  const start = beginning.toLowerCase().replace(OPEN_VERSION, "").replace(SEPARATORS, "-");
  const endsInDigit = DIGIT.test(start.at(-1) ?? "");
  const fits = (name: string) => name.startsWith(start) && !(endsInDigit && DIGIT.test(name[start.length] ?? ""));
  return (model) => spellings(model).some(fits);
}

const spelled = new WeakMap<Model, readonly string[]>();

/** The id without its lab and the name of a model, in the spelling in which beginnings are compared. */
function spellings(model: Model): readonly string[] {
  const known = spelled.get(model);
  if (known) return known;
  const names = [model.id.slice(model.id.indexOf("/") + 1), model.name];
  const made = names.map((name) => name.toLowerCase().replace(SEPARATORS, "-"));
  spelled.set(model, made);
  return made;
}

function factTests({ context, maxOutput, released }: Filters): Test[] {
  const tests: Test[] = [];
  const range = (
    bound: { min?: number | undefined; max?: number | undefined },
    field: FactField,
    of: (candidate: Candidate) => number | undefined,
  ) => {
    const { min = 0, max = Number.POSITIVE_INFINITY } = bound;
    tests.push((candidate) => {
      const value = of(candidate);
      return value === undefined ? [field] : value >= min && value <= max;
    });
  };
  if (context) range(context, "context", (candidate) => candidate.context);
  if (maxOutput) range(maxOutput, "max_output", (candidate) => candidate.maxOutput);
  if (released) {
    const { from = "", to = "9999" } = released;
    tests.push(({ quote: { model } }) => {
      return model.released === undefined ? ["released"] : model.released >= from && model.released <= to;
    });
  }
  return tests;
}

/** An ability that no source states satisfies neither "has" nor "has not". */
function abilityTests({ abilities }: Filters): Test[] {
  const all = bitsOf(abilities?.all ?? []);
  const none = bitsOf(abilities?.none ?? []);
  if ((all | none) === 0) return [];
  return [
    ({ has, stated }) => {
      if ((has & all) !== (all & stated) || (has & none) !== 0) return false;
      const unstated = (all | none) & ~stated;
      return unstated === 0 ? true : abilitiesOf(unstated);
    },
  ];
}
