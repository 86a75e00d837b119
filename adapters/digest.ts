import { OperatorError } from "../src/lib/errors.ts";
import { openBot } from "./bot/open-bot.ts";
import { printedEdition } from "./bot/printed-edition.ts";

const BAD_ARGUMENTS = 2;

try {
  process.stdout.write(`${await printedEdition(process.argv.slice(2), openBot)}\n`);
} catch (error) {
  if (!(error instanceof OperatorError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = BAD_ARGUMENTS;
}
