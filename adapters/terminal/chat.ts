import { createInterface } from "node:readline";
import type { Core, Incoming } from "../../src/ports/core.ts";
import { contentText } from "./render.ts";

export interface Streams {
  input: NodeJS.ReadableStream & { isTTY?: boolean };
  output: NodeJS.WritableStream & { isTTY?: boolean };
}

/** Opens the bot's own page, as it is called everywhere. */
const HOME = "home";

export const TERMINAL = "terminal";
/** Whoever sits at the terminal runs the bot. */
const HERE = {
  address: { platform: TERMINAL, tenant: "terminal", channel: "terminal" },
  surface: "direct",
  sender: { user: "terminal", admin: true },
} as const;

/**
 * A chat in the terminal: one question a line, the last one remembered, until the input ends.
 * Without a terminal it prints no prompt, so that it can be used in a pipe.
 */
export async function chat(core: Core, { input, output }: Streams): Promise<void> {
  const lines = createInterface({ input, output, terminal: Boolean(input.isTTY && output.isTTY), prompt: "> " });
  const prompt = () => (input.isTTY ? lines.prompt() : undefined);
  let count = 0;
  prompt();
  for await (const line of lines) {
    if (line.trim() !== "") {
      count += 1;
      const text = await answer(core, { ...HERE, id: `line ${count}`, request: requestOf(line) });
      output.write(`${text}\n\n`);
    }
    prompt();
  }
}

const requestOf = (line: string): Incoming["request"] =>
  line.trim().toLowerCase() === HOME ? { kind: "home" } : { kind: "question", text: line };

async function answer(core: Core, incoming: Incoming): Promise<string> {
  const reply = await core.respond(incoming);
  await core.settle(incoming);
  return reply ? contentText(reply.content) : "";
}
