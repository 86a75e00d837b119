import * as z from "zod";
import type { Log } from "../../src/ports/log.ts";
import { chatWords } from "../../src/view/messages/chat.ts";
import type { Api } from "./api.ts";

const PATH = "/open-apis/application/v7/app_slash_commands";
const PAGE_SIZE = "50";
const MOST_PAGES = 10;

const Description = z.object({
  default_value: z.string().optional(),
  i18n: z.object({ zh_cn: z.string().optional(), en_us: z.string().optional() }).optional(),
});
const Command = z.object({ command_id: z.string(), command: z.string(), description: Description.optional() });
const Page = z.object({
  data: z.object({
    items: z.array(Command).optional(),
    has_more: z.boolean().optional(),
    page_token: z.string().optional(),
  }),
});
const Done = z.object({});

const described = (key: "ask" | "count"): z.infer<typeof Description> => {
  const [zh, en] = [chatWords("zh").commands[key], chatWords("en").commands[key]];
  return { default_value: zh, i18n: { zh_cn: zh, en_us: en } };
};

/** The commands that are the bot's, without the slash; what else the app has is somebody else's. */
export const COMMANDS = { llmprice: described("ask"), "llmprice-count": described("count") };

/**
 * Has Feishu list the bot's commands when somebody types a slash: creates those that are missing and mends those that
 * say something else. Best effort: typed as text they work anyway. Never rejects.
 */
export async function registerCommands(api: Api, log: Log): Promise<void> {
  try {
    const there = new Map((await list(api)).map((command) => [command.command, command]));
    for (const [command, description] of Object.entries(COMMANDS)) {
      const known = there.get(command);
      const data = { command, description };
      if (!known) await api.call({ method: "POST", path: PATH, data }, Done);
      else if (!isSame(known.description, description)) {
        const path = `${PATH}/${encodeURIComponent(known.command_id)}`;
        await api.call({ method: "PATCH", path, data: { description } }, Done);
      }
    }
  } catch (error) {
    log.warn("feishu_commands_not_registered", {
      why: error instanceof Error ? error.message : "unknown",
      hint: "grant application:app_slash_command:read and application:app_slash_command:write, and publish a version",
    });
  }
}

async function list(api: Api): Promise<z.infer<typeof Command>[]> {
  const found: z.infer<typeof Command>[] = [];
  let token: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const params = { page_size: PAGE_SIZE, ...(token !== undefined && { page_token: token }) };
    const { data } = await api.call({ method: "GET", path: PATH, params }, Page);
    found.push(...(data.items ?? []));
    token = data.has_more ? data.page_token : undefined;
    if (token === undefined) break;
  }
  return found;
}

const isSame = (is: z.infer<typeof Description> | undefined, wanted: z.infer<typeof Description>): boolean =>
  is?.default_value === wanted.default_value &&
  is?.i18n?.zh_cn === wanted.i18n?.zh_cn &&
  is?.i18n?.en_us === wanted.i18n?.en_us;
