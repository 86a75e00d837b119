/**
 * What Slack's clients would bring to life in a text, by the rules of section 3 ("mrkdwn safety") and of mrkdwn:
 * anything in angle brackets, bare addresses, group mentions, emoji and marks around words.
 */
const LIVELY: readonly (readonly [string, RegExp])[] = [
  ["bracket", /[<>]/],
  ["entity", /&(?!amp;|lt;|gt;)/],
  ["address", /\w:\/\/\S/],
  ["mention", /@\w/],
  ["emoji", /:[\p{L}\p{N}_'+-]+:/u],
  ["bold", /\*\S/],
  ["strike", /~\S/],
  ["code", /`/],
  ["italic", /(?<![\p{L}\p{N}])_\S|\S_(?![\p{L}\p{N}])/u],
];

/** What of a mrkdwn text is alive; `own` are the marks that the sender means. */
export function alive(text: string, own: readonly string[] = []): string[] {
  return LIVELY.filter(([name, pattern]) => !own.includes(name) && pattern.test(text)).map(([name]) => name);
}

const BOLD = /^\*[^*\n]+\*$/;
const FENCED = /^```([\s\S]*)```$/;

/** Every text of a message that Slack reads as mrkdwn and that has something alive in it. */
export function aliveIn(message: { text?: unknown; blocks?: unknown }): string[] {
  const top = typeof message.text === "string" ? alive(message.text) : [];
  return [...top.map((what) => `text: ${what}`), ...inBlocks(message.blocks)];
}

function inBlocks(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(inBlocks);
  if (typeof node !== "object" || node === null) return [];
  const { type, text } = node as { type?: unknown; text?: unknown };
  if (type === "mrkdwn" && typeof text === "string") return aliveMrkdwn(text).map((what) => `${what} in ${text}`);
  return Object.values(node).flatMap(inBlocks);
}

/** A whole text in bold or in a code block is the sender's; in a code block only brackets mean something. */
function aliveMrkdwn(text: string): string[] {
  const fenced = FENCED.exec(text)?.[1];
  if (fenced !== undefined) return alive(fenced, ["emoji", "bold", "strike", "italic"]);
  return BOLD.test(text) ? alive(text.slice(1, -1)) : alive(text);
}
