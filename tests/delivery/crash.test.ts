import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { systemClock } from "../../src/lib/system-clock.ts";
import { openEmbeddedStore } from "../../src/store/embedded/store.ts";
import type { KillPoint } from "../store/crash/kill-at.ts";
import { answerOnce } from "./answer-once.ts";
import type { Orders } from "./crash-child.ts";
import type { Abilities } from "./http-platform.ts";

/** Where the child dies: at a file operation, or when the platform has its message, before or after posting it. */
type Death = KillPoint | "before it is posted" | "after it is posted";

const CHILD = join(import.meta.dirname, "crash-child.ts");
const LOADER = join(import.meta.dirname, "../helpers/typescript.mjs");
const KEYS: Abilities = { sameKeyMs: 55 * 60_000, tells: false };
const TELLS: Abilities = { sameKeyMs: 0, tells: true };
const NEITHER: Abilities = { sameKeyMs: 0, tells: false };

/** The log's lines: its version, then each change of the child alone, since it waits for one before the next. */
const lineOfLog = (nth: number, when: KillPoint["when"]): KillPoint => ({
  ...{ operation: "datasync", path: "log-000001.jsonl", nth: nth + 1, when },
});

let folder = "";
let server: Server;
let url = "";
let child: ChildProcess | undefined;
let death: Death | undefined;
let posted: string[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "llmprice-once-"));
  posted = [];
  server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "", "http://platform");
    const key = searchParams.get("key") ?? "";
    if (pathname === "/send" && death === "before it is posted") return void child?.kill("SIGKILL");
    const known = posted.includes(key);
    if (pathname === "/send" && !(known && searchParams.get("keys") === "true")) posted.push(key);
    if (pathname === "/send" && death === "after it is posted") return void child?.kill("SIGKILL");
    response.end(JSON.stringify(posted.includes(key) ? { id: `m-${key}` } : {}));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

async function dieAt(where: Death, abilities: Abilities): Promise<void> {
  death = where;
  const orders: Orders = { folder, url, ...abilities, ...(typeof where === "string" ? {} : { kill: where }) };
  child = spawn(process.execPath, ["--import", LOADER, CHILD, JSON.stringify(orders)], { stdio: "inherit" });
  const [, signal] = (await once(child, "exit")) as [number | null, string | null];
  expect(signal).toBe("SIGKILL");
  death = undefined;
}

it.each<[string, Death, Abilities, string, string]>([
  ["once claimed", lineOfLog(1, "after"), NEITHER, "claimed", "sent"],
  ["before it is tried", lineOfLog(2, "after"), TELLS, "claimed", "sent"],
  ["before it is tried, on a platform with keys", lineOfLog(2, "after"), KEYS, "claimed", "sent"],
  ["while it is on its way", "before it is posted", TELLS, "claimed", "sent"],
  ["while it is on its way, on a platform with keys", "before it is posted", KEYS, "claimed", "sent"],
  ["with the answer out but unheard", "after it is posted", TELLS, "claimed", "sent"],
  ["with the answer out but unheard, on a platform with keys", "after it is posted", KEYS, "claimed", "sent"],
  ["with the answer out but unheard, where nobody can tell", "after it is posted", NEITHER, "claimed", "unknown"],
  ["with the answer out and known to be", lineOfLog(3, "after"), NEITHER, "claimed", "sent"],
  ["once sent", lineOfLog(4, "after"), NEITHER, "sent", "sent"],
])("a SIGKILL %s: the next process finishes, and the answer is there once", async (_, where, abilities, state, end) => {
  await dieAt(where, abilities);
  const store = await openEmbeddedStore(folder, systemClock);
  expect((await store.claims.takeOver()).map((claim) => claim.state)).toEqual([state]);
  expect(await answerOnce(store, url, abilities)).toBe(end);
  expect(await store.claims.get("t1", "e1")).toMatchObject({ state: "done" });
  expect(posted).toEqual(["answer-e1"]);
  await store.close();
});

it("a SIGKILL once done: nothing is left, and it is not answered again", async () => {
  await dieAt(lineOfLog(5, "after"), NEITHER);
  const store = await openEmbeddedStore(folder, systemClock);
  expect(await store.claims.takeOver()).toEqual([]);
  expect(posted).toEqual(["answer-e1"]);
  await store.close();
});
