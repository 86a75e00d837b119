import { describe, expect, it } from "vitest";
import type { FormName, FormValues } from "../../src/ports/core.ts";
import type { Command } from "../../src/query/query.ts";
import { contentOf, createWorld, textOf, viewOf } from "./world.ts";

type World = ReturnType<typeof createWorld>;
type From = Parameters<World["respond"]>[1];

const opened = async (world: World, form: FormName, text?: string, from?: From) =>
  contentOf(await world.respond({ kind: "form", form, ...(text !== undefined && { text }) }, from), "form").form;

async function submitted(world: World, form: FormName, values: FormValues, from?: From, text?: string) {
  const { state } = await opened(world, form, text, from);
  return world.respond({ kind: "submit", form, state, values }, from);
}

const CALCULATION = { model: "gpt-4o", input: "1M", output: "100k", per: "total", currency: "billed" };

describe("the cost calculator", () => {
  it("answers as the question in words would", async () => {
    const world = createWorld();
    const inWords = viewOf(await world.ask("1M in, 100k out on gpt-4o, 1 call"));
    const reply = await submitted(world, "calculator", CALCULATION);
    expect(reply?.to).toBe("asker");
    expect(viewOf(reply).title).toBe(inWords.title);
  });

  it.each([
    [
      { input: "2,000", output: "500", requests: "1000", per: "day" },
      "30,000 calls of 2,000 in + 500 out over 30 days",
    ],
    [{ input: "2k", output: "", requests: "7", per: "week" }, "30 calls of 2,000 in over 30 days"],
    [{ input: "1.5万", output: "0", cached: "50", per: "month" }, "7,500 in + 7,500 cache read"],
  ])("takes %j", async (values, workload) => {
    const reply = await submitted(createWorld(), "calculator", { ...CALCULATION, ...values });
    expect(viewOf(reply).title).toContain(workload);
  });

  it("compares several models", async () => {
    const reply = await submitted(createWorld(), "calculator", {
      ...CALCULATION,
      model: "gpt-4o, o3，deepseek v4 flash",
    });
    expect(viewOf(reply).table?.rows).toHaveLength(3);
  });

  it.each<[FormValues, string]>([
    [{ model: undefined }, "model"],
    [{ model: "gpt-9" }, "model"],
    [{ model: "the cheapest" }, "model"],
    [{ model: "gpt-4o, gpt-9" }, "model"],
    [{ input: "much" }, "input"],
    [{ input: "-5" }, "input"],
    [{ input: "", output: "" }, "input"],
    [{ output: "1e999" }, "output"],
    [{ input: "9".repeat(20) }, "input"],
    [{ cached: "101" }, "cached"],
    [{ cached: "half" }, "cached"],
    [{ requests: "0" }, "requests"],
  ])("says of %j what is wrong with which field", async (values, field) => {
    const reply = await submitted(createWorld(), "calculator", { ...CALCULATION, ...values });
    expect(Object.keys(contentOf(reply, "faults").faults)).toEqual([field]);
  });

  it("takes up what somebody wrote, and the currency they have set", async () => {
    const world = createWorld();
    await world.ask("settings currency CNY");
    const { fields } = await opened(world, "calculator", "2000 in and 500 out on gpt-4o");
    expect(Object.fromEntries(fields.map((field) => [field.name, "value" in field ? field.value : undefined]))).toEqual(
      {
        ...{ model: "gpt-4o", input: "2000", output: "500", currency: "CNY", per: "total" },
        ...{ cached: undefined, requests: undefined },
      },
    );
  });
});

describe("the settings form", () => {
  const SET = { language: "zh", currency: "CNY", per: "1000", blend: "4:1", filters: "128k, vision, no previews" };

  it("stores what it shows, and shows what is stored", async () => {
    const world = createWorld();
    expect(textOf(await submitted(world, "settings", SET))).toContain("已保存");
    const { fields, language } = await opened(world, "settings");
    expect(language).toBe("zh");
    const values = Object.fromEntries(fields.map((field) => [field.name, "value" in field ? field.value : undefined]));
    expect(values).toMatchObject({ language: "zh", currency: "CNY", per: "1000", blend: "4:1" });
    const before = await world.store.settings.get("t1", "user", "ann");
    await submitted(world, "settings", values);
    expect(await world.store.settings.get("t1", "user", "ann")).toEqual(before);
  });

  it("clears what was emptied", async () => {
    const world = createWorld();
    await submitted(world, "settings", SET);
    await submitted(world, "settings", { language: "none", currency: "none", per: "none" });
    expect(await world.store.settings.get("t1", "user", "ann")).toEqual({ tenant: "t1", scope: "user", id: "ann" });
  });

  it("of a channel sets that channel, wherever it is sent from", async () => {
    const world = createWorld();
    const { state, title } = await opened(world, "settings", "channel", { channel: "c7" });
    expect(title).toBe("Settings of this channel");
    await world.respond({ kind: "submit", form: "settings", state, values: SET }, { channel: "elsewhere" });
    expect(await world.store.settings.get("t1", "channel", "c7")).toMatchObject({ currency: "CNY" });
  });

  it("of the workspace is refused to others than administrators", async () => {
    const world = createWorld();
    expect(textOf(await submitted(world, "settings", SET, {}, "workspace"))).toContain("Only administrators");
    expect(textOf(await submitted(world, "settings", SET, { admin: true }, "workspace"))).toContain("已保存");
  });

  it.each([
    [{ blend: "three to one" }, "blend"],
    [{ blend: "0:0" }, "blend"],
    [{ filters: "something nice" }, "filters"],
  ])("says of %j what is wrong with which field, and stores nothing", async (values, field) => {
    const world = createWorld();
    const reply = await submitted(world, "settings", { ...SET, ...values });
    expect(Object.keys(contentOf(reply, "faults").faults)).toEqual([field]);
    expect(await world.store.settings.get("t1", "user", "ann")).toBeUndefined();
  });

  it.each(["", "{}", '{"v":2,"channel":"c1"}'])("whose state is %j came from elsewhere", async (state) => {
    const reply = await createWorld().respond({ kind: "submit", form: "settings", state, values: SET });
    expect(textOf(reply)).toContain("open it again");
  });
});

describe("digest and watch", () => {
  const DIGEST = { weekday: "5", time: "9:30", timezone: "Asia/Shanghai", language: "zh", quiet: "yes" };

  it("are not available before somebody brings them, and no control says otherwise", async () => {
    const world = createWorld();
    expect(textOf(await world.ask("weekly digest every monday at 9"))).toContain("not available here yet");
    expect(textOf(await world.ask("watch gpt-4o"))).toContain("not available here yet");
    expect(textOf(await world.respond({ kind: "form", form: "digest" }))).toContain("not available here yet");
    const { home } = contentOf(await world.respond({ kind: "home" }), "home");
    expect(home.forms.map(({ form }) => form)).toEqual(["calculator", "settings"]);
    expect(contentOf(await world.ask("gpt-4o"), "answer").buttons.map(({ code }) => code)).not.toContain("watch");
  });

  it("are handed to whoever brings them, from words, buttons and forms alike", async () => {
    const given: Command[] = [];
    const take = async ({ command }: { command: Command }) => {
      given.push(command);
      return { content: { kind: "notice", language: "en", text: "ok", buttons: [] }, to: "asker" } as const;
    };
    const world = createWorld({ commands: { digest: take, watch: take } });
    await submitted(world, "digest", { ...DIGEST, sections: ["cuts", "new"], filters: "vision" });
    const watch = contentOf(await world.ask("gpt-4o"), "answer").buttons.find(({ code }) => code === "watch");
    await world.click(watch?.value ?? "");
    await world.ask("stop the weekly digest");
    expect(given).toEqual([
      {
        ...{ name: "digest", action: "on", weekday: 5, time: "09:30", timezone: "Asia/Shanghai", language: "zh" },
        ...{ sections: ["cuts", "new"], filters: { abilities: { all: ["vision"] } }, quiet: true },
      },
      { name: "watch", action: "on", models: ["openai/gpt-4o"], any: true },
      { name: "digest", action: "off" },
    ]);
  });

  it.each([
    [{ time: "25:00" }, "time"],
    [{ time: undefined }, "time"],
    [{ timezone: "Mars/Olympus" }, "timezone"],
    [{ filters: "something nice" }, "filters"],
  ])("say of %j what is wrong with which field", async (values, field) => {
    const world = createWorld({ commands: { digest: () => Promise.reject(new Error("not to be called")) } });
    const reply = await submitted(world, "digest", { ...DIGEST, ...values });
    expect(Object.keys(contentOf(reply, "faults").faults)).toEqual([field]);
  });
});
