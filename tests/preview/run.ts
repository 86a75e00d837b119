import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { render } from "../../adapters/slack/render.ts";
import { loadBot } from "../../src/bot/bot.ts";
import { answers, QUESTIONS, type Shown } from "./answers.ts";
import { draw } from "./draw.ts";

const FOLDER = "dist/preview";
const STYLE = `
  body { font: 15px/1.46 Lato, "Noto Sans", "Noto Sans CJK SC", sans-serif; max-width: 860px; margin: 24px auto; color: #1d1c1d; }
  h2 { font-size: 15px; margin: 36px 0 8px; color: #616061; }
  .message { border: 1px solid #ddd; border-radius: 8px; padding: 12px; overflow-x: auto; }
`;

const css = readFileSync(createRequire(import.meta.url).resolve("slack-blocks-to-jsx/dist/style.css"), "utf8");
const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

function one({ asked, content }: Shown): string {
  const { blocks = [] } = render(content, "chart");
  return `<h2>${escaped(asked)}</h2><div class="message">${draw(blocks, new Date())}</div>`;
}

/** Writes a page of typical answers in each language, as Slack shows them; look at them in a browser. */
const bot = loadBot();
mkdirSync(FOLDER, { recursive: true });
for (const language of Object.keys(QUESTIONS) as (keyof typeof QUESTIONS)[]) {
  const shown = await answers(bot, language);
  const file = join(FOLDER, `slack-${language}.html`);
  const head = `<meta charset="utf-8"><title>llmprice in Slack</title><style>${css}${STYLE}</style>`;
  writeFileSync(
    file,
    `<!doctype html><html lang="${language}"><head>${head}</head><body>${shown.map(one).join("\n")}</body></html>`,
  );
  process.stdout.write(`${file}: ${shown.length} answers\n`);
}
