import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { code, mrkdwn } from "../../../adapters/slack/escape.ts";
import { RUNGS } from "../../../adapters/slack/ladder.ts";
import { render, renderExtra } from "../../../adapters/slack/render.ts";
import { modalOf, resultModal } from "../../../adapters/slack/render-form.ts";
import { homeView } from "../../../adapters/slack/render-home.ts";
import type { Content } from "../../../src/ports/core.ts";
import { alive, aliveIn } from "../../slack-fake/alive.ts";
import { refusedMessage, refusedView } from "../../slack-fake/limits.ts";
import { anyAnswer, anyContent, anyForm, anyHome, anyText } from "./contents.ts";

const TEXT = 3500;
const rung = fc.constantFrom(...RUNGS);
/** The one mention that is meant: who shared an answer. */
const SHARER = /<@U123ABC>/;

function withoutSharer<T extends object>(message: T): T {
  return JSON.parse(JSON.stringify(message).replace(SHARER, "someone"));
}

/** How often the generated contents were beyond each limit: a property that never gets there shows nothing. */
const beyond = new Map<string, number>();
const count = (what: string, is: boolean) => is && beyond.set(what, (beyond.get(what) ?? 0) + 1);

function counted(content: Content): void {
  const size = JSON.stringify(content).length;
  count("text of blocks", size > 13_200);
  if (content.kind === "edition") count("blocks", content.edition.sections.length > 50);
  if (content.kind !== "answer") return;
  const { view } = content;
  const rows = view.table?.rows ?? [];
  count("top-level text", [view.title, ...view.facts, ...view.notes].join().length > TEXT);
  count("section text", view.title.length > 3000);
  count("table rows", rows.length > 100);
  count("table columns", (view.table?.columns.length ?? 0) > 20);
  count("table characters", rows.flat().join("").length > 10_000);
  count(
    "empty cells",
    rows.flat().some((cell) => cell.trim() === ""),
  );
  count("chart series", (view.chart?.series.length ?? 0) > 6);
  count("chart categories", (view.chart?.series[0]?.points.length ?? 0) > 20);
  count(
    "chart labels",
    (view.chart?.series ?? []).some(({ name }) => name.length > 20),
  );
  count("buttons", content.buttons.length > 5);
  count(
    "button label",
    content.buttons.some(({ label }) => label.length > 75),
  );
  count(
    "button value",
    content.buttons.some(({ value }) => value.length > 2000),
  );
  count("choices", content.choices.length > 25);
}

describe("whatever the core shows", () => {
  it("fits into a message on every rung, and nothing in it is alive", () => {
    fc.assert(
      fc.property(anyContent, rung, (content, at) => {
        counted(content);
        const message = render(content, at);
        expect(message.text.length).toBeLessThanOrEqual(TEXT);
        expect(refusedMessage(message)).toBeUndefined();
        expect(aliveIn(withoutSharer(message))).toEqual([]);
      }),
      { numRuns: 250, endOnFailure: true },
    );
    expect([...beyond].filter(([, times]) => times < 5)).toEqual([]);
    expect(beyond.size).toBe(15);
  });

  it("fits as the table and chart behind an acknowledgement", () => {
    let drawn = 0;
    fc.assert(
      fc.property(anyAnswer, rung, (content, at) => {
        const message = renderExtra(content, at);
        if (!message) return;
        drawn++;
        expect(refusedMessage(message)).toBeUndefined();
        expect(aliveIn(message)).toEqual([]);
      }),
      { numRuns: 100, endOnFailure: true },
    );
    expect(drawn).toBeGreaterThan(30);
  });

  it("fits into App Home", () => {
    fc.assert(
      fc.property(anyHome, (home) => {
        const view = homeView(home);
        expect(refusedView(view)).toBeUndefined();
        expect(aliveIn(view)).toEqual([]);
      }),
      { numRuns: 25, endOnFailure: true },
    );
  });

  it("fits into a modal, as a form and as what came of one", () => {
    fc.assert(
      fc.property(anyForm, anyContent, anyText, (form, content, title) => {
        expect(refusedView(modalOf({ ...form, fields: form.fields.slice(0, 130) }))).toBeUndefined();
        const result = resultModal(content, title);
        expect(refusedView(result)).toBeUndefined();
        expect(aliveIn(withoutSharer(result))).toEqual([]);
      }),
      { numRuns: 25, endOnFailure: true },
    );
  });
});

describe("any text", () => {
  const any = fc.oneof(
    anyText,
    fc.string({ unit: "binary" }),
    fc.string({ unit: fc.constantFrom(..."<>@&|!#*_~`:/[]() ab中1-") }),
  );

  it("is inert after escaping", () => {
    fc.assert(
      fc.property(any, (text) => {
        expect(alive(mrkdwn(text))).toEqual([]);
      }),
      { numRuns: 2000, endOnFailure: true },
    );
  });

  it("is inert in a code block, and leaves it closed", () => {
    fc.assert(
      fc.property(any, (text) => {
        expect(alive(code(text), ["bold", "italic", "strike", "emoji"])).toEqual([]);
      }),
      { numRuns: 2000, endOnFailure: true },
    );
  });

  it("would be alive without escaping: the check can fail", () => {
    const found = new Set<string>();
    fc.assert(
      fc.property(any, (text) => {
        for (const what of alive(text)) found.add(what);
      }),
      { numRuns: 2000, endOnFailure: true },
    );
    expect([...found].sort()).toEqual([
      "address",
      "bold",
      "bracket",
      "code",
      "emoji",
      "entity",
      "italic",
      "mention",
      "strike",
    ]);
  });
});
