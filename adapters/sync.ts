import { parseArgs } from "node:util";
import { OperatorError } from "../src/lib/errors.ts";
import { systemClock } from "../src/lib/system-clock.ts";
import { decided, reviewed } from "../src/sync/decide.ts";
import { LIMITS } from "../src/sync/net/limits.ts";
import { reportLines, reviewLines } from "../src/sync/print.ts";
import { type SyncOptions, sync } from "../src/sync/run.ts";
import { SETTINGS_HELP, syncSettings } from "../src/sync/settings.ts";
import { EMBEDDED } from "./bot/open-bot.ts";
import { environment } from "./config.ts";

const USAGE = `usage: npm run sync -- [--dry-run] [--from FILE[@YYYY-MM-DD]]…
       npm run sync -- --review
       npm run sync -- [--accept ID]… [--reject ID]…`;
const NOTHING_HEARD = 1;
const BAD_ARGUMENTS = 2;

function argumentsOf(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        "dry-run": { type: "boolean", default: false },
        from: { type: "string", multiple: true },
        review: { type: "boolean", default: false },
        accept: { type: "string", multiple: true, default: [] },
        reject: { type: "string", multiple: true, default: [] },
        help: { type: "boolean", default: false },
      },
    }).values;
  } catch (error) {
    throw new OperatorError("bad_arguments", error instanceof Error ? error.message : String(error), USAGE);
  }
}

/** Shows what is under way where a person watches. */
function progress(what: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${what}`);
}

function print(lines: readonly string[]): void {
  if (process.stderr.isTTY) process.stderr.write("\r\u001b[K");
  process.stdout.write(`${lines.join("\n")}\n`);
}

/** Runs one command. @returns the exit status. */
async function main(argv: readonly string[]): Promise<number> {
  const { accept, reject, review, from, help, "dry-run": dryRun } = argumentsOf(argv);
  const { data, sources } = syncSettings(environment());
  const network = { clock: systemClock, limits: LIMITS, random: Math.random };
  const options: SyncOptions = { data, embedded: EMBEDDED, sources, network, dryRun, progress };
  if (help) print([USAGE, "", SETTINGS_HELP]);
  else if (accept.length + reject.length > 0) print(await decided(options, { accept, reject }));
  else if (review) print(reviewLines(...reviewed(options)));
  else {
    const report = await sync({ ...options, ...(from && { from }) });
    print(reportLines(report));
    return report.outcomes.some(({ records, faults }) => records > 0 && faults.length === 0) ? 0 : NOTHING_HEARD;
  }
  return 0;
}

// What waits on the clock does not keep the process alive; this does, until there is a result.
const alive = setInterval(() => undefined, 1000);
try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof OperatorError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = BAD_ARGUMENTS;
} finally {
  clearInterval(alive);
}
