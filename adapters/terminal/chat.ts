import { createInterface } from "node:readline";
import type { Bot, Memory } from "../../src/bot/bot.ts";

export interface Streams {
  input: NodeJS.ReadableStream & { isTTY?: boolean };
  output: NodeJS.WritableStream & { isTTY?: boolean };
}

/**
 * A chat in the terminal: one question a line, the last one remembered, until the input ends.
 * Without a terminal it prints no prompt, so that it can be used in a pipe.
 */
export async function chat(bot: Bot, { input, output }: Streams, clock: () => Date): Promise<void> {
  const lines = createInterface({ input, output, terminal: Boolean(input.isTTY && output.isTTY), prompt: "> " });
  const prompt = () => (input.isTTY ? lines.prompt() : undefined);
  let memory: Memory = {};
  prompt();
  for await (const line of lines) {
    if (line.trim() !== "") {
      const reply = bot.ask(line, clock(), memory);
      memory = reply.memory;
      output.write(`${reply.json.text}\n\n`);
    }
    prompt();
  }
}
