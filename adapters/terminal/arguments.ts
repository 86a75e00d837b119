import { parseArgs } from "node:util";
import { OperatorError } from "../../src/lib/errors.ts";

export interface AskArguments {
  question: string;
  json: boolean;
  batch: boolean;
  explain: boolean;
  now: Date;
  catalog?: string;
}

const USAGE = `usage: npm run --silent ask -- [--json] [--explain] [--now TIME] [--catalog DIR] "QUESTION"
       npm run --silent ask -- --json --batch [--now TIME] [--catalog DIR] < IN.jsonl`;

/** The arguments of `ask`. @throws OperatorError `bad_arguments`, with the usage as its hint. */
export function askArguments(argv: readonly string[], clock: () => Date): AskArguments {
  const { values, positionals } = parsed(argv);
  const { now: time, catalog, json = false, batch = false, explain = false } = values;
  const now = time === undefined ? clock() : new Date(time);
  if (Number.isNaN(now.getTime())) throw bad(`--now ${time} is no time such as 2026-07-02T09:00:00Z`);
  if (batch && !json) throw bad("--batch goes with --json");
  if (batch === positionals.length > 0) throw bad(batch ? "--batch reads its questions from the input" : "no question");
  return { question: positionals.join(" "), json, batch, explain, now, ...(catalog === undefined ? {} : { catalog }) };
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        json: { type: "boolean" },
        batch: { type: "boolean" },
        explain: { type: "boolean" },
        now: { type: "string" },
        catalog: { type: "string" },
      },
    });
  } catch (error) {
    throw bad(error instanceof Error ? error.message : String(error));
  }
}

const bad = (what: string) => new OperatorError("bad_arguments", what, USAGE);
