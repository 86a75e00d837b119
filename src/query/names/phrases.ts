import { GAP, type Token } from "./lexer.ts";

/** What the words of a phrase stand for; several of them where one name means several things. */
export interface Sense {
  /** The atoms by which models are filed: 哈吉米 stands for `gemini`. */
  atoms?: readonly string[];
  family?: string;
  model?: string;
  lab?: string;
  provider?: string;
  /** The phrase is a known misspelling. */
  typo?: true;
  /** Only in capitals is it a name ("OR"). */
  capitals?: true;
}

interface Node {
  next: Map<string, Node>;
  sense?: Sense;
}

/** Spoken names of one or several tokens, found longest first. */
export class Phrases {
  private readonly root: Node = { next: new Map() };

  /** Adds what a phrase stands for to what it stands for already. */
  add(tokens: readonly Token[], sense: Sense): void {
    if (tokens.length === 0) return;
    let node = this.root;
    for (const { text } of tokens) {
      const next: Node = node.next.get(text) ?? { next: new Map() };
      node.next.set(text, next);
      node = next;
    }
    node.sense = { ...sense, ...node.sense };
  }

  /** Whether one word is a phrase by itself. */
  has(word: string): boolean {
    return this.root.next.get(word)?.sense !== undefined;
  }

  /** What one word stands for. */
  senseOf(word: string): Sense | undefined {
    return this.root.next.get(word)?.sense;
  }

  /** The words of names that one word stands for. */
  atomsOf(word: string): readonly string[] | undefined {
    return this.senseOf(word)?.atoms;
  }

  /** The phrases of a single word. */
  *words(): Generator<string> {
    for (const [word, { sense }] of this.root.next) if (sense !== undefined) yield word;
  }

  /** The sense of exactly these tokens. */
  exact(tokens: readonly Token[]): Sense | undefined {
    const found = this.longest(tokens, 0);
    return found?.end === tokens.length ? found.sense : undefined;
  }

  /** The longest phrase that begins at a token; `end` is the token after it. */
  longest(tokens: readonly Token[], start: number): { end: number; sense: Sense } | undefined {
    let node: Node | undefined = this.root;
    let found: { end: number; sense: Sense } | undefined;
    for (let at = start; at < tokens.length; at++) {
      const token = tokens[at];
      if (token === undefined || (at > start && !mayFollow(token))) break;
      node = node.next.get(token.text);
      if (node === undefined) break;
      if (node.sense !== undefined) found = { end: at + 1, sense: node.sense };
    }
    return found;
  }
}

function mayFollow(token: Token): boolean {
  return token.kind === "han" ? token.gap === GAP.glued : token.gap < GAP.line;
}
