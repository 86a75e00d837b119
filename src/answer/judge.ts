import type { Ability } from "../catalog/abilities.ts";
import type { Candidate } from "./candidates.ts";
import type { NoteArgs } from "./notes.ts";

export type FactField = NoteArgs["fact_not_stated"]["field"];

/** `false`: does not satisfy. A list: satisfies all that is known of it, and these are not stated. */
export type Verdict = boolean | (Ability | FactField)[];
export type Test = (candidate: Candidate) => Verdict;

/** All tests in turn: false as soon as one fails, else what is not stated. */
export function judge(tests: readonly Test[], candidate: Candidate): Verdict {
  let unstated: (Ability | FactField)[] | undefined;
  for (const test of tests) {
    const verdict = test(candidate);
    if (verdict === false) return false;
    if (verdict !== true) unstated = unstated ? [...unstated, ...verdict] : verdict;
  }
  return unstated ?? true;
}
