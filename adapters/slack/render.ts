import type { Content } from "../../src/ports/core.ts";
import { all, row } from "./actions.ts";
import type { Block, Message } from "./blocks.ts";
import type { Rung } from "./ladder.ts";
import { Page } from "./page.ts";
import { answerBlocks, extraBlocks } from "./render-answer.ts";
import { editionBlocks } from "./render-edition.ts";
import { homeBlocks } from "./render-home.ts";
import { textOf } from "./text.ts";

/** Whatever the core shows, as a message of a rung: its blocks, and a text that says all of it without them. */
export function render(content: Content, rung: Rung): Message {
  const text = textOf(content);
  if (rung === "bare") return { text };
  const blocks = blocksOf(content, rung);
  return blocks.length > 0 ? { text, blocks } : { text };
}

/** The table and chart of an answer whose acknowledgement went without; nothing where they add nothing. */
export function renderExtra(content: Content, rung: Rung): Message | undefined {
  if (content.kind !== "answer") return undefined;
  const blocks = extraBlocks(content, rung);
  return blocks.length > 0 ? { text: textOf(content), blocks } : undefined;
}

function blocksOf(content: Content, rung: Rung): Block[] {
  switch (content.kind) {
    case "answer":
      return answerBlocks(content, rung);
    case "notice": {
      const page = new Page(content.language, row(content.buttons, content.language));
      page.lines([content.text], "section");
      return page.done();
    }
    case "home":
      return homeBlocks(content.home);
    case "edition":
      return editionBlocks(content.edition, rung);
    // Both are for modals; as messages they are their text.
    case "form":
    case "faults":
      return [];
  }
}

/** The buttons that found no room under an answer. */
export function renderMore(buttons: Parameters<typeof all>[0], title: string): Message {
  return {
    text: title,
    blocks: [{ type: "context", elements: [{ type: "plain_text", text: title, emoji: false }] }, ...all(buttons)],
  };
}
