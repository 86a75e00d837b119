import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openEmbeddedStore } from "../../src/store/embedded/store.ts";
import { createTestClock } from "../helpers/test-clock.ts";
import { createWorld, pressed, viewOf } from "./world.ts";

const HERE = { thread: "1" };

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "llmprice-service-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What one process after the other does with the same folder; each ends before the next begins. */
async function process<T>(work: (world: ReturnType<typeof createWorld>) => Promise<T>): Promise<T> {
  const store = await openEmbeddedStore(folder, createTestClock("2026-09-15T09:00:00.000Z"));
  try {
    return await work(createWorld({ store: () => store }));
  } finally {
    await store.close();
  }
}

describe("over a restart", () => {
  it("conversations, choices, settings and old buttons go on", async () => {
    const asked = await process(async ({ ask }) => {
      await ask("settings currency CNY");
      await ask("gpt-9 price", HERE);
      return ask("cheapest 128k model");
    });
    await process(async ({ ask, click }) => {
      expect(viewOf(await ask("2", HERE)).title).toContain("gpt-5.5");
      expect(viewOf(await ask("top 2")).understood).toContain("context ≥ 128K");
      expect(viewOf(await click(pressed(asked, "with_vision"))).understood).toContain("vision");
      expect(viewOf(await ask("o3")).title).toContain("≈¥");
    });
  });

  it("what was answered is not answered again", async () => {
    const one = await process(async ({ core, incoming }) => {
      const asked = incoming({ kind: "question", text: "gpt-4o" }, HERE);
      await core.accept(asked);
      await core.stop(1000);
      return asked;
    });
    await process(async ({ core, posted }) => {
      await core.resume();
      await core.accept(one);
      expect(await core.respond(one)).toBeNull();
      await core.idle();
      expect(posted).toEqual([]);
    });
  });
});
