/** A name found in a text: a model, family, lab or provider. Offsets are into the normalised text. */
export interface Mention {
  start: number;
  end: number;
  /** What it may be; more than one where the name alone does not tell (a lab that is a provider too). */
  model?: string;
  family?: string;
  lab?: string;
  provider?: string;
  /** Set where the typed words differ by a typo from the name that was found. */
  typo?: boolean;
  /** The words form a model name by pattern (family word + version) that the catalog does not have. */
  unknown?: { near: string[] };
  /** Ids of models that all bear these words, where more than one does ("gemini 2.5", "llama 3.3"). */
  candidates?: string[];
  /** The beginning that those models' names share ("gemini-2.5"), fit for the `names` filter. */
  prefix?: string;
  /** 0–1: how surely these words are a name at all ("max", "large", "command" alone are weak). */
  strength: number;
}

/** Finds names in normalised text. Work grows linearly with the text. Implemented over the catalog. */
export interface NameFinder {
  find(text: string, context?: NameContext): Mention[];
  /** The canonical id of one exact name or nickname, for programs. */
  lookup(name: string): string | undefined;
}

/** What the conversation and the rest of the sentence lend to short names ("2.5 flash" after gemini). */
export interface NameContext {
  models: readonly string[];
  families: readonly string[];
}
