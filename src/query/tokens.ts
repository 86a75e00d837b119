/** A word, a number, one Chinese character or one mark. Offsets are into the normalised text. */
export interface Token {
  type: "latin" | "number" | "han" | "mark" | "line";
  /** Lower case. */
  text: string;
  start: number;
  end: number;
  /** Whether nothing stands between it and the token before. */
  glued: boolean;
  /** The value of a number. */
  n?: number;
}

const DIGIT = /[0-9]/;
const LATIN = /[\p{L}\p{M}]/u;
const HAN = /[\p{Script=Han}〇]/u;
const SPACE = /\s/;
const GROUPS = /^\d{1,3}(?:,\d{3})+(?![\d])/;
const PLAIN_NUMBER = /^\d+/;
const FRACTION = /^\.\d+/;
const COMMAS = /[,_]/g;
const URL = /^https?:\/\/[^\s<>]{1,400}/i;
/** The longest run of one number or word that is read as such. */
const WINDOW = 64;

const codeOf = (text: string, at: number): string => String.fromCodePoint(text.codePointAt(at) ?? 0);

function numberEnd(text: string, at: number): number {
  const window = text.slice(at, at + WINDOW);
  const whole = (GROUPS.exec(window) ?? PLAIN_NUMBER.exec(window))?.[0] ?? "";
  const part = FRACTION.exec(window.slice(whole.length))?.[0] ?? "";
  return at + whole.length + part.length;
}

function latinEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length) {
    const char = codeOf(text, end);
    const inside = LATIN.test(char) && !HAN.test(char);
    const apostrophe = char === "'" && end > at && LATIN.test(text[end + 1] ?? "");
    if (!inside && !apostrophe) break;
    end += char.length;
  }
  return end;
}

function startsNumber(text: string, at: number): boolean {
  const char = text[at] ?? "";
  if (DIGIT.test(char)) return true;
  return char === "." && DIGIT.test(text[at + 1] ?? "") && !LATIN.test(text[at - 1] ?? " ");
}

/** "1mtok", "200kctx": a magnitude with the word after it. */
const GLUED_WORD = /^(k|m|w|b)(tok|toks|token|tokens|ctx|context|in|out|req|reqs|requests|calls|input|output|msgs)$/i;

/** Where the magnitude of a number ends that has its unit glued to it. */
function magnitudeEnd(text: string, at: number, end: number): number {
  if (!DIGIT.test(text[at - 1] ?? "")) return end;
  return GLUED_WORD.test(text.slice(at, Math.min(end, at + WINDOW))) ? at + 1 : end;
}

function tokenAt(text: string, at: number): Omit<Token, "glued"> {
  const char = codeOf(text, at);
  if (startsNumber(text, at)) {
    const end = numberEnd(text, at);
    const digits = text.slice(at, end);
    return { type: "number", text: digits, start: at, end, n: Number(digits.replace(COMMAS, "")) };
  }
  if (HAN.test(char)) return { type: "han", text: char, start: at, end: at + char.length };
  if (LATIN.test(char)) {
    const link = char === "h" || char === "H" ? URL.exec(text.slice(at, at + 408)) : null;
    if (link) return { type: "mark", text: "url", start: at, end: at + link[0].length };
    const end = magnitudeEnd(text, at, latinEnd(text, at));
    return { type: "latin", text: text.slice(at, end).toLowerCase(), start: at, end };
  }
  return { type: char === "\n" ? "line" : "mark", text: char, start: at, end: at + char.length };
}

/** Cuts a normalised text into tokens, from left to right, each character looked at once. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const char = text[at] ?? "";
    if (char !== "\n" && SPACE.test(char)) {
      at += 1;
      continue;
    }
    const token = tokenAt(text, at);
    tokens.push({ ...token, glued: tokens.at(-1)?.end === at });
    at = token.end;
  }
  return tokens;
}
