import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { lockFolder } from "../../src/store/embedded/lock.ts";
import { identityOf } from "../../src/store/embedded/process.ts";
import { openEmbeddedStore } from "../../src/store/embedded/store.ts";
import { createTestClock } from "../helpers/test-clock.ts";

let folder = "";
const path = () => join(folder, "lock-7");
const leave = (pid: number, identity: string) =>
  writeFileSync(path(), JSON.stringify({ pid, identity, since: "2026-07-02T09:00:00.000Z" }));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "llmprice-lock-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("the lock of a folder", () => {
  it("refuses a second process, and says which one has it and what to do", async () => {
    const other = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000); console.log()"]);
    await once(other.stdout, "data");
    leave(other.pid!, identityOf(other.pid!)!);
    const second = openEmbeddedStore(folder, createTestClock());
    await expect(second).rejects.toMatchObject({ code: "store_in_use" });
    await expect(second).rejects.toThrow(`is in use by process ${other.pid} since 2026-07-02`);
    await expect(second).rejects.toThrow("a directory of its own");
    other.kill("SIGKILL");
    await once(other, "exit");
    await (await openEmbeddedStore(folder, createTestClock())).close();
  });

  it("refuses the same process twice, until it is given back", async () => {
    const unlock = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toThrow(`process ${process.pid}`);
    await unlock();
    await (await lockFolder(folder))();
  });

  it.each([
    ["whose number nobody has", () => leave(2 ** 22 + 1, "x")],
    ["whose number another process got", () => leave(process.pid, "a process before this one")],
    ["of another run of the machine", () => leave(1, "no such boot 1")],
    ["cut off by a full disk", () => writeFileSync(path(), '{"pid":')],
  ])("is taken over from a process %s", async (_, left) => {
    left();
    const unlock = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toThrow(`process ${process.pid}`);
    await unlock();
  });

  it("is taken over from a killed process that its parent has not looked after yet", async () => {
    const parent = spawn("sh", ["-c", "sleep 100 & echo $!; kill -KILL $!; exec sleep 100"]);
    const [line] = (await once(parent.stdout, "data")) as [Buffer];
    const zombie = Number(String(line));
    while (identityOf(zombie) !== undefined) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(() => process.kill(zombie, 0)).not.toThrow();
    parent.kill("SIGKILL");
  });

  it("goes to one of many that find it stale at once", async () => {
    for (let round = 0; round < 20; round += 1) {
      leave(2 ** 22 + 1, "x");
      const taken = await Promise.allSettled(Array.from({ length: 20 }, () => lockFolder(folder)));
      const won = taken.filter((one) => one.status === "fulfilled");
      expect(won).toHaveLength(1);
      expect(readdirSync(folder)).toEqual(["lock-8"]);
      await won[0]?.value();
      rmSync(join(folder, "lock-8"));
    }
  });

  it("is given on from one to the next, whoever waits for it meanwhile", async () => {
    let holders = 0;
    const visit = async () => {
      const unlock = await lockFolder(folder).catch(() => undefined);
      if (unlock === undefined) return false;
      holders += 1;
      expect(holders).toBe(1);
      await new Promise(setImmediate);
      holders -= 1;
      await unlock();
      return true;
    };
    const visitor = async () => {
      let visits = 0;
      for (let i = 0; i < 25; i += 1) visits += (await visit()) ? 1 : 0;
      return visits;
    };
    const visits = await Promise.all(Array.from({ length: 8 }, visitor));
    expect(visits.reduce((a, b) => a + b)).toBeGreaterThan(20);
  });
});
