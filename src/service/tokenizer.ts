/** The tokenizer that counts, as every count names it. */
export const TOKENIZER = "o200k_base";
/** Longer texts are counted up to here. */
export const COUNTED_CHARACTERS = 100_000;

/**
 * The time for one run of letters, signs or blanks grows with its square, so that a run of some ten thousand would
 * hold up everybody; beyond this length it is cut, which makes at most one token more per cut.
 */
const LONG_RUN = /[\p{L}\p{M}]{256}(?=[\p{L}\p{M}])|[^\s\p{L}\p{N}]{256}(?=[^\s\p{L}\p{N}])|\s{256}(?=\s)/gu;
const CUT = "\0";
/** What looks like a control token in a text is text. */
const PLAIN = { disallowedSpecial: new Set<string>() };

/** The number of tokens of a text. The tokenizer is loaded on first use: most bots are never asked. */
export async function countTokens(text: string): Promise<number> {
  const { countTokens: count } = await import("gpt-tokenizer/encoding/o200k_base");
  const pieces = text.replaceAll(CUT, " ").replace(LONG_RUN, `$&${CUT}`).split(CUT);
  return pieces.reduce((tokens, piece) => tokens + count(piece, PLAIN), 0);
}
