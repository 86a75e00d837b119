import type { Currency, Day } from "../catalog/schema.ts";

/**
 * Every note that an answer may carry, with its arguments. The view has a sentence for each in each language;
 * a note without its sentence, or the reverse, does not compile.
 */
export interface NoteArgs {
  /** Prices blended 3:1 (or as asked). */
  blend: { input: number; output: number };
  /** A conversion was made. */
  fx: { rate: string; day: Day; source: string };
  other_site: { model: string; provider: string; currency: Currency; input: string | null; output: string | null };
}

export type NoteCode = keyof NoteArgs;
export type Note = { [K in NoteCode]: { code: K; args: NoteArgs[K] } }[NoteCode];
