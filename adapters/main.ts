import { OperatorError } from "../src/lib/errors.ts";
import { readConfig } from "./config.ts";

const CANNOT_START = 1;

/**
 * Starts the bot on every platform that is set up, and on this terminal where none is. Parts that only one of the two
 * needs are read from the disk when it is that one.
 */
try {
  const config = readConfig();
  const isTerminal = config.slack.kind !== "ready" && config.feishu.kind !== "ready";
  if (isTerminal) {
    const { openBot } = await import("./bot/open-bot.ts");
    const { startLine } = await import("./start-line.ts");
    const { runTerminal } = await import("./run-terminal.ts");
    const { createReviews } = await import("../src/sync/reviews.ts");
    const bot = openBot();
    process.stderr.write(`${startLine(config)}\n`);
    await runTerminal(bot, { input: process.stdin, output: process.stdout }, createReviews(config.data));
  } else {
    const { runService } = await import("./run-service.ts");
    await runService(config);
  }
} catch (error) {
  if (!(error instanceof OperatorError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = CANNOT_START;
}
