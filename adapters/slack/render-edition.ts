import type { Edition } from "../../src/view/edition.ts";
import { chatWords } from "../../src/view/messages/chat.ts";
import type { Block } from "./blocks.ts";
import { chartBlock } from "./chart.ts";
import { bold, plainText } from "./fit.ts";
import type { Rung } from "./ladder.ts";
import { CONTEXT_TEXT, HEADER_TEXT, SECTION_TEXT } from "./limits.ts";
import { Page } from "./page.ts";
import { simpleTable } from "./render-answer.ts";
import { tableBlock } from "./table.ts";

const LEADERBOARD = 3000;

/** One edition of the digest: its sections in their order, then what is drawn. */
export function editionBlocks(edition: Edition, rung: Rung): Block[] {
  const page = new Page(edition.language, [
    { type: "context", elements: [plainText(edition.freshness, CONTEXT_TEXT / 4)] },
  ]);
  page.draw([{ type: "header", text: plainText(edition.title, HEADER_TEXT) }], 1);
  page.lines(edition.intro, "context");
  const drawn = [...leaderboard(edition, rung), ...chart(edition, rung)];
  for (const { title, lines } of edition.sections) {
    page.draw([{ type: "section", text: bold(title, SECTION_TEXT) }], 1);
    page.lines(lines, "section");
  }
  page.draw(drawn, edition.leaderboard?.table.rows.length);
  page.lines(edition.notes, "context");
  return page.done();
}

function leaderboard({ leaderboard: board, language }: Edition, rung: Rung): Block[] {
  if (!board) return [];
  const rich = rung === "text" ? undefined : tableBlock(board.table, board.title, LEADERBOARD);
  const left = rich?.rowsLeft ?? 0;
  const remark: Block[] =
    left > 0
      ? [
          {
            type: "context",
            elements: [plainText(chatWords(language).rowsLeftOut(left, board.table.total), CONTEXT_TEXT)],
          },
        ]
      : [];
  const blocks = rich ? [rich.block, ...remark] : simpleTable(board.table);
  return [{ type: "section", text: bold(board.title, SECTION_TEXT) }, ...blocks];
}

function chart({ chart: drawn, language }: Edition, rung: Rung): Block[] {
  const block = rung === "chart" && drawn ? chartBlock(drawn.chart, language, drawn.title) : undefined;
  return block ? [block.block] : [];
}
