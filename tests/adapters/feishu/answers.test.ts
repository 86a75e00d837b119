import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FRESH_MS } from "../../../adapters/feishu/limits.ts";
import { CLAIM_KEPT_MS } from "../../../src/ports/store.ts";
import { ASKER, arrival, BOT, DIRECT, GROUP, menu, message, type Typed } from "../../feishu-fake/events.ts";
import type { Posted } from "../../feishu-fake/state.ts";
import { buttonsOf, textsOf } from "./read-card.ts";
import { createWorld, type World } from "./world.ts";

const OTHER = "ou_other000000000000000000000000";
const SETTLING_TURNS = 20;
const saidIn = (posted: Posted | undefined): string => textsOf(posted?.content).join("\n");

describe.each(["webhook", "ws"] as const)("over %s", (transport) => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld({ transport });
  });
  afterEach(() => world.stop());

  const ask = (typed: Typed) => world.send(message(world.builder, typed));
  /** Nothing is posted for what was sent: a question after it is answered first. */
  const nothingFor = async (typed: Typed): Promise<void> => {
    expect(await ask(typed)).toEqual({});
    await ask({ text: "o3", direct: true, user: OTHER });
    expect((await world.shown(1)).map(({ to }) => to)).toEqual([OTHER]);
  };

  it("a question in a group is answered in its thread, with the answer in header and summary", async () => {
    const event = message(world.builder, { text: "gpt-4o 多少钱", messageId: "om_question" });
    expect(await world.send(event)).toEqual({});
    const [answer] = await world.shown(1);
    expect(answer).toMatchObject({ type: "interactive", to: GROUP, root: "om_question", inThread: true });
    const { header, config } = (answer?.content ?? {}) as { header: unknown; config: unknown };
    expect(header).toMatchObject({ title: { tag: "plain_text", content: expect.stringContaining("$2.5") } });
    expect(config).toMatchObject({ summary: { content: expect.stringContaining("$2.5") }, update_multi: true });
    expect(saidIn(answer)).toContain("理解为：价格");
  });

  it("a direct message is answered in its chat, and what follows leans on it", async () => {
    await ask({ text: "gpt-4o", direct: true });
    await ask({ text: "and the output price?", direct: true });
    const [first, second] = await world.shown(2);
    expect([first?.to, second?.to]).toEqual([ASKER, ASKER]);
    expect(saidIn(second)).toContain("gpt-4o");
    expect(saidIn(second)).toContain("$10");
  });

  it("a thread is one conversation", async () => {
    await ask({ text: "gpt-4o", messageId: "om_root" });
    await ask({ text: "那 o3 呢", rootId: "om_root", threadId: "omt_1" });
    const [first, second] = await world.shown(2);
    expect([first?.root, second?.root]).toEqual(["om_root", "om_root"]);
    expect(saidIn(second)).toContain("o3");
  });

  it("rich text is read, with code, links and mentions in it", async () => {
    const content = [
      [
        { tag: "at", user_id: "@_user_1", user_name: "llmprice" },
        { tag: "text", text: " price of " },
      ],
      [
        { tag: "code_block", language: "TEXT", text: "`gpt-4o`" },
        { tag: "a", href: "https://e.com", text: " please" },
      ],
    ];
    await ask({ text: "", post: { title: "", content } });
    await ask({ text: "", post: { zh_cn: { title: "o3 价格", content: [[{ tag: "at", user_id: "@_user_1" }]] } } });
    const [first, second] = await world.shown(2);
    expect(saidIn(first)).toContain("$2.5");
    expect(saidIn(second)).toContain("o3");
  });

  it.each([
    ["/llmprice gpt-4o", "$2.5"],
    ["／llmprice\u00a0gpt-4o", "$2.5"],
    ["\u00a0/LLMPRICE  gpt-4o", "$2.5"],
    ["`/llmprice gpt-4o`", "$2.5"],
    ["```\ngpt-4o\n```", "$2.5"],
    ["gpt-4o", "$2.5"],
  ])("%j is read as a question", async (text, price) => {
    await ask({ text });
    expect(saidIn((await world.shown(1))[0])).toContain(price);
  });

  it.each(["/llmprice", ""])("%j alone shows what can be asked", async (text) => {
    await ask({ text });
    const [help] = await world.shown(1);
    expect(buttonsOf(help?.content).length).toBeGreaterThan(2);
  });

  it("a text is counted, and its cost goes to the asker alone", async () => {
    await ask({ text: "/llmprice-count How much is this, in `tokens`?" });
    const [count] = await world.shown(1);
    expect(count).toMatchObject({ to: ASKER });
    expect(saidIn(count)).toMatch(/\d+ tokens/);
  });

  describe("speaks only when addressed:", () => {
    it("not to a message in a group without a mention", () => nothingFor({ text: "gpt-4o", mentions: false }));
    it("not to one that mentions everybody", () => nothingFor({ text: "@_all gpt-4o", mentions: false }));
    it("not to another bot", () => nothingFor({ text: "gpt-4o", senderType: "app" }));
    it("not to itself", () => nothingFor({ text: "gpt-4o", user: BOT }));
    it("not to a picture", () => nothingFor({ text: "", post: { image_key: "img_1" } }));
    it("not to what is older than it can be sure to have seen once", () =>
      nothingFor({ text: "gpt-4o", createTime: world.builder.now() - FRESH_MS - 1 }));
  });

  it("takes what is only just fresh", async () => {
    await ask({ text: "gpt-4o", createTime: world.builder.now() - FRESH_MS });
    expect(await world.shown(1)).toHaveLength(1);
  });

  it("a message that is delivered again, also under another event id, is answered once", async () => {
    const again = { text: "gpt-4o", messageId: "om_again" };
    await Promise.all([ask(again), ask(again)]);
    await ask(again);
    await ask({ text: "o3", direct: true });
    await world.shown(2);
    for (let turn = 0; turn < SETTLING_TURNS; turn++) await world.clock.advance(0);
    expect(world.posted.map(({ to }) => to).sort()).toEqual([ASKER, GROUP].sort());
  });

  it("greets once when it is added, and once when its chat is opened", async () => {
    await world.send(arrival(world.builder, "added"));
    await world.send(arrival(world.builder, "added"));
    await world.send(arrival(world.builder, "opened", DIRECT));
    await world.send(arrival(world.builder, "opened", DIRECT));
    await ask({ text: "o3", direct: true });
    const posted = await world.shown(3);
    expect(posted.map(({ to }) => to).sort()).toEqual([ASKER, ASKER, GROUP].sort());
    expect(buttonsOf(posted[0]?.content).length).toBeGreaterThan(2);
  });

  it("the bot's menu shows what can be asked, or opens a form, in the person's own chat", async () => {
    await world.send(menu(world.builder, "help"));
    await world.send(menu(world.builder, "calculator"));
    const [home, form] = await world.shown(2);
    expect([home?.to, form?.to]).toEqual([ASKER, ASKER]);
    expect(JSON.stringify(form?.content)).toContain('"tag":"form"');
  });

  it("sends each answer under a key of its own, the same for every try", async () => {
    await ask({ text: "gpt-4o" });
    await ask({ text: "o3" });
    const posted = await world.shown(2);
    const keys = posted.map(({ uuid }) => uuid);
    expect(new Set(keys).size).toBe(2);
    for (const key of keys) expect(key?.length).toBeLessThanOrEqual(50);
  });
});

it("claims are known for longer than anything is fresh", () => {
  expect(CLAIM_KEPT_MS).toBeGreaterThanOrEqual(FRESH_MS);
});
