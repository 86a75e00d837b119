/** One piece of a text. Words and figures are lower case; a Han character is a token of its own. */
export interface Token {
  kind: "word" | "figure" | "han" | "mark";
  text: string;
  start: number;
  end: number;
  /** What stands between it and the token before: nothing, one of `-_.`, blanks, or a line break. */
  gap: Gap;
}

export const GAP = { glued: 0, joined: 1, blank: 2, line: 3 } as const;
export type Gap = (typeof GAP)[keyof typeof GAP];

/** Splits a run of letters that is no word of its own into words that are, e.g. `doubaopro`. */
export type Beside = "before digit" | "after digit" | "alone";
export type Splitter = (run: string, beside: Beside) => readonly string[] | undefined;

const isDigit = (code: number) => code >= 48 && code <= 57;
const isHan = (code: number) => (code >= 0x3400 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff);
const isLatin = (code: number) => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
const isLetter = (code: number) => isLatin(code) || (code >= 0xc0 && code < 0x2000 && code !== 0xd7 && code !== 0xf7);
const isBlank = (code: number) => code === 32 || code === 9 || code === 0xa0 || code === 0x3000;
const isLine = (code: number) => code === 10 || code === 13;
const JOINERS = "-_.·";
const POINTS = ".点";
const DASHES = "-_";
const POINT_LIKE = /[-_点]/g;

/**
 * Cuts a text into tokens in one pass. `4o`, `k2.6`, `a22b`, `8x7b` are figures; `4-5` is the figure `4.5`
 * when both sides have at most two digits, as vendors write versions both ways.
 */
export function lex(text: string, split: Splitter = () => undefined): Token[] {
  return new Lexer(text, split).run();
}

class Lexer {
  private readonly text: string;
  private readonly split: Splitter;
  private readonly tokens: Token[] = [];
  private at = 0;
  private gap: Gap = GAP.glued;

  constructor(text: string, split: Splitter) {
    this.text = text;
    this.split = split;
  }

  run(): Token[] {
    while (this.at < this.text.length) this.step(this.code(this.at));
    return this.tokens;
  }

  private code(at: number): number {
    return at < this.text.length ? this.text.charCodeAt(at) : 0;
  }

  private step(code: number): void {
    if (isDigit(code)) this.figure(this.at);
    else if (isLetter(code)) this.letters();
    else if (isHan(code)) this.push("han", this.at + 1);
    else if (isBlank(code) || isLine(code)) this.skip(isLine(code) ? GAP.line : GAP.blank);
    else if (this.isJoiner()) this.skip(GAP.joined);
    else this.mark(code);
  }

  private skip(gap: Gap): void {
    if (gap > this.gap) this.gap = gap;
    this.at++;
  }

  private isJoiner(): boolean {
    if (this.at === 0 || !JOINERS.includes(this.text.charAt(this.at))) return false;
    const sides = [this.code(this.at - 1), this.code(this.at + 1)];
    return sides.every((code) => isDigit(code) || isLetter(code) || isHan(code));
  }

  private mark(code: number): void {
    const before = this.tokens.at(-1);
    const next = this.code(this.at + 1);
    const ends = !isDigit(next) && !isLetter(next);
    if (code === 43 && before?.kind === "word" && before.end === this.at && ends)
      this.push("word", this.at + 1, "plus");
    else if ((code === 39 || code === 0x2019) && (next === 115 || next === 83) && !isLetter(this.code(this.at + 2))) {
      this.push("mark", this.at + 2, "'s");
    } else this.push("mark", this.at + 1);
  }

  private push(kind: Token["kind"], end: number, text = this.text.slice(this.at, end).toLowerCase()): void {
    this.tokens.push({ kind, text, start: this.at, end, gap: this.gap });
    this.at = end;
    this.gap = GAP.glued;
  }

  private letters(): void {
    let end = this.at;
    while (isLetter(this.code(end))) end++;
    const beforeDigit = isDigit(this.code(end));
    const afterFigure = this.tokens.at(-1)?.kind === "figure" && this.tokens.at(-1)?.end === this.at;
    if (beforeDigit && end - this.at === 1 && !afterFigure) {
      this.figure(end);
      return;
    }
    const run = this.text.slice(this.at, end).toLowerCase();
    for (const part of this.split(run, beforeDigit ? "before digit" : "alone") ?? [run]) this.part(part);
  }

  /** A single letter that the splitter leaves at the end belongs to the figure after it: `ds` + `v3`. */
  private part(part: string): void {
    const end = this.at + part.length;
    if (part.length === 1 && isDigit(this.code(end))) this.figure(end);
    else this.push("word", end);
  }

  private figure(digits: number): void {
    let end = digits;
    for (;;) {
      end = this.number(end);
      if (!this.isSuffix(end)) break;
      end++;
      if (!isDigit(this.code(end))) break;
    }
    if (
      this.text.charAt(end) === "." &&
      this.text.charAt(end + 1).toLowerCase() === "x" &&
      !isLetter(this.code(end + 2))
    )
      end += 2;
    this.push("figure", end, this.text.slice(this.at, end).toLowerCase().replace(POINT_LIKE, "."));
  }

  /** The end of a number with points (`3.5`), thousands (`1,000`) or a version's dash (`4-5`). */
  private number(start: number): number {
    let end = this.digits(start);
    while (POINTS.includes(this.text.charAt(end)) && isDigit(this.code(end + 1)) && end < this.text.length)
      end = this.digits(end + 1);
    while (this.mayCount() && this.text.charAt(end) === "," && this.digits(end + 1) === end + 4) end += 4;
    if (end - start > 2 || !DASHES.includes(this.text.charAt(end)) || end >= this.text.length) return end;
    const minor = this.digits(end + 1);
    const short = minor - end >= 2 && minor - end <= 3;
    const next = this.code(minor);
    const goesOn =
      isLetter(next) ||
      (POINTS.includes(this.text.charAt(minor)) && isDigit(this.code(minor + 1)) && minor < this.text.length);
    return short && !goesOn ? minor : end;
  }

  /** Whether a comma may part thousands: in "gpt-5,200" it does not. */
  private mayCount(): boolean {
    return this.tokens.at(-1)?.kind !== "word" || this.gap === GAP.line;
  }

  private digits(start: number): number {
    let end = start;
    while (isDigit(this.code(end))) end++;
    return end;
  }

  /** One letter after the digits, such as in `4o`; of more letters the first if the rest is a word. */
  private isSuffix(at: number): boolean {
    if (!isLetter(this.code(at))) return false;
    if (!isLetter(this.code(at + 1))) return true;
    let end = at;
    while (isLetter(this.code(end))) end++;
    const run = this.text.slice(at, end).toLowerCase();
    const parts = this.split(run, "after digit");
    return parts?.[0]?.length === 1;
  }
}
