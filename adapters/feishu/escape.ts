const ELLIPSIS = "…";
/** What a text message reads as a mention, a style or a link; the look-alikes are none. */
const ALIVE: readonly (readonly [RegExp, string])[] = [
  [/</g, "＜"],
  [/\](?=\()/g, "] "],
];

/** At most `length` UTF-16 units of a text, "…" where something was cut, and no half of a character. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const kept = text.slice(0, length - 1);
  const last = kept.charCodeAt(kept.length - 1);
  return `${(last >= 0xd800 && last <= 0xdbff ? kept.slice(0, -1) : kept).trimEnd()}${ELLIPSIS}`;
}

/**
 * For messages of type `text`, the one place where Feishu reads tags in what the adapter writes: cards carry
 * `plain_text` and text cells throughout, in which nothing comes alive.
 */
export const inertText = (text: string): string =>
  ALIVE.reduce((safe, [pattern, harmless]) => safe.replace(pattern, harmless), text);
