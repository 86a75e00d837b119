import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { OperatorError } from "../lib/errors.ts";
import { importCatalog } from "./run.ts";
import { readSnapshots } from "./snapshots.ts";
import { writeCatalog } from "./write.ts";

const USAGE = "catalog:import -- SNAPSHOT[@YYYY-MM-DD]… [--out catalog] [--dry-run] [--untested]";

/** Runs the import. Returns the exit status: 0, or 2 for arguments and snapshots that cannot be used. */
export function main(argv: readonly string[]): number {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        out: { type: "string", default: "catalog" },
        "dry-run": { type: "boolean", default: false },
        untested: { type: "boolean", default: false },
      },
    });
    if (positionals.length === 0) throw new OperatorError("bad_arguments", "no snapshot is named", USAGE);
    const imported = importCatalog(readSnapshots(positionals), values.out, { untested: values.untested });
    if (!values["dry-run"]) writeCatalog(values.out, imported.files);
    for (const { where, why } of imported.rejected.slice(0, 20)) process.stderr.write(`not read: ${where}: ${why}\n`);
    for (const [what, count] of Object.entries(imported.counts)) process.stdout.write(`${what} ${count}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) process.exitCode = main(process.argv.slice(2));
