import { beforeAll, describe, expect, it } from "vitest";
import { editionText } from "../../src/view/edition/to-text.ts";
import type { Edition } from "../../src/view/edition.ts";
import { WEEKS } from "../sync/helpers/weekly.ts";
import { LANGUAGES, weeklyEditions } from "./weeks.ts";

const [, ...TOLD] = WEEKS;
let editions: Map<string, Edition>;
beforeAll(async () => {
  editions = await weeklyEditions();
}, 120_000);

describe("the edition of the week to", () => {
  it.each(TOLD.flatMap((week) => LANGUAGES.map((language) => `${week}.${language}`)))("%s", async (name) => {
    const edition = editions.get(name);
    if (!edition) throw new Error("no edition");
    await expect(`${editionText(edition)}\n`).toMatchFileSnapshot(`weekly/${name}.txt`);
  });
});
