import { z } from "zod";
import type { Bot, Memory } from "../../src/bot/bot.ts";

const Line = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  conversation: z.union([z.string(), z.number()]).optional(),
});

/**
 * Answers one line of a batch after the other, each a JSON object `{id, text, conversation?}`; lines of one
 * conversation share its memory. A line that cannot be read is answered `{id, error}`.
 */
export function createBatch(bot: Bot, now: Date): (line: string) => string {
  const memories = new Map<string | number, Memory>();
  return (line) => {
    const parsed = parse(line);
    if ("error" in parsed) return JSON.stringify(parsed);
    const { id, text, conversation } = parsed;
    try {
      const reply = bot.ask(text, now, conversation === undefined ? {} : memories.get(conversation));
      if (conversation !== undefined) memories.set(conversation, reply.memory);
      return JSON.stringify({ id, query: reply.query, answer: reply.json });
    } catch (error) {
      return JSON.stringify({ id, error: `the question could not be answered: ${messageOf(error)}` });
    }
  };
}

function parse(line: string): z.infer<typeof Line> | { id: unknown; error: string } {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return { id: null, error: `not JSON: ${messageOf(error)}` };
  }
  const result = Line.safeParse(value);
  if (result.success) return result.data;
  const id = typeof value === "object" && value !== null && "id" in value ? value.id : null;
  return { id, error: `not a question line {"id", "text", "conversation"?}: ${z.prettifyError(result.error)}` };
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
