import { once } from "node:events";
import { createInterface } from "node:readline";
import { setFlagsFromString } from "node:v8";
import { OperatorError } from "../../src/lib/errors.ts";
import { type AskArguments, askArguments } from "./arguments.ts";

const BAD_ARGUMENTS = 2;

/** `ask`: one question from the arguments, or a batch from standard input. */
async function ask(args: AskArguments): Promise<void> {
  // One answer is out before optimised code could earn what making it costs, which is most of the start.
  if (!args.batch) setFlagsFromString("--no-opt");
  const { openBot } = await import("../bot/open-bot.ts");
  const bot = openBot(args.catalog);
  if (args.batch) {
    const { createBatch } = await import("./batch.ts");
    const answer = createBatch(bot, args.now);
    for await (const line of createInterface({ input: process.stdin })) {
      if (line.trim() !== "") await print(answer(line));
    }
    return;
  }
  const reply = bot.ask(args.question, args.now);
  if (args.explain) process.stderr.write(`${reply.explain().join("\n")}\n`);
  await print(args.json ? JSON.stringify({ query: reply.query, answer: reply.json }) : reply.json.text);
}

/** Waits while a slow reader holds the pipe, so that a long batch stays small in memory. */
async function print(text: string): Promise<void> {
  if (!process.stdout.write(`${text}\n`)) await once(process.stdout, "drain");
}

try {
  await ask(askArguments(process.argv.slice(2), () => new Date()));
} catch (error) {
  if (!(error instanceof OperatorError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = BAD_ARGUMENTS;
}
