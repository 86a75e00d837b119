import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Request } from "../../src/ports/core.ts";
import { createWorld } from "./world.ts";

const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.constantFrom(
    "settings ",
    "settings filters ",
    "设置",
    "price is wrong ",
    "价格不对",
    "forget me",
    "/llmprice ",
    "<!channel>",
  ),
  fc
    .tuple(fc.constantFrom("settings filters ", "default filters: ", "gpt-4o price is wrong "), fc.string())
    .map((parts) => parts.join("")),
);
const json = fc.oneof(
  text,
  fc.json(),
  fc.object().map((value) => JSON.stringify({ v: 1, k: "ask", ...value })),
);
const values = fc.dictionary(
  fc.constantFrom(
    "model",
    "input",
    "output",
    "cached",
    "requests",
    "per",
    "currency",
    "blend",
    "filters",
    "language",
    "time",
    "timezone",
    "sections",
    "__proto__",
  ),
  fc.oneof(text, fc.array(text, { maxLength: 3 }), fc.constant(undefined)),
);
const form = fc.constantFrom("calculator", "settings", "digest");
const state = fc.oneof(fc.constant('{"v":1,"channel":"c1","scope":"user"}'), json);
const request: fc.Arbitrary<Request> = fc.oneof(
  fc.record({ kind: fc.constant("question" as const), text }),
  fc.record({ kind: fc.constant("click" as const), value: json }),
  fc.record({ kind: fc.constant("form" as const), form, text }),
  fc.record({ kind: fc.constant("submit" as const), form, state, values }),
  fc.record({ kind: fc.constant("count" as const), text }),
);

describe("whatever comes in", () => {
  it("is answered without a fault, and nothing of it comes alive", async () => {
    const digest = async () =>
      ({ content: { kind: "notice", language: "en", text: "", buttons: [] }, to: "here" }) as const;
    await fc.assert(
      fc.asyncProperty(request, async (one) => {
        const { respond, logged } = createWorld({ commands: { digest } });
        const reply = await respond(one);
        expect(reply).not.toBeNull();
        expect(logged.filter(({ event }) => event !== "answered")).toEqual([]);
        if (reply?.content.kind === "notice") expect(reply.content.text).not.toMatch(/[<>]|@(?:channel|here)/);
      }),
      { numRuns: 400 },
    );
  });
});
