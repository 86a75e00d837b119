import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { systemClock } from "../../src/lib/system-clock.ts";
import { openEmbeddedStore } from "../../src/store/embedded/store.ts";
import { crash, recovered } from "./crash/crash.ts";
import type { KillPoint } from "./crash/kill-at.ts";
import { doStep, STEPS } from "./crash/plan.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "llmprice-crash-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("a SIGKILL once a question is", () => {
  it.each([
    ["claimed", 1, ["a-0 claimed"]],
    ["tried", 2, ["a-0 claimed"]],
    ["sent", 4, ["a-0 sent"]],
    ["done", 7, []],
  ])("%s: the next process takes over at once what is left to do", async (_, steps, left) => {
    const crashed = await crash({ folder, clients: { a: 0 }, steps });
    expect(crashed).toEqual({ acknowledged: { a: steps }, opened: true, signal: "SIGKILL" });
    const store = await openEmbeddedStore(folder, systemClock);
    expect((await store.claims.takeOver()).map(({ id, state }) => `${id} ${state}`)).toEqual(left);
    const tried = steps > 1 ? { state: steps > 2 ? "sent" : "trying" } : undefined;
    expect((await store.deliveries.get("t1", "a-0"))?.state).toBe(tried?.state);
    await store.close();
  });
});

const point = (operation: KillPoint["operation"], path: string, when: KillPoint["when"], nth = 1): KillPoint => ({
  ...{ operation, path, when, nth },
});

/** Every step of every way to the disk; the journal is in its third generation when the child compacts it while it works. */
const POINTS: [string, KillPoint][] = [
  ["with the lock just taken", point("link", "/lock-3", "after")],
  ["with a log made and nothing in it", point("open", "log-000003.jsonl", "after")],
  ["with a log begun by half a line", point("append", "log-000003.jsonl", "half")],
  ["with half a base", point("write", "base-000003.jsonl.tmp", "half")],
  ["before the base is in its place", point("rename", "base-000003.jsonl", "before")],
  ["with the base in its place, before old ones go", point("rename", "base-000003.jsonl", "after")],
  ["with half an old generation removed", point("rm", "base-000001.jsonl", "after")],
  ["with half an entry in the log", point("append", "log-000003.jsonl", "half", 4)],
  ["with an entry in the log before it is flushed", point("datasync", "log-000003.jsonl", "before", 4)],
  ["with an entry flushed before anybody hears of it", point("datasync", "log-000003.jsonl", "after", 4)],
  ["with a new log while working", point("open", "log-000004.jsonl", "after")],
  ["with half a base while working", point("write", "base-000004.jsonl.tmp", "half")],
  ["before that base is in its place", point("rename", "base-000004.jsonl", "before")],
  ["with that base in its place", point("rename", "base-000004.jsonl", "after")],
  ["with half a file of settings", point("write", "settings.json.tmp", "half")],
  ["with a file of settings before it is flushed", point("sync", "settings.json.tmp", "before")],
  ["with the last good copy on its way", point("link", "settings.json.bak.tmp", "after")],
  ["with the last good copy kept", point("rename", "settings.json.bak", "after")],
  ["with the new settings in their place", point("rename", "settings.json", "after")],
];

describe("a SIGKILL of a store in use", () => {
  const before = { a: STEPS.length + 3, b: STEPS.length };
  beforeEach(async () => {
    const store = await openEmbeddedStore(folder, systemClock);
    for (const [client, steps] of Object.entries(before))
      for (let done = 0; done < steps; done += 1) await doStep(store, client, done);
    await store.close();
    await (await openEmbeddedStore(folder, systemClock)).close();
  });

  it.each(POINTS)("%s loses nothing that was acknowledged", async (_, kill) => {
    const steps = 4 * STEPS.length;
    const crashed = await crash({ folder, clients: before, steps, kill });
    expect(crashed.signal).toBe("SIGKILL");
    expect(crashed.acknowledged, "the child was to be killed on its way").not.toEqual({
      ...{ a: before.a + steps, b: before.b + steps },
    });
    const left = await recovered(folder, crashed);
    expect(await recovered(folder, { ...crashed, acknowledged: left })).toEqual(left);
  });
});
