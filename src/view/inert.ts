const DEFAULT_LENGTH = 80;
/** Text that is certainly harmless on every platform: most names, so that the rest is only done when needed. */
const HARMLESS = /^(?! )[\p{L}\p{N} .,()+\-%$¥]*$/u;
const BREAKS = /[\s\p{Zl}\p{Zp}]+/gu;
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu;
const ALIVE: readonly (readonly [RegExp, string])[] = [
  [/</g, "‹"],
  [/>/g, "›"],
  [/@/g, "＠"],
  [/:\/\//g, "：／／"],
  [/\]\(/g, "] ("],
];

/**
 * Text of a user or of an upstream source, fit to be echoed: one line, no control or invisible characters, at most
 * `length` code points, and nothing in it is a mention, a tag, a link or an escape sequence on any platform.
 * Idempotent. Adapters escape their own markup on top of it.
 */
export function inert(text: string, length = DEFAULT_LENGTH): string {
  if (text.length <= length && HARMLESS.test(text) && !text.endsWith(" ")) return text;
  // Whatever is cut off need not be cleaned; 4 × leaves room for what cleaning removes.
  let clean = text
    .slice(0, length * 4)
    .replace(BREAKS, " ")
    .replace(INVISIBLE, "");
  for (const [pattern, harmless] of ALIVE) clean = clean.replace(pattern, harmless);
  clean = clean.replace(BREAKS, " ").trim();
  const points = [...clean];
  if (points.length <= length) return clean;
  return `${points
    .slice(0, length - 1)
    .join("")
    .trimEnd()}…`;
}
