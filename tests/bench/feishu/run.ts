import { cpus, loadavg } from "node:os";
import { startFakeFeishu } from "../../feishu-fake/server.ts";
import { median, quantile } from "../measure.ts";
import { below, digits, heading, line, remark, time } from "../report.ts";
import { APP, type Child, startChild } from "./children.ts";
import { burst, course, prepared } from "./load.ts";

const RATE = 50;
const SECONDS = 60;
const ROUNDS = 7;
const EVENTS = 1_500;
const CONCURRENCY = 16;
const STARTS = 5;
/** A process that has just started compiles what it runs: of no interest after the first minute of its life. */
const WARM_UP_SECONDS = 10;

/** The parts of the report; `npm run bench:feishu -- load` prints only those named. */
const PARTS = { acknowledgements, starts, load };

const fake = await startFakeFeishu(APP);
const wanted = process.argv.slice(2);
remark(`node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? "?"}, load ${loadavg()[0]?.toFixed(2)}`);
for (const [name, part] of Object.entries(PARTS)) if (wanted.length === 0 || wanted.includes(name)) await part();
await fake.close();

/** CPU time for each acknowledgement, both in turn so that the machine's mood is the same for both. */
async function acknowledgements(): Promise<void> {
  heading(`1. Acknowledging: ${EVENTS} encrypted events a round, ${CONCURRENCY} at a time, median of ${ROUNDS} rounds`);
  const bare = await startChild("bare", fake.url);
  const ours = await startChild("acknowledging", fake.url);
  const figures: Record<"bare" | "ours", number[]> = { bare: [], ours: [] };
  const events = Array.from({ length: EVENTS }, (_, n) => prepared(n));
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [name, child] of [
      ["bare", bare],
      ["ours", ours],
    ] as const) {
      const before = await child.figures();
      await burst(child.url, events, CONCURRENCY);
      const cpuMs = (await child.figures()).cpuMs - before.cpuMs;
      // The first round warms up.
      if (round > 0) figures[name].push(cpuMs / EVENTS);
    }
  }
  const ratio = median(figures.ours) / median(figures.bare);
  line("node:http and the SDK's dispatcher", time(median(figures.bare)));
  line("this adapter", time(median(figures.ours)));
  line("  as a multiple", `${digits(ratio)} ×`, below(ratio, 1.5, " ×"));
  await Promise.all([bare.stop(), ours.stop()]);
}

/** What Feishu adds to a service that has it set up. */
async function starts(): Promise<void> {
  heading(`2. Start, median of ${STARTS}`);
  const figures: Record<"core" | "service", Child[]> = { core: [], service: [] };
  for (let run = 0; run < STARTS; run++) {
    for (const mode of ["core", "service"] as const) {
      const child = await startChild(mode, fake.url);
      figures[mode].push(child);
      await child.stop();
    }
  }
  const of = (mode: "core" | "service", what: "startMs" | "startCpuMs" | "rssMb") =>
    median(figures[mode].map((child) => child[what]));
  line("without Feishu", time(of("core", "startMs")));
  line("with Feishu, until it takes events", time(of("service", "startMs")));
  const addedMs = of("service", "startMs") - of("core", "startMs");
  line("  added", time(addedMs), below(addedMs, 200, " ms"));
  const addedCpu = of("service", "startCpuMs") - of("core", "startCpuMs");
  line("  added, as CPU time", time(addedCpu), below(addedCpu, 200, " ms"));
  line("memory (RSS) without Feishu", `${digits(of("core", "rssMb"))} MB`);
  const addedMb = of("service", "rssMb") - of("core", "rssMb");
  line("  added", `${digits(addedMb)} MB`, below(addedMb, 45, " MB"));
}

async function load(): Promise<void> {
  heading(`3. ${RATE} events a second over 25 groups for ${SECONDS} s, after ${WARM_UP_SECONDS} s to warm up`);
  const service = await startChild("service", fake.url);
  await course(fake, service.url, RATE, WARM_UP_SECONDS);
  const before = await service.figures();
  const { acknowledged, answered, left } = await course(fake, service.url, RATE, SECONDS);
  const after = await service.figures();
  const ackP99 = quantile(acknowledged, 0.99);
  const answerP99 = quantile(answered, 0.99);
  line("acknowledged, median", time(median(acknowledged)));
  line("acknowledged, p99", time(ackP99), below(ackP99, 100, " ms"));
  line("answer posted, median", time(median(answered)));
  line("answer posted, p99", time(answerP99), below(answerP99, 1000, " ms"));
  line("events without an answer at the end", String(left), { said: "0", met: left === 0 });
  const cpu = after.cpuMs - before.cpuMs;
  remark(`CPU ${time(cpu / acknowledged.length)} an event, answer included; RSS ${digits(after.rssMb)} MB at the end`);
  await service.stop();
}
