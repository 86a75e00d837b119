import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { median, quantile } from "./measure.ts";
import { below, digits, heading, line, remark, time } from "./report.ts";
import type { StoreFigures } from "./store-child.ts";
import { SIZES } from "./store-filled.ts";

/** The embedded store at the size of a big installation; wall clock, since the disk is what it waits for. */
const folder = mkdtempSync(join(tmpdir(), "llmprice-bench-store-"));
const child = (mode: string) =>
  execFileSync(process.execPath, ["--expose-gc", join(import.meta.dirname, "store-child.js"), mode, folder], {
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });

try {
  remark(`node ${process.version}, ${cpus()[0]?.model ?? "unknown processor"}, load ${loadavg()[0]?.toFixed(2)}`);
  heading(
    `Store: ${Object.entries(SIZES)
      .map(([name, size]) => `${digits(size)} ${name}`)
      .join(", ")}`,
  );
  const start = performance.now();
  child("fill");
  remark(`filled through its interface in ${time(performance.now() - start)}`);
  report(JSON.parse(child("measure")) as StoreFigures);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function report({
  opening,
  openingCpu,
  nextDueCpu,
  questionCpu,
  memory,
  disk,
  quiet,
  whileWriting,
  watchChange,
  ...lookUps
}: StoreFigures): void {
  line("opening it: read, checked, compacted", time(opening));
  remark(`${time(openingCpu)} of CPU time`);
  line("memory (RSS) after opening", `${digits(memory.after)} MB`);
  remark(`${digits(memory.before)} MB before; ${digits(memory.heap)} MB of heap in use after`);
  line("next due, p99", time(quantile(lookUps.nextDue, 0.99)), below(quantile(lookUps.nextDue, 0.99), 5, " ms"));
  remark(`${time(nextDueCpu)} of CPU time each`);
  line("the 100 longest due, p99", time(quantile(lookUps.due, 0.99)), below(quantile(lookUps.due, 0.99), 5, " ms"));
  line("watches of one model, p99", time(quantile(lookUps.about, 0.99)));
  line("a question's store time, median", time(median(quiet)));
  line("a question's store time, p99", time(quantile(quiet, 0.99)), below(quantile(quiet, 0.99), 1, " ms"));
  remark(`200 questions a second; ${time(questionCpu)} of CPU time each; each waits for three flushes, which the disk`);
  remark(
    `alone, asked by one at a time, does in ${time(median(disk))} at the median and ${time(quantile(disk, 0.99))} at p99`,
  );
  line("  while all watches are written, median", time(median(whileWriting)));
  line("  while all watches are written, p99", time(quantile(whileWriting, 0.99)));
  line("one change of a watch, median", time(median(watchChange)));
}
