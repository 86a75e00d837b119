import { chatWords } from "../../src/view/messages/chat.ts";
import type { View } from "../../src/view/view.ts";
import type { Block } from "./blocks.ts";
import { plainText, textIn } from "./fit.ts";
import { BLOCKS_IN_MESSAGE, CONTEXT_TEXT, SECTION_TEXT, TEXT_IN_BLOCKS } from "./limits.ts";

type Language = View["language"];
/** For the line that says what was left out. */
const REMARK = 200;

/** Blocks that come together within Slack's limits; what finds no room is counted and said. */
export class Page {
  readonly #blocks: Block[] = [];
  readonly #tail: Block[];
  readonly #language: Language;
  #free: number;
  #room: number;
  #left = 0;

  /** @param tail blocks that stand at the end whatever else there is room for */
  constructor(language: Language, tail: readonly Block[] = [], blocks = BLOCKS_IN_MESSAGE) {
    this.#language = language;
    this.#tail = [...tail];
    this.#free = blocks - tail.length - 1;
    this.#room = TEXT_IN_BLOCKS - REMARK - tail.reduce((sum, block) => sum + textIn(block), 0);
  }

  /** All of the blocks or none; without room the `lines` that they stand for count as left out. */
  draw(blocks: readonly Block[], lines = 0): void {
    if (!this.#add(blocks)) this.#left += lines;
  }

  /** Lines as one paragraph, as many as find room. */
  lines(lines: readonly string[], as: "section" | "context"): void {
    const limit = as === "section" ? SECTION_TEXT : CONTEXT_TEXT;
    let rest = lines.filter((line) => line.trim() !== "");
    while (rest.length > 0) {
      const fitting = joined(rest, Math.min(limit, this.#room));
      if (fitting.count === 0 || !this.#add([paragraph(fitting.text, as)])) break;
      rest = rest.slice(fitting.count);
    }
    this.#left += rest.length;
  }

  #add(blocks: readonly Block[]): boolean {
    const length = blocks.reduce((sum, block) => sum + textIn(block), 0);
    if (blocks.length > this.#free || length > this.#room) return false;
    this.#free -= blocks.length;
    this.#room -= length;
    this.#blocks.push(...blocks);
    return true;
  }

  done(): Block[] {
    const remark: Block[] = this.#left > 0 ? [paragraph(chatWords(this.#language).leftOut(this.#left), "context")] : [];
    return [...this.#blocks, ...remark, ...this.#tail];
  }
}

const paragraph = (text: string, as: "section" | "context"): Block =>
  as === "section"
    ? { type: "section", text: plainText(text, SECTION_TEXT) }
    : { type: "context", elements: [plainText(text, CONTEXT_TEXT)] };

function joined(lines: readonly string[], length: number): { text: string; count: number } {
  let text = "";
  let count = 0;
  for (const line of lines) {
    const next = count === 0 ? line : `${text}\n${line}`;
    if (next.length > length) break;
    text = next;
    count++;
  }
  return { text, count };
}
