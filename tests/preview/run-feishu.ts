import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { render } from "../../adapters/feishu/render.ts";
import { loadBot } from "../../src/bot/bot.ts";
import { answers, QUESTIONS, type Shown } from "./answers.ts";
import { CARD_STYLE, drawCard } from "./draw-card.ts";

const FOLDER = "dist/preview";
const PAGE = "body { max-width: 640px; margin: 24px auto; } h2 { font: 600 14px sans-serif; color: #646a73; }";

const one = ({ asked, content }: Shown): string =>
  `<h2>${asked.replaceAll("<", "&lt;")}</h2>${drawCard(render(content))}`;

/** Writes a page of typical answers in each language, near enough to what Feishu shows; look at them in a browser. */
const bot = loadBot();
mkdirSync(FOLDER, { recursive: true });
for (const language of Object.keys(QUESTIONS) as (keyof typeof QUESTIONS)[]) {
  const shown = await answers(bot, language);
  const file = join(FOLDER, `feishu-${language}.html`);
  const head = `<meta charset="utf-8"><title>llmprice in Feishu</title><style>${PAGE}${CARD_STYLE}</style>`;
  const body = shown.map(one).join("\n");
  writeFileSync(file, `<!doctype html><html lang="${language}"><head>${head}</head><body>${body}</body></html>`);
  process.stdout.write(`${file}: ${shown.length} answers\n`);
}
