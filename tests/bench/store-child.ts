import { open, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { systemClock } from "../../src/lib/system-clock.ts";
import type { Store } from "../../src/ports/store.ts";
import { openEmbeddedStore } from "../../src/store/embedded/store.ts";
import { watch } from "../helpers/records.ts";
import { cpuTime } from "./measure.ts";
import { createRandom } from "./random.ts";
import { askOnce, fill } from "./store-filled.ts";

/** What was measured in a process of its own; times in milliseconds, memory in MB of 10⁶ bytes. */
export interface StoreFigures {
  opening: number;
  openingCpu: number;
  memory: { before: number; after: number; heap: number };
  nextDue: number[];
  /** Mean CPU time of one. */
  nextDueCpu: number;
  due: number[];
  about: number[];
  /** Store time of a question when nothing else happens, and while all watches are being written. */
  quiet: number[];
  whileWriting: number[];
  /** How long one change of a watch takes, among 50,000. */
  watchChange: number[];
  /** What the disk alone takes for as much as a question writes, one after the other: three appends, each flushed. */
  disk: number[];
  /** Mean CPU time of the store for one question, with nothing to share it. */
  questionCpu: number;
}

const QUESTIONS = 2000;
const LOOK_UPS = 500;
const A_SECOND = 200;
const random = createRandom(1);

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function repeated(times: number, work: () => Promise<unknown>): Promise<number[]> {
  const figures: number[] = [];
  for (let i = 0; i < times; i += 1) figures.push(await timed(work));
  return figures;
}

/** Work that comes at random moments, so many times a second, whether or not the last one is done. */
async function arriving(count: number, work: (i: number) => Promise<unknown>): Promise<number[]> {
  const waiting: Promise<number>[] = [];
  const start = performance.now();
  let due = 0;
  for (let i = 0; i < count; i += 1) {
    due += -Math.log(1 - random.below(1_000_000) / 1_000_000) * (1000 / A_SECOND);
    while (performance.now() - start < due) await setTimeout(1);
    waiting.push(timed(() => work(i)));
  }
  return Promise.all(waiting);
}

async function diskAlone(folder: string): Promise<number[]> {
  const path = join(folder, "probe");
  const file = await open(path, "a");
  const line = Buffer.alloc(500, "x");
  const append = async () => {
    await file.appendFile(line);
    await file.datasync();
  };
  const figures = await repeated(QUESTIONS / 4, async () => {
    for (let i = 0; i < 3; i += 1) await append();
  });
  await file.close();
  await rm(path);
  return figures;
}

async function measure(folder: string): Promise<StoreFigures> {
  const before = process.memoryUsage.rss() / 1e6;
  const cpuBefore = cpuTime();
  const start = performance.now();
  const store = await openEmbeddedStore(folder, systemClock);
  const opening = performance.now() - start;
  const openingCpu = cpuTime() - cpuBefore;
  const after = process.memoryUsage.rss() / 1e6;
  globalThis.gc?.();
  const heap = process.memoryUsage().heapUsed / 1e6;
  const cpuThen = cpuTime();
  const nextDue = await repeated(LOOK_UPS, () => store.subscriptions.nextDue());
  const figures = {
    opening,
    openingCpu,
    memory: { before, after, heap },
    nextDue,
    nextDueCpu: (cpuTime() - cpuThen) / LOOK_UPS,
    due: await repeated(LOOK_UPS, () => store.subscriptions.due(100)),
    about: await repeated(LOOK_UPS, () =>
      store.watches.about(`model:lab-${random.below(40)}/model-${random.below(500)}`),
    ),
    disk: await diskAlone(folder),
    questionCpu: await cpuOfQuestion(store),
    quiet: await arriving(QUESTIONS, (i) => askOnce(store, "T1", `quiet-${i}`, i)),
    ...(await whileWriting(store)),
  };
  await store.close();
  return figures;
}

async function cpuOfQuestion(store: Store): Promise<number> {
  const start = cpuTime();
  for (let i = 0; i < QUESTIONS / 4; i += 1) await askOnce(store, "T1", `alone-${i}`, i);
  return (cpuTime() - start) / (QUESTIONS / 4);
}

async function whileWriting(store: Store): Promise<Pick<StoreFigures, "whileWriting" | "watchChange">> {
  let asking = true;
  const watchChange: number[] = [];
  const writer = async () => {
    for (let i = 0; asking; i += 1)
      watchChange.push(await timed(() => store.watches.change("T1", `w${i}`, () => watch("T1", `w${i}`))));
  };
  const writing = writer();
  const figures = await arriving(QUESTIONS, (i) => askOnce(store, "T1", `writing-${i}`, i));
  asking = false;
  await writing;
  return { whileWriting: figures, watchChange };
}

const [mode, folder = ""] = process.argv.slice(2);
if (mode === "fill") {
  const store = await openEmbeddedStore(folder, systemClock);
  await fill(store);
  await store.close();
} else {
  process.stdout.write(JSON.stringify(await measure(folder)));
}
