import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import type { Content } from "../../src/ports/core.ts";
import type { Memory } from "../../src/store/memory/store.ts";
import { createWorld } from "./world.ts";

const HERE = { thread: "1" };
const MINUTE_MS = 60_000;
const question = (text: string) => ({ kind: "question", text }) as const;
const titleOf = (content: Content | undefined) => (content?.kind === "answer" ? content.view.title : content?.kind);

describe("an accepted question", () => {
  it("is answered as a message, to the asker alone where nobody else is to see it", async () => {
    const { core, incoming, posted } = createWorld();
    const inThread = incoming(question("gpt-4o"), HERE);
    await core.accept(inThread);
    await core.accept(incoming(question("gpt-4o")));
    await core.idle();
    expect(posted).toMatchObject([{ address: inThread.address }, { onlyFor: "ann" }]);
    expect(posted[0]).not.toHaveProperty("onlyFor");
    expect(titleOf(posted[0]?.content)).toContain("gpt-4o");
  });

  it("is claimed before it is acknowledged, and done with once it is out", async () => {
    let go = () => {};
    const gate = new Promise<void>((open) => {
      go = open;
    });
    const { core, incoming, store } = createWorld({ send: () => gate.then(() => "m") });
    const one = incoming(question("gpt-4o"), HERE);
    await core.accept(one);
    expect(await store.claims.get("t1", one.id)).toMatchObject({ state: "claimed", question: { id: one.id } });
    go();
    await core.idle();
    expect(await store.claims.get("t1", one.id)).toMatchObject({ state: "done" });
  });

  it("that comes again, also while it is being answered, is answered once", async () => {
    const { core, incoming, posted } = createWorld();
    const one = incoming(question("gpt-4o"), { ...HERE, otherIds: ["again"] });
    await Promise.all([core.accept(one), core.accept(one), core.accept({ ...one, id: "again" })]);
    await core.idle();
    await core.accept(one);
    await core.idle();
    expect(posted).toHaveLength(1);
  });

  it("is answered in the order of the channel, each leaning on the one before", async () => {
    const { core, incoming, posted } = createWorld();
    for (const text of ["gpt-4o", "and output?", "and o3?"]) await core.accept(incoming(question(text), HERE));
    await core.idle();
    expect(posted.map(({ content }) => titleOf(content))).toEqual([
      expect.stringContaining("gpt-4o"),
      expect.stringContaining("$10 out"),
      expect.stringContaining("o3"),
    ]);
  });

  it("does not wait for another channel whose answer can't be sent", async () => {
    const { core, incoming, posted } = createWorld({
      send: ({ address }) => (address.channel === "stuck" ? new Promise(() => {}) : Promise.resolve("m")),
    });
    await core.accept(incoming(question("gpt-4o"), { channel: "stuck" }));
    await core.accept(incoming(question("gpt-4o"), { channel: "free" }));
    while (posted.length === 0) await setImmediate();
    expect(posted[0]?.address.channel).toBe("free");
  });

  it("keeps its send key for every try", async () => {
    const { core, incoming } = createWorld();
    const one = incoming(question("gpt-4o"));
    const [first, second] = [createWorld().core, core].map((each) => each.respond(one));
    expect((await first)?.sendKey).toBe((await second)?.sendKey);
  });

  it("says nothing for a repeat of too many, and one private line for the first", async () => {
    const { core, incoming, posted } = createWorld();
    for (let i = 0; i < 23; i += 1) await core.accept(incoming(question("gpt-4o"), HERE));
    await core.idle();
    expect(posted).toHaveLength(21);
    expect(posted[20]).toMatchObject({ onlyFor: "ann", content: { kind: "notice" } });
  });
});

describe("after a crash", () => {
  /** A process that claims a question and dies before anything is out. */
  async function crashed(memory: Memory) {
    const { core, incoming } = createWorld({ memory, send: () => new Promise(() => {}) });
    const one = incoming(question("gpt-4o"), HERE);
    await core.accept(one);
    return one;
  }

  it("what was claimed is answered", async () => {
    const memory: Memory = new Map();
    await crashed(memory);
    const { core, posted, clock } = createWorld({ memory });
    await clock.advance(2 * MINUTE_MS);
    await core.resume();
    await core.idle();
    expect(posted.map(({ content }) => titleOf(content))).toEqual([expect.stringContaining("gpt-4o")]);
  });

  it("what is too old is not", async () => {
    const memory: Memory = new Map();
    await crashed(memory);
    const { core, posted, clock } = createWorld({ memory });
    await clock.advance(6 * MINUTE_MS);
    await core.resume();
    await core.idle();
    expect(posted).toEqual([]);
  });

  it("a reply that went with its acknowledgement is not repeated, one that did not is", async () => {
    const memory: Memory = new Map();
    const before = createWorld({ memory });
    const [settled, lost] = [before.incoming(question("gpt-4o")), before.incoming(question("o3"))];
    await before.core.respond(settled);
    await before.core.settle(settled);
    await before.core.respond(lost);
    const { core, posted, clock } = createWorld({ memory });
    await clock.advance(2 * MINUTE_MS);
    await core.resume();
    await core.idle();
    expect(posted.map(({ content }) => titleOf(content))).toEqual([expect.stringContaining("o3")]);
  });

  it("what is known to be out is only done with", async () => {
    const memory: Memory = new Map();
    const one = await crashed(memory);
    const { core, posted, clock, store } = createWorld({ memory });
    await store.claims.sent("t1", one.id);
    await clock.advance(2 * MINUTE_MS);
    await core.resume();
    await core.idle();
    expect(posted).toEqual([]);
    expect(await store.claims.get("t1", one.id)).toMatchObject({ state: "done" });
  });

  it("a page or form that somebody wanted to see then is not sent", async () => {
    const memory: Memory = new Map();
    const before = createWorld({ memory });
    await before.respond({ kind: "home" });
    await before.respond({ kind: "form", form: "settings" });
    const { core, posted, clock, store } = createWorld({ memory });
    await clock.advance(2 * MINUTE_MS);
    await core.resume();
    await core.idle();
    expect(posted).toEqual([]);
    expect(await store.claims.takeOver()).toEqual([]);
  });

  it("what a stopping process could not send any more is answered by the next", async () => {
    const memory: Memory = new Map();
    const before = createWorld({ memory });
    await before.core.stop(0);
    await before.core.accept(before.incoming(question("gpt-4o"), HERE));
    await before.core.idle();
    const { core, posted, clock } = createWorld({ memory });
    await clock.advance(2 * MINUTE_MS);
    await core.resume();
    await core.idle();
    expect(posted).toHaveLength(1);
  });
});
