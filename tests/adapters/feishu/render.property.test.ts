import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bytesOf, elementsIn } from "../../../adapters/feishu/card.ts";
import { cut, inertText } from "../../../adapters/feishu/escape.ts";
import { BODY_BYTES, CARD_BYTES, CELL, ELEMENTS } from "../../../adapters/feishu/limits.ts";
import { render } from "../../../adapters/feishu/render.ts";
import { createSeals } from "../../../adapters/feishu/seals.ts";
import { plainMessage } from "../../../adapters/feishu/text.ts";
import type { Content } from "../../../src/ports/core.ts";
import { messagesIn } from "../../../src/view/messages/locales.ts";
import { aliveIn, aliveInText } from "../../feishu-fake/alive.ts";
import { checkCard } from "../../feishu-fake/cards.ts";
import { anyAnswer, anyContent, anyForm, anyHome, anyText } from "../slack/contents.ts";
import { textsOf } from "./read-card.ts";

const address = { platform: "feishu", tenant: "feishu:2ca1d211f64f6438", channel: `oc_${"0".repeat(32)}` };
const seal = createSeals("secret").seal({ address: { ...address, thread: `om_${"0".repeat(32)}` }, isPrivate: true });

/** How often the generated contents were beyond each limit: a property that never gets there shows nothing. */
const beyond = new Map<string, number>();
const count = (what: string, is: boolean) => is && beyond.set(what, (beyond.get(what) ?? 0) + 1);

function counted(content: Content): void {
  count("bytes of a card", Buffer.byteLength(JSON.stringify(content)) > 30 * 1024);
  if (content.kind === "form") count("elements", elementsOfForm(content.form.fields) > 200);
  if (content.kind !== "answer") return;
  const { view } = content;
  const { rows = [], columns = [] } = view.table ?? {};
  count("title", view.title.length > 300);
  count("table rows", rows.length > 100);
  count("bytes of a table", Buffer.byteLength(JSON.stringify(rows)) > 25_000);
  count("columns", columns.length > 20);
  count("chart points", (view.chart?.series.reduce((sum, { points }) => sum + points.length, 0) ?? 0) > 40);
  count("buttons", content.buttons.length > 5);
  count(
    "button label",
    content.buttons.some(({ label }) => label.length > 75),
  );
  count(
    "button value",
    content.buttons.some(({ value }) => value.length > 1900),
  );
  count("bytes of buttons", JSON.stringify([content.buttons, content.choices]).length > 25_000);
  count("choices", content.choices.length > 10);
}
const elementsOfForm = (fields: readonly object[]): number =>
  fields.reduce((sum, field) => sum + 4 + ("options" in field ? (field.options as unknown[]).length : 0), 0);

/** What Feishu gets, and refuses where a limit is broken. */
function accepted(content: Content): object {
  const card = render(content, seal);
  const body = { msg_type: "interactive", content: JSON.stringify(card), uuid: "u".repeat(50), reply_in_thread: true };
  checkCard(JSON.parse(JSON.stringify(card)), Buffer.byteLength(JSON.stringify(body)));
  return card;
}

describe("whatever the core shows", () => {
  it("fits into a card with room to spare, and nothing in it is alive", () => {
    fc.assert(
      fc.property(fc.oneof({ arbitrary: anyContent, weight: 9 }, anyForm.map(asContent)), (content) => {
        counted(content);
        const card = accepted(content);
        expect(aliveIn(card)).toEqual([]);
        const { card: bytes, body } = bytesOf(card);
        expect(bytes).toBeLessThanOrEqual(CARD_BYTES);
        expect(body).toBeLessThanOrEqual(BODY_BYTES);
        expect(elementsIn(card)).toBeLessThanOrEqual(ELEMENTS);
      }),
      { numRuns: 200, endOnFailure: true },
    );
    expect([...beyond].filter(([, times]) => times < 5)).toEqual([]);
    expect(beyond.size).toBe(12);
  });

  it("says how many rows of a table it leaves out", () => {
    let shortened = 0;
    fc.assert(
      fc.property(anyAnswer, (content) => {
        if (content.kind !== "answer" || !content.view.table) return;
        const { table, language } = content.view;
        const card = accepted(content) as { body: { elements: { tag: string; rows?: Record<string, string>[] }[] } };
        const shown = card.body.elements.find(({ tag }) => tag === "table")?.rows ?? [];
        const total = Math.max(table.total, table.rows.length);
        if (table.columns.length === 0 || shown.length === total) return;
        shortened++;
        const said = messagesIn(language).lines.moreRows(total - shown.length, total);
        expect(textsOf(card).join("\n")).toContain(said);
        const cells = shown.map((row) => Object.values(row));
        expect(cells).toEqual(
          table.rows.slice(0, shown.length).map((row) => row.slice(0, 50).map((cell) => cut(cell, CELL))),
        );
      }),
      { numRuns: 100, endOnFailure: true },
    );
    expect(shortened).toBeGreaterThan(30);
  });

  it("as text is inert, and short enough for a message", () => {
    fc.assert(
      fc.property(fc.oneof(anyContent, anyHome.map(homeContent)), (content) => {
        const text = plainMessage(content);
        expect(aliveInText(text)).toEqual([]);
        expect(Buffer.byteLength(JSON.stringify(JSON.stringify({ text })))).toBeLessThan(150 * 1024);
      }),
      { numRuns: 150, endOnFailure: true },
    );
  });
});

const asContent = (form: Extract<Content, { kind: "form" }>["form"]): Content => ({ kind: "form", form });
const homeContent = (home: Extract<Content, { kind: "home" }>["home"]): Content => ({ kind: "home", home });

describe("any text", () => {
  const tags = [
    "<at id=all></at>",
    '<at user_id="all">x</at>',
    "<person>",
    "<font color=red>",
    "[x](http://e.com)",
    "![x](k)",
  ];
  const any = fc.oneof(
    anyText,
    fc.string({ unit: "binary" }),
    fc.array(fc.constantFrom(...tags, "<", ">", "]", "(", "/at", " ", "价")).map((parts) => parts.join("")),
  );

  it("is inert in a text message, and what is inert stays as it is", () => {
    let dangerous = 0;
    fc.assert(
      fc.property(any, (text) => {
        if (aliveInText(text).length > 0) dangerous++;
        const safe = inertText(text);
        expect(aliveInText(safe)).toEqual([]);
        expect(inertText(safe)).toBe(safe);
      }),
      { numRuns: 1000 },
    );
    expect(dangerous).toBeGreaterThan(200);
  });
});

describe("who shared an answer", () => {
  const answer = (sharedBy: string): Content => ({
    kind: "answer",
    view: {
      language: "zh",
      understood: "",
      assumed: [],
      title: "t",
      facts: [],
      notes: [],
      sources: [],
      freshness: "",
      actions: [],
      choices: [],
    },
    buttons: [],
    choices: [],
    sharedBy,
  });

  it("is mentioned by the id that Feishu gave", () => {
    const card = accepted(answer("ou_84aad35d084aa403a838cf73ee18467"));
    expect(textsOf(card)).toContain("由 <at id=ou_84aad35d084aa403a838cf73ee18467></at> 分享");
  });

  it.each(["all", "ou_x></at><at id=all", "ou_ all", ""])("is plain text for any other id such as %j", (id) => {
    expect(aliveIn(accepted(answer(id)))).toEqual([]);
  });
});
