import type { Home } from "../../src/view/home.ts";
import { all, FORM } from "./actions.ts";
import type { ActionsBlock, Block, HomeView } from "./blocks.ts";
import { bold, plainText } from "./fit.ts";
import { BLOCKS_IN_MESSAGE, BLOCKS_IN_VIEW, BUTTON_TEXT, HEADER_TEXT, SECTION_TEXT } from "./limits.ts";
import { Page } from "./page.ts";

/** The bot's page as a message: its greeting. */
export function homeBlocks(home: Home, blocks = BLOCKS_IN_MESSAGE): Block[] {
  const page = new Page(home.language, [freshness(home)], blocks);
  page.draw([{ type: "header", text: plainText(home.title, HEADER_TEXT) }], 1);
  page.lines(home.intro, "section");
  page.draw(forms(home));
  page.draw(
    [{ type: "section", text: bold(home.examplesTitle, SECTION_TEXT) }, ...all(home.examples)],
    home.examples.length,
  );
  for (const { title, lines } of home.sections) {
    page.draw([{ type: "section", text: bold(title, SECTION_TEXT) }], 1);
    page.lines(lines, "section");
  }
  return page.done();
}

export const homeView = (home: Home): HomeView => ({ type: "home", blocks: homeBlocks(home, BLOCKS_IN_VIEW) });

const freshness = (home: Home): Block => ({
  type: "context",
  elements: [plainText(home.freshness, HEADER_TEXT * 4)],
});

function forms({ forms: list }: Home): ActionsBlock[] {
  if (list.length === 0) return [];
  return [
    {
      type: "actions",
      elements: list.map(({ label, form }) => ({
        type: "button",
        action_id: FORM + form,
        text: plainText(label, BUTTON_TEXT),
        value: form,
      })),
    },
  ];
}
