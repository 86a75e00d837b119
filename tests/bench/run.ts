import { cpus, loadavg } from "node:os";
import { benchCosts } from "./costs.ts";
import { benchNames } from "./names.ts";
import { benchQuestions } from "./questions.ts";
import { remark } from "./report.ts";
import { benchStart } from "./start.ts";

/** The parts of the report; `npm run bench -- names costs` prints only those named. */
const PARTS = { questions: benchQuestions, names: benchNames, costs: benchCosts, start: benchStart };

const wanted = process.argv.slice(2);
remark(`node ${process.version}, ${cpus()[0]?.model ?? "unknown processor"}, load ${loadavg()[0]?.toFixed(2)}`);
for (const [name, part] of Object.entries(PARTS)) {
  if (wanted.length === 0 || wanted.includes(name)) await part();
}
