import fc from "fast-check";
import { expect, it } from "vitest";
import { present } from "../../src/view/present.ts";
import { toText } from "../../src/view/to-text.ts";
import { answerTo, catalog, FRESH, row } from "./hand-made.ts";

const evil = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.constantFrom(
    "<!channel>",
    "@here",
    "<@U1>",
    "<at id=all></at>",
    "a\nb",
    "\u001b[31m",
    "[x](https://evil.example)",
  ),
);
const ALIVE = /<[!@#/a-z]|@|\]\(|[\p{Cc}\p{Cf}\p{Cs}]/u;

it("whatever upstream data and people contain, no text of an answer comes alive", () => {
  fc.assert(
    fc.property(evil, evil, evil, fc.constantFrom("en" as const, "zh" as const), (name, fact, typed, language) => {
      const hostile = row(`lab/${name}`, name, "1", null, {
        name,
        source: name,
        facts: { knowledge: fact, status: fact },
      });
      const answer = answerTo(
        {
          intent: "list",
          language,
          models: [name],
          fields: ["price", "knowledge", "status"],
          filters: { names: { in: [typed] }, labs: { out: [typed] }, providers: { in: [typed] } },
          unread: [typed],
        },
        {
          rows: [hostile, { ...hostile, group: name }],
          notes: [
            { code: "price_note", args: { model: name, provider: name, text: fact, source: name } },
            { code: "unknown_model", args: { model: typed } },
            { code: "fact", args: { model: name, en: fact, zh: fact, source: name } },
          ],
          derived: [{ figure: "times", value: "2", on: "input", of: `${name}@${name}`, base: name }],
          freshness: { ...FRESH, sources: FRESH.sources.map((source) => ({ ...source, name })) },
        },
        {
          readAs: [{ typed, id: name }],
          ask: { reason: "which_model", typed, choices: [{ label: name, query: { intent: "help", language } }] },
        },
      );
      for (const outcome of ["answered", "clarify"] as const) {
        const text = toText(present({ ...answer, outcome }, catalog));
        for (const line of text.split("\n")) expect(line).not.toMatch(ALIVE);
        expect(text.split("\n").length).toBeLessThan(40);
      }
    }),
  );
});
