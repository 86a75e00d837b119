import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot } from "../../src/lib/root.ts";
import type { LoadFigures } from "./load-child.ts";
import { median } from "./measure.ts";
import { below, digits, heading, line, remark, time } from "./report.ts";

const RUNS = 20;
const QUESTION = "cheapest 128k model";

/** Loading, memory, and the time from the start of `node` to the first byte of an answer. */
export async function benchStart(): Promise<void> {
  const loads = Array.from({ length: RUNS }, load);
  const offers = loads[0]?.offers ?? 0;
  heading(`4. Start: ${offers.toLocaleString("en")} offers, wall clock, median of ${RUNS}`);
  const loading = median(loads.map(({ milliseconds }) => milliseconds));
  const memory = median(loads.map(({ memory }) => memory));
  line("loading the catalog", time(loading), below(loading, 150, " ms"));
  remark(`the fastest of them ${time(Math.min(...loads.map(({ milliseconds }) => milliseconds)))}`);
  line("memory (RSS) after loading", `${digits(memory)} MB`, below(memory, 150, " MB"));
  const built = join(projectRoot(), "dist/adapters/terminal/ask.js");
  const answer = await toFirstByte(process.execPath, [built, QUESTION], projectRoot());
  line("first answer from the start of node", time(answer), below(answer, 400, " ms"));
  line("  of which node itself", time(await toFirstByte(process.execPath, ["-p", "0"], projectRoot())));
  line("  npm's own time beside it", time(await npmAlone()));
}

function load(): LoadFigures {
  const child = join(import.meta.dirname, "load-child.js");
  return JSON.parse(execFileSync(process.execPath, [child], { encoding: "utf8" })) as LoadFigures;
}

/** The median time in which a command prints its first byte, in milliseconds. */
async function toFirstByte(command: string, args: string[], cwd: string): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const start = performance.now();
    const child = spawn(command, args, { cwd, stdio: ["ignore", "pipe", "ignore"] });
    await Promise.race([once(child.stdout, "data"), once(child, "exit")]);
    times.push(performance.now() - start);
    if (child.exitCode === null) await once(child, "exit");
    if (child.exitCode !== 0) throw new Error(`${[command, ...args].join(" ")}: exit status ${child.exitCode}`);
  }
  return median(times);
}

/** `npm run` of a script that only prints: npm and a shell. */
async function npmAlone(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "llmprice-bench-npm-"));
  try {
    writeFileSync(join(folder, "package.json"), JSON.stringify({ scripts: { nothing: "echo" } }));
    return await toFirstByte("npm", ["run", "--silent", "nothing"], folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
