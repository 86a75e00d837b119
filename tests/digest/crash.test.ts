import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { systemClock } from "../../src/lib/system-clock.ts";
import { openEmbeddedStore } from "../../src/store/embedded/store.ts";
import { subscription } from "../helpers/records.ts";
import type { Orders, Step } from "./crash/child.ts";
import { digestOn, type Kind, platformAt } from "./crash/parts.ts";

const CHILD = join(import.meta.dirname, "crash/child.ts");
const LOADER = join(import.meta.dirname, "../helpers/typescript.mjs");

interface Posted {
  channel: string;
  key: string;
  kind: string;
}

let folder = "";
let server: Server;
let posted: Posted[];
let knowsKeys = false;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "llmprice-digest-"));
  posted = [];
  server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += String(chunk);
    const message = JSON.parse(body) as Posted;
    const known = posted.findIndex(({ key }) => key === message.key);
    const isNew = request.url === "/post" && (known < 0 || !knowsKeys);
    const id = isNew ? posted.push(message) - 1 : known;
    response.end(JSON.stringify(id < 0 ? {} : { id: `m${id}` }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

const urlOf = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

/** A digest that fell due a moment ago. */
async function due(): Promise<void> {
  const store = await openEmbeddedStore(folder, systemClock);
  const next = new Date(Date.now() - 1000).toISOString();
  await store.subscriptions.change("t1", "c1", () => subscription("t1", "c1", { next, timezone: "UTC" }));
  await store.close();
}

async function crash(orders: Omit<Orders, "folder" | "url">): Promise<string | null> {
  const all: Orders = { ...orders, folder, url: urlOf() };
  const child = spawn(process.execPath, ["--import", LOADER, CHILD, JSON.stringify(all)], { stdio: "inherit" });
  const [, signal] = (await once(child, "exit")) as [number | null, string | null];
  return signal;
}

/** The next process takes over; it runs until nothing is left to be done. */
async function recover(kind: Kind) {
  const store = await openEmbeddedStore(folder, systemClock);
  const { runner } = digestOn(store, platformAt(urlOf(), kind));
  runner.start();
  await runner.idle();
  await runner.stop();
  const editions = (await store.editions.list("t1", "c1", 10)).map(({ state, message }) => [state, message]);
  const next = (await store.subscriptions.get("t1", "c1"))?.next ?? "";
  await store.close();
  return { editions, isMovedOn: next > new Date().toISOString() };
}

const STEPS: readonly [Step, Orders["when"], claimed: number][] = [
  ["editions.claim", "after", 0],
  ["deliveries.begin", "before", 0],
  ["deliveries.begin", "after", 0],
  ["platform.send", "before", 0],
  ["platform.send", "after", 1],
  ["deliveries.finish", "before", 1],
  ["deliveries.finish", "after", 1],
  ["editions.finish", "before", 1],
  ["editions.finish", "after", 1],
  ["subscriptions.change", "before", 1],
  ["subscriptions.change", "after", 1],
];

describe.each<Kind>(["asked", "keys"])("a SIGKILL on a platform that is %s", (kind) => {
  it.each(STEPS)("at %s, %s it: one edition, recorded, and the next one is due", async (step, when, out) => {
    knowsKeys = kind === "keys";
    await due();
    expect(await crash({ kind, step, when })).toBe("SIGKILL");
    expect(posted).toHaveLength(out);
    expect(await recover(kind)).toEqual({ editions: [["sent", "m0"]], isMovedOn: true });
    expect(posted.map(({ channel, kind: what }) => `${channel} ${what}`)).toEqual(["c1 edition"]);
  });
});
