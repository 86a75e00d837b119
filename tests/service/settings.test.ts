import { describe, expect, it } from "vitest";
import { contentOf, createWorld, pressed, textOf, viewOf } from "./world.ts";

const HERE = { thread: "1" };

describe("settings", () => {
  it.each([
    ["settings currency CNY", "gpt-4o", "≈¥"],
    ["以后都用人民币报价", "gpt-4o", "≈¥"],
    ["settings per 1K tokens", "gpt-4o", "per 1K tokens"],
    ["settings language Chinese", "gpt-4o", "每百万 tokens"],
    ["settings blend 1:1", "cheapest 128k model", "deepseek-v4-flash"],
  ])("%s holds for %s from then on", async (setting, question, expected) => {
    const { ask } = createWorld();
    expect((await ask(setting))?.to).toBe("asker");
    expect(viewOf(await ask(question)).title).toContain(expected);
  });

  it("are named in the answer as what they are", async () => {
    const { ask } = createWorld();
    await ask("settings currency CNY, per 1K tokens, blend 1:1");
    expect(viewOf(await ask("cheapest 128k model")).assumed).toEqual(
      expect.arrayContaining(["in yuan (¥), as set", "per 1,000 tokens, as set", "input:output 1:1, as set"]),
    );
  });

  it("change the reply's language and nothing of how amounts and sites are read", async () => {
    const { ask } = createWorld();
    await ask("settings language English");
    const view = viewOf(await ask("2块钱能买多少 deepseek v4 flash"));
    expect(view).toMatchObject({ language: "en", title: expect.stringContaining("¥2 buys 2,000,000 input tokens") });
  });

  it("give way to what the question says", async () => {
    const { ask } = createWorld();
    await ask("settings currency CNY, per 1K tokens");
    const { title } = viewOf(await ask("gpt-4o in dollars per 1M tokens"));
    expect(title).toContain("$2.5 in");
    expect(title).toContain("per 1M");
  });

  it("of a person come before the channel's, those before the workspace's", async () => {
    const { ask } = createWorld();
    const inYuan = async (from = {}) => viewOf(await ask("gpt-4o", from)).title.includes("≈¥");
    await ask("settings currency CNY for the workspace", { admin: true });
    expect(await inYuan()).toBe(true);
    await ask("settings currency USD for this channel");
    expect([await inYuan(), await inYuan({ channel: "c2" })]).toEqual([false, true]);
    await ask("settings currency CNY");
    expect([await inYuan(), await inYuan({ user: "bob" })]).toEqual([true, false]);
    expect(await inYuan({ tenant: "t2" })).toBe(false);
  });

  it.each([undefined, false])("of the workspace are only for administrators (admin: %s)", async (admin) => {
    const { ask, store } = createWorld();
    const reply = await ask("settings currency CNY for the workspace", admin === undefined ? {} : { admin });
    expect(textOf(reply)).toContain("Only administrators");
    expect(await store.settings.get("t1", "workspace", "t1")).toBeUndefined();
  });

  it("are shown scope by scope, with a button that opens their form", async () => {
    const { ask, click } = createWorld();
    await ask("settings language English");
    await ask("settings currency CNY for this channel");
    const { text, buttons } = contentOf(await ask("settings"), "notice");
    expect(text).toBe("You: answers in English. This channel: prices in yuan. Workspace: nothing set.");
    expect(buttons.map(({ code }) => code)).toEqual(["settings_user", "settings_channel"]);
    const reply = await click(buttons[1]?.value ?? "");
    expect(contentOf(reply, "form").form).toMatchObject({ name: "settings", title: "Settings of this channel" });
  });

  it("of a channel are not spoken of in a direct chat", async () => {
    const { text, buttons } = contentOf(await createWorld().ask("settings", { surface: "direct" }), "notice");
    expect(text).toBe("You: nothing set. Workspace: nothing set.");
    expect(buttons).toHaveLength(1);
  });

  it("are cleared in words, and a greeting is not said again for it", async () => {
    const { ask, respond } = createWorld();
    await respond({ kind: "greet", occasion: "added" });
    await ask("settings currency CNY for this channel");
    expect(textOf(await ask("reset settings for this channel"))).toBe("Cleared. This channel: nothing set.");
    expect(viewOf(await ask("gpt-4o")).title).not.toContain("¥");
    expect(await respond({ kind: "greet", occasion: "added" })).toBeNull();
  });

  it("that say nothing are asked back", async () => {
    expect(textOf(await createWorld().ask("settings filters blah blah"))).toContain("did not find a setting");
  });
});

describe("default filters", () => {
  const understood = async (world: ReturnType<typeof createWorld>, text: string) =>
    viewOf(await world.ask(text, HERE)).understood;

  it.each(["settings filters vision, no previews", "设置筛选 视觉、不要预览版"])(
    "%s are named in the first line",
    async (setting) => {
      const world = createWorld();
      await world.ask(setting);
      expect(await understood(world, "cheapest 128k model")).toBe(
        "Cheapest · context ≥ 128K · your default filters: vision, no previews",
      );
    },
  );

  it("add up with abilities that are asked, and give way to other filters", async () => {
    const world = createWorld();
    await world.ask("settings filters vision, only chinese labs");
    expect(await understood(world, "cheapest model with tools")).toContain(
      "tool calling · your default filters: vision, ",
    );
    expect(await understood(world, "cheapest openai model")).toBe(
      "Cheapest · by OpenAI · your default filters: vision",
    );
  });

  it.each(["gpt-4o", "gpt-4o vs o3", "10M in on gpt-4o"])("have no say where models are named: %s", async (text) => {
    const world = createWorld();
    await world.ask("settings filters free only");
    expect(await understood(world, text)).not.toContain("default filters");
  });

  it("are dropped by one click, for what leans on that answer too, and then hold again", async () => {
    const world = createWorld();
    await world.ask("settings filters vision");
    const asked = await world.ask("cheapest 128k model", HERE);
    const [drop] = contentOf(asked, "answer").buttons;
    expect(drop?.code).toBe("drop_filters");
    const bare = viewOf(await world.click(pressed(asked, "drop_filters"), HERE));
    expect(bare.understood).toBe("Cheapest · context ≥ 128K");
    expect(await understood(world, "and with tools?")).not.toContain("default filters");
    expect(await understood(world, "cheapest 200k model with tools")).toContain("default filters: vision");
  });

  it("of the asker do not limit others who read or share", async () => {
    const world = createWorld();
    await world.ask("settings filters vision");
    const asked = await world.ask("cheapest 128k model");
    const shared = viewOf(await world.click(pressed(asked, "share")));
    expect(shared.understood).toBe("Cheapest · context ≥ 128K");
  });
});

describe("forgetting", () => {
  it.each(["forget me", "忘了我", "请删除我的数据"])(
    "%s removes what is kept of a user, and of nobody else",
    async (words) => {
      const { ask } = createWorld();
      for (const user of ["ann", "bob"]) {
        await ask("settings currency CNY", { user });
        await ask("gpt-4o", { user });
      }
      expect((await ask(words))?.to).toBe("asker");
      expect(viewOf(await ask("and output?")).title).not.toContain("gpt-4o");
      expect(viewOf(await ask("o3")).title).not.toContain("¥");
      expect(viewOf(await ask("and output?", { user: "bob" })).title).toContain("¥");
    },
  );

  it.each(["别忘了我", "don't forget me", "forget me not", "我的数据在哪里删除"])(
    "%s removes nothing",
    async (words) => {
      const { ask } = createWorld();
      await ask("settings currency CNY");
      await ask(words);
      expect(viewOf(await ask("o3")).title).toContain("¥");
    },
  );
});
