import { inert } from "../../src/view/inert.ts";

const CONTROL: readonly (readonly [RegExp, string])[] = [
  [/&/g, "&amp;"],
  [/</g, "&lt;"],
  [/>/g, "&gt;"],
];
/** Marks that style text, and their look-alikes: mrkdwn has no way to escape them. */
const STYLE: readonly (readonly [RegExp, string])[] = [
  [/\*/g, "∗"],
  [/~/g, "∼"],
  [/`/g, "ˋ"],
  // Inside a word an underline styles nothing, and model ids have many.
  [/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "＿"],
  [/:(?=[\p{L}\p{N}_'+-]+:)/gu, "∶"],
];

function replaced(text: string, list: readonly (readonly [RegExp, string])[]): string {
  let result = text;
  for (const [pattern, harmless] of list) result = result.replace(pattern, harmless);
  return result;
}

/**
 * Any text as it may stand in mrkdwn and in the top-level `text`: no mention, link, emoji or styling comes alive,
 * and it reads the same. Texts of the core are inert already; this holds for any other text too.
 */
export const mrkdwn = (text: string): string => replaced(replaced(dead(text), CONTROL), STYLE);

/** The same inside a code block, where only the fence and Slack's own control characters mean something. */
export const code = (text: string): string => replaced(dead(text), CONTROL).replaceAll("`", "ˋ");

const LIVELY = /[<>@\p{Cc}\p{Zl}\p{Zp}]|:\/\/|\]\(/u;

/** One line, mentions and addresses cut apart; a text may grow by what that takes. */
function dead(text: string): string {
  return LIVELY.test(text) ? inert(text, text.length * 2) : text;
}
