import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { render as toCard } from "../../adapters/feishu/render.ts";
import { render as toBlocks } from "../../adapters/slack/render.ts";
import type { Edition } from "../../src/view/edition.ts";
import { LANGUAGES, weeklyEditions } from "../digest/weeks.ts";
import { draw } from "./draw.ts";
import { CARD_STYLE, drawCard } from "./draw-card.ts";

const FOLDER = "dist/preview";
const SLACK_CSS = readFileSync(createRequire(import.meta.url).resolve("slack-blocks-to-jsx/dist/style.css"), "utf8");
const PAGE = `
  body { font: 15px/1.46 Lato, "Noto Sans", "Noto Sans CJK SC", sans-serif; max-width: 860px; margin: 24px auto; }
  .message { border: 1px solid #ddd; border-radius: 8px; padding: 12px; margin: 24px 0; overflow-x: auto; }
`;

const DRAWN = {
  slack: (edition: Edition) => draw(toBlocks({ kind: "edition", edition }, "chart").blocks ?? [], new Date()),
  feishu: (edition: Edition) => drawCard(toCard({ kind: "edition", edition })),
};

/** Writes pages of the editions of the six real weeks, as each platform shows them; look at them in a browser. */
const editions = await weeklyEditions();
mkdirSync(FOLDER, { recursive: true });
for (const platform of ["slack", "feishu"] as const) {
  for (const language of LANGUAGES) {
    const own = [...editions].filter(([name]) => name.endsWith(language)).map(([, edition]) => edition);
    const file = join(FOLDER, `digest-${platform}-${language}.html`);
    const style = `<style>${platform === "slack" ? SLACK_CSS : CARD_STYLE}${PAGE}</style>`;
    const body = own.map((edition) => `<div class="message">${DRAWN[platform](edition)}</div>`).join("\n");
    writeFileSync(
      file,
      `<!doctype html><html lang="${language}"><meta charset="utf-8">${style}<body>${body}</body></html>`,
    );
    process.stdout.write(`${file}: ${own.length} editions\n`);
  }
}
