import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRandom } from "../bench/random.ts";
import { crash, recovered } from "../store/crash/crash.ts";
import type { KillPoint } from "../store/crash/kill-at.ts";
import { STEPS } from "../store/crash/plan.ts";

/**
 * Kills a process that works on one store, again and again, at random times and at random file operations, and looks
 * each time whether all that was acknowledged is there and nothing else. `npm run soak:store -- [KILLS] [SEED]`.
 */
const kills = Number(process.argv[2] ?? 200);
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000);
const random = createRandom(seed);
const say = (text: string) => process.stdout.write(`${text}\n`);

const OPERATIONS = ["open", "link", "rename", "rm", "append", "write", "datasync", "sync"] as const;

function randomPoint(): KillPoint {
  const operation = random.pick(OPERATIONS);
  const halves = operation === "append" || operation === "write" ? (["half"] as const) : [];
  return { operation, path: "", nth: 1 + random.below(40), when: random.pick(["before", "after", ...halves]) };
}

say(`soak:store: ${kills} kills, seed ${seed}`);
const folder = mkdtempSync(join(tmpdir(), "llmprice-soak-"));
let clients: Record<string, number> = Object.fromEntries(["a", "b", "c", "d"].map((client) => [client, 0]));
let [atOperations, whileOpening, onTheirWay] = [0, 0, 0];
try {
  for (let done = 1; done <= kills; done += 1) {
    const kill = random.below(2) === 0 ? randomPoint() : undefined;
    const orders = { folder, clients, compactAfter: 20_000, ...(kill ? { kill } : {}) };
    const afterMs = kill ? 1000 : random.below(200);
    const crashed = await crash(orders, afterMs);
    if (crashed.signal !== "SIGKILL") throw new Error(`the child ended by itself: ${JSON.stringify(orders)}`);
    const since = Math.floor(Math.min(...Object.values(clients)) / STEPS.length);
    const found = await recovered(folder, crashed, since);
    atOperations += kill ? 1 : 0;
    whileOpening += crashed.opened ? 0 : 1;
    onTheirWay += Object.entries(found).filter(([client, steps]) => steps > (crashed.acknowledged[client] ?? 0)).length;
    clients = found;
    if (done % 20 === 0) say(`${done} kills, ${sum(clients)} steps, nothing lost`);
  }
  await recovered(folder, { acknowledged: clients, opened: true, signal: null });
  say(
    `${kills} kills: ${atOperations} at file operations, ${kills - atOperations} at random times; ${whileOpening} while opening`,
  );
  say(`${sum(clients)} acknowledged steps, all there; ${onTheirWay} more that were on their way when the process died`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function sum(of: Record<string, number>): number {
  return Object.values(of).reduce((a, b) => a + b, 0);
}
