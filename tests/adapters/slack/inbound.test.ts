import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { row, unpacked } from "../../../adapters/slack/actions.ts";
import { decode } from "../../../adapters/slack/decode.ts";

describe("what a person typed", () => {
  it.each([
    ["<@UBOT> gpt-4o price", "gpt-4o price"],
    ["hey <@UBOT|llmprice>: gpt-4o", "hey  : gpt-4o"],
    ["price of <http://gpt-4o.ai|gpt-4o.ai>", "price of gpt-4o.ai"],
    ["see <https://example.com/list>", "see https://example.com/list"],
    ["ask <@U9|ann> in <#C1|general>", "ask ann in #general"],
    ["ask <@U9> <!here> <!subteam^S1|@llm>", "ask   @llm"],
    ["mail <mailto:a@b.c>", "mail a@b.c"],
    ["input &lt; $1 &amp; output &gt; 2", "input < $1 & output > 2"],
    ["&amp;lt;", "&lt;"],
    ["豆包 多少钱", "豆包 多少钱"],
  ])("%s", (sent, typed) => {
    expect(decode(sent, "UBOT")).toBe(typed);
  });

  it("comes back as it was, for any text that Slack escapes", () => {
    const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(decode(escaped(text))).toBe(text.trim());
      }),
    );
  });
});

describe("the packed buttons of the menu", () => {
  const share = { code: "share", label: "Share", value: "v" };
  it.each([1, 300, 1900])("come back as they were, with values of %i characters", (length) => {
    const rest = Array.from({ length: 6 }, (_, at) => ({
      code: `c${at}`,
      label: `L${at} 多少`,
      value: "x".repeat(length),
    }));
    const [{ elements } = { elements: [] }] = row([share, share, share, share, ...rest], "zh");
    const { value = "" } = elements[4] ?? {};
    expect(value.length).toBeLessThanOrEqual(2000);
    expect(unpacked(value)).toEqual({ language: "zh", buttons: rest });
  });

  it.each(["", "nonsense", Buffer.from("{}").toString("base64url"), "x".repeat(2000)])("are none in %j", (value) => {
    expect(unpacked(value)).toBeUndefined();
  });
});
