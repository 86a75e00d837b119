import { OperatorError } from "../src/lib/errors.ts";
import { openBot } from "./open-bot.ts";
import { chat } from "./terminal/chat.ts";

const BAD_CATALOG = 1;

/** Starts the bot on every platform that is set up. For now that is the terminal. */
try {
  const bot = openBot();
  process.stderr.write("llmprice: connected to this terminal; Slack and Feishu are not available in this version.\n");
  await chat(bot, { input: process.stdin, output: process.stdout }, () => new Date());
} catch (error) {
  if (!(error instanceof OperatorError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = BAD_CATALOG;
}
