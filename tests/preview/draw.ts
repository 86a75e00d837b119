import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { type Block as Drawable, Message } from "slack-blocks-to-jsx";
import type { Block, TableBlock } from "../../adapters/slack/blocks.ts";

/** A grey square where the app's icon stands. */
const LOGO =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='36' height='36'%3E%3Crect width='36' height='36' rx='6' fill='%231f3a5f'/%3E%3Ctext x='18' y='24' font-size='16' fill='white' text-anchor='middle' font-family='sans-serif'%3E%C2%A5$%3C/text%3E%3C/svg%3E";
const DRAWN: readonly string[] = ["section", "header", "context", "divider", "actions", "data_visualization"];

/** A message's blocks as HTML. @throws for a block that can't be drawn: a picture that leaves one out would lie */
export function draw(blocks: readonly Block[], time: Date): string {
  return renderToStaticMarkup(
    createElement(Message, {
      blocks: blocks.flatMap(drawable),
      name: "llmprice",
      logo: LOGO,
      time,
      theme: "light",
      data: { users: [{ id: "U1", name: "ann" }] },
    }),
  );
}

function drawable(block: Block): Drawable[] {
  if (block.type === "data_table") return standIn(block);
  if (!DRAWN.includes(block.type)) throw new Error(`${block.type} can't be drawn`);
  // In Slack `verbatim` keeps addresses and names from coming alive; the library leaves out bold with it.
  return [JSON.parse(JSON.stringify(block, (key, value) => (key === "verbatim" ? undefined : value))) as Drawable];
}

/** The library has no `data_table` yet: its first page as the plain table, and a line that says so. */
function standIn({ rows, page_size }: TableBlock): Drawable[] {
  const shown = rows.slice(0, page_size + 1);
  const pages = Math.ceil((rows.length - 1) / page_size);
  const table = {
    type: "table",
    rows: shown.map((cells) => cells.map(({ text }) => ({ type: "raw_text", text }))),
    column_settings: (rows[1] ?? []).map(({ type }) => ({
      align: type === "raw_number" ? "right" : "left",
      is_wrapped: false,
    })),
  };
  const note = `stand-in for Slack's data_table, page 1 of ${pages}: there the columns sort and filter`;
  return [table as Drawable, { type: "context", elements: [{ type: "plain_text", text: note, emoji: false }] }];
}
