import { describe, expect, it } from "vitest";
import { loadCatalog } from "../../src/catalog/load.ts";
import { createDigest } from "../../src/digest/create.ts";
import { newsOfHistory } from "../../src/digest/news.ts";
import type { Commands } from "../../src/ports/commands.ts";
import { createWatching } from "../../src/watch/create.ts";
import { contentOf, createWorld, textOf } from "../service/world.ts";

const catalog = loadCatalog("tests/fixtures/catalog");

/** A core that has the digest and watches, spoken to in words. */
function world() {
  const commands: Commands = {};
  const made = createWorld({ commands });
  const { store, clock, outbox } = made;
  const log = { info() {}, warn() {}, error() {} };
  const parts = { store, clock, outbox, log, catalog: () => catalog };
  const news = newsOfHistory(() => catalog, clock.now);
  Object.assign(commands, {
    digest: createDigest({ ...parts, news, failed: () => [] }).handle,
    watch: createWatching({ ...parts, button: () => [] }).handle,
  });
  return made;
}

describe("in plain words", () => {
  it.each([
    ["每周一早上九点往这个群里推价格周报", { weekday: 1, time: "09:00", timezone: "Asia/Shanghai", language: "zh" }],
    ["digest on friday 17:30 Europe/Berlin", { weekday: 5, time: "17:30", timezone: "Europe/Berlin", language: "en" }],
  ])("%s", async (text, expected) => {
    const { ask, store, posted } = world();
    await ask(text);
    expect(await store.subscriptions.get("t1", "c1")).toMatchObject(expected);
    expect(posted).toHaveLength(1);
  });

  it("以后周报只看国产的降价 changes what is told, not when", async () => {
    const { ask, store } = world();
    await ask("每周五下午五点发周报");
    expect(textOf(await ask("以后周报只看国产的降价"))).toContain("只看国内 · 降价");
    expect(await store.subscriptions.get("t1", "c1")).toMatchObject({ weekday: 5, time: "17:00" });
  });

  it("digest shows what is set up; of a day, that edition; and nothing is set up by asking", async () => {
    const { ask, store } = world();
    for (const text of ["digest", "digest list", "digest show", "周报", "看 6月29日 的周报", "digest show 2026-06-29"])
      expect(contentOf(await ask(text), "notice").text).toMatch(/No weekly digest|这里没有|There is no edition/);
    expect(await store.subscriptions.list("t1")).toEqual([]);
  });

  it("digest now is a preview for the asker alone", async () => {
    const reply = await world().ask("digest now");
    expect(reply?.to).toBe("asker");
    expect(contentOf(reply, "edition").edition.title).toContain("LLM prices, 8 to 15 September 2026");
  });

  it("a watch with a line, and its list", async () => {
    const { ask } = world();
    expect(textOf(await ask("tell me when gpt-4o input goes below $0.1"))).toContain("falls below $0.1 (in)");
    expect(textOf(await ask("what am i watching?"))).toContain("1. gpt-4o falls below $0.1 (in), told privately");
    expect(textOf(await ask("remove all my watches"))).toContain("No longer watched");
  });
});
