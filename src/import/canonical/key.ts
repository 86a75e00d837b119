const TOKEN = /[a-z]+|\d+[a-z]*/g;
const LETTER = /^[a-z]/;

/**
 * A spelling-insensitive key: separators and the order of words do not count, the order of figures does
 * ("claude-4.5-sonnet" = "claude-sonnet-4-5", "gpt-5.4" ≠ "gpt-4.5").
 */
export function keyOf(name: string): string {
  const words: string[] = [];
  const figures: string[] = [];
  for (const token of name.match(TOKEN) ?? []) (LETTER.test(token) ? words : figures).push(token);
  return `${words.sort().join(" ")}|${figures.join(".")}`;
}
