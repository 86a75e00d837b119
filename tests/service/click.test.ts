import { describe, expect, it } from "vitest";
import { decodeTarget, encodeTarget, type Target } from "../../src/service/button-value.ts";
import { BUTTON_VALUE_LENGTH } from "../../src/view/button.ts";
import { contentOf, createWorld, pressed, textOf, viewOf } from "./world.ts";

const DAY_MS = 24 * 3_600_000;
const ASCII = /^[\x20-\x7e]*$/;

describe("a button's value", () => {
  const lookup: Target = {
    k: "ask",
    q: { intent: "lookup", language: "zh", models: ["a/b"], unread: ["豆包😀", "\u2028"] },
    by: "U1",
    day: "2026-07-02",
  };

  it("is ASCII and reads back as what it was", () => {
    const value = encodeTarget(lookup) ?? "";
    expect(value).toMatch(ASCII);
    expect(decodeTarget(value)).toEqual(lookup);
  });

  it("fits at its greatest length and is none beyond it", () => {
    const padded = (length: number) => encodeTarget({ ...lookup, by: "x".repeat(length) });
    const room = BUTTON_VALUE_LENGTH - (padded(1)?.length ?? 0) + 1;
    expect(padded(room)?.length).toBe(BUTTON_VALUE_LENGTH);
    expect(padded(room + 1)).toBeUndefined();
  });

  it.each([
    ["", "unreadable"],
    ["{", "unreadable"],
    ["null", "unreadable"],
    ["[]", "unreadable"],
    ['{"v":"1"}', "unreadable"],
    ['{"v":1}', "unreadable"],
    ['{"v":1,"k":"drop tables"}', "unreadable"],
    ['{"v":1,"k":"form","f":"settings","l":"en","x":1}', "unreadable"],
    ['{"v":1,"k":"ask","q":{"intent":"lookup"},"day":"2026-07-02"}', "unreadable"],
    ['{"v":1,"k":"form","f":"settings","l":"en","t":"ch\\u0000"}', { k: "form", f: "settings", l: "en", t: "ch\0" }],
    ['{"v":2,"k":"ask"}', "newer"],
    ['{"v":99,"anything":{}}', "newer"],
  ])("%s is %j", (value, expected) => {
    expect(decodeTarget(value)).toEqual(expected);
  });
});

describe("a click", () => {
  it("of the asker replaces the message and counts as the last question", async () => {
    const { ask, click } = createWorld();
    const asked = await ask("cheapest 128k model", { thread: "1" });
    const reply = await click(pressed(asked, "with_vision"), { thread: "1" });
    expect(reply).toMatchObject({ to: "here", replaces: true });
    expect(viewOf(reply).understood).toContain("vision");
    const next = await ask("top 2", { thread: "1" });
    expect(viewOf(next).understood).toContain("vision");
  });

  it("repeated leads to the same answer, since it carries the target", async () => {
    const { ask, click } = createWorld();
    const more = pressed(await ask("cheapest model, top 3"), "per_1k");
    const [once, twice] = [viewOf(await click(more)), viewOf(await click(more))];
    expect(twice).toEqual(once);
  });

  it("of anybody else gives that person a private answer and leaves the conversation alone", async () => {
    const { ask, click } = createWorld();
    const asked = await ask("cheapest 128k model", { thread: "1" });
    const reply = await click(pressed(asked, "with_vision"), { thread: "1", user: "bob" });
    expect(reply).toMatchObject({ to: "asker", replaces: false });
    expect(viewOf(await ask("top 2", { thread: "1" })).understood).not.toContain("vision");
  });

  it("on an older message is answered with today's prices and says so", async () => {
    const { ask, click, clock } = createWorld();
    const asked = await ask("gpt-4o");
    await clock.advance(40 * DAY_MS);
    const view = viewOf(await click(pressed(asked, "per_1k")));
    expect(view.notes[0]).toBe("These are today's prices; the message you clicked was of 2026-09-15.");
  });

  it.each([
    ["garbage", "\u0000{", "cannot read that button"],
    ["a newer version", '{"v":7}', "newer version"],
  ])("on %s is politely turned down, privately", async (_, value, said) => {
    const reply = await createWorld().click(value, { thread: "1" });
    expect(reply).toMatchObject({ to: "asker", replaces: false });
    expect(textOf(reply)).toContain(said);
  });

  it("is answered in the language of the message", async () => {
    const { ask, click } = createWorld();
    const asked = await ask("gpt-4o 多少钱");
    expect(textOf(await click(pressed(asked, "wrong_price")))).toContain("待核对清单");
    expect(viewOf(await click(pressed(asked, "history"))).language).toBe("zh");
  });

  it("on an example answers beside it, whoever clicks", async () => {
    const { respond, click } = createWorld();
    const home = contentOf(await respond({ kind: "home" }), "home").home;
    const reply = await click(home.examples[0]?.value ?? "", { user: "bob", surface: "direct", channel: "d" });
    expect(reply).toMatchObject({ to: "here", replaces: false });
    expect(viewOf(reply).table?.rows.length).toBeGreaterThan(0);
  });
});

describe("sharing", () => {
  it("posts the answer for everybody, once, and names who shared it", async () => {
    const { ask, click } = createWorld();
    const share = pressed(await ask("gpt-4o"), "share");
    const reply = await click(share);
    expect(reply).toMatchObject({ to: "here", replaces: false, content: { sharedBy: "ann" } });
    expect(contentOf(reply, "answer").share).toBeUndefined();
    expect(await click(share)).toMatchObject({ to: "asker", content: { kind: "notice" } });
  });

  it("uses the channel's settings, not the asker's", async () => {
    const { ask, click } = createWorld();
    await ask("settings currency CNY");
    await ask("settings language Chinese for this channel");
    const asked = await ask("gpt-4o");
    expect(viewOf(asked)).toMatchObject({ language: "zh", title: expect.stringContaining("¥") });
    const shared = viewOf(await click(pressed(asked, "share")));
    expect(shared.language).toBe("zh");
    expect(shared.title).not.toContain("¥");
  });
});

describe("a price that is wrong", () => {
  it("goes on the review list by its button, as it was shown", async () => {
    const { ask, click, wrong } = createWorld();
    const reply = await click(pressed(await ask("gpt-4o"), "wrong_price"));
    expect(reply?.to).toBe("asker");
    expect(textOf(reply)).toContain("gpt-4o at OpenAI is on the review list");
    expect(wrong).toMatchObject([
      { model: "openai/gpt-4o", provider: "openai", shown: { currency: "USD" }, by: { tenant: "t1", user: "ann" } },
    ]);
  });

  it.each([
    ["this price is wrong, it's $3 see https://x.com/a.", "openai/gpt-4o", "$3", "https://x.com/a"],
    ["价格不对，应该是 3 元 https://a.cn/p", "openai/gpt-4o", "3 元", "https://a.cn/p"],
    ["the price of o3 is wrong, it is $1.5 / $6", "openai/o3", "$1.5 / $6", undefined],
  ])("goes on it in words: %s", async (words, model, figure, link) => {
    const { ask, wrong } = createWorld();
    await ask("gpt-4o");
    await ask(words);
    expect(wrong).toMatchObject([{ model, figure, ...(link && { link }) }]);
  });

  it("is asked back where no one offer is meant", async () => {
    const { ask, wrong } = createWorld();
    expect(textOf(await ask("this price is wrong"))).toContain("Which price is wrong?");
    expect(wrong).toEqual([]);
  });

  it("is only answered where nobody reviews", async () => {
    const { ask } = createWorld({ reviews: false });
    const asked = await ask("gpt-4o");
    expect(contentOf(asked, "answer").buttons.map(({ code }) => code)).not.toContain("wrong_price");
    expect(textOf(await ask("this price is wrong"))).toContain("nothing was noted down");
  });
});
