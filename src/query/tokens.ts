/** A word, a number, one Chinese character or one mark. Offsets are into the normalised text. */
export interface Token {
  type: "latin" | "number" | "han" | "mark" | "line" | "space";
  /** Lower case. */
  text: string;
  start: number;
  end: number;
  /** Whether nothing stands between it and the token before. */
  glued: boolean;
  /** The value of a number. */
  n?: number;
}

const LETTER = /[\p{L}\p{M}]/u;
const HAN = /[\p{Script=Han}〇]/u;
const SPACE = /\s/;
const GROUPS = /^\d{1,3}(?:,\d{3})+(?![\d])/;
const PLAIN_NUMBER = /^\d+/;
const FRACTION = /^\.\d+/;
const COMMAS = /[,_]/g;
const URL = /^https?:\/\/[^\s<>]{1,400}/i;
/** The longest run of one number that is read as such. */
const WINDOW = 64;

/** What a character begins; ASCII is looked up, the rest is asked once and remembered. */
const kinds = new Map<number, Token["type"]>();

const CLASSES: readonly [Token["type"], RegExp][] = [
  ["han", HAN],
  ["latin", LETTER],
  ["space", SPACE],
];

function classOf(char: string): Token["type"] {
  if (char === "\n") return "line";
  if (char >= "0" && char <= "9") return "number";
  return CLASSES.find(([, pattern]) => pattern.test(char))?.[0] ?? "mark";
}

function kindOf(code: number): Token["type"] {
  const known = kinds.get(code);
  if (known !== undefined) return known;
  const kind = classOf(String.fromCodePoint(code));
  kinds.set(code, kind);
  return kind;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const kindAt = (text: string, at: number): Token["type"] =>
  at < text.length ? kindOf(text.codePointAt(at) ?? 0) : "mark";
const widthAt = (text: string, at: number): number => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);

function numberEnd(text: string, at: number): number {
  const window = text.slice(at, at + WINDOW);
  const whole = (GROUPS.exec(window) ?? PLAIN_NUMBER.exec(window))?.[0] ?? "";
  const part = FRACTION.exec(window.slice(whole.length))?.[0] ?? "";
  return at + whole.length + part.length;
}

const APOSTROPHE = 39;

function latinEnd(text: string, at: number): number {
  let end = at;
  for (;;) {
    const inside = kindAt(text, end) === "latin";
    const apostrophe = text.charCodeAt(end) === APOSTROPHE && end > at && kindAt(text, end + 1) === "latin";
    if (!inside && !apostrophe) return end;
    end += widthAt(text, end);
  }
}

/** "1mtok", "200kctx": a magnitude with the word after it. */
const GLUED_WORD = /^(k|m|w|b)(tok|toks|token|tokens|ctx|context|in|out|req|reqs|requests|calls|input|output|msgs)$/i;

/** Where the magnitude of a number ends that has its unit glued to it. */
function magnitudeEnd(text: string, at: number, end: number): number {
  if (!isDigit(text.charCodeAt(at - 1))) return end;
  return GLUED_WORD.test(text.slice(at, Math.min(end, at + WINDOW))) ? at + 1 : end;
}

const POINT = 46;

function numberToken(text: string, at: number, glued: boolean): Token {
  const end = numberEnd(text, at);
  const digits = text.slice(at, end);
  return { type: "number", text: digits, start: at, end, glued, n: Number(digits.replace(COMMAS, "")) };
}

function latinToken(text: string, at: number, glued: boolean): Token {
  const first = text.charCodeAt(at) | 32;
  const link = first === 104 ? URL.exec(text.slice(at, at + 408)) : null;
  if (link) return { type: "mark", text: "url", start: at, end: at + link[0].length, glued };
  const end = magnitudeEnd(text, at, latinEnd(text, at));
  return { type: "latin", text: text.slice(at, end).toLowerCase(), start: at, end, glued };
}

function tokenAt(text: string, at: number, kind: Token["type"], glued: boolean): Token {
  const fraction =
    text.charCodeAt(at) === POINT && isDigit(text.charCodeAt(at + 1)) && kindAt(text, at - 1) !== "latin";
  if (kind === "number" || fraction) return numberToken(text, at, glued);
  if (kind === "latin") return latinToken(text, at, glued);
  const end = at + widthAt(text, at);
  return { type: kind, text: text.slice(at, end), start: at, end, glued };
}

/** Cuts a normalised text into tokens, from left to right, each character looked at once. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let last = -1;
  while (at < text.length) {
    const kind = kindAt(text, at);
    if (kind === "space") {
      at += 1;
      continue;
    }
    const token = tokenAt(text, at, kind, last === at);
    tokens.push(token);
    at = token.end;
    last = at;
  }
  return tokens;
}
