import { systemClock } from "../../src/lib/system-clock.ts";
import { question } from "../helpers/records.ts";
import { type KillPoint, killAt } from "../store/crash/kill-at.ts";
import type { Abilities } from "./http-platform.ts";

/** Claims one question and answers it through the outbox, until it is killed on its way. */
export interface Orders extends Abilities {
  folder: string;
  url: string;
  kill?: KillPoint;
}

const orders = JSON.parse(process.argv[2] ?? "") as Orders;
if (orders.kill) await killAt(orders.kill);
const { openEmbeddedStore } = await import("../../src/store/embedded/store.ts");
const { answerOnce } = await import("./answer-once.ts");
const store = await openEmbeddedStore(orders.folder, systemClock);
await store.claims.claim(question("e1"));
await answerOnce(store, orders.url, orders);
setInterval(() => {}, 1000);
