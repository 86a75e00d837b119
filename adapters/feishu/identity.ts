import * as z from "zod";
import type { Api } from "./api.ts";

const Info = z.object({ bot: z.object({ open_id: z.string().min(1) }) });

/**
 * The bot's own id, asked for until it is known; everybody who asks at once waits for the same call. Without it nobody
 * can tell whether a message in a group is for the bot.
 */
export function createIdentity(api: Api): () => Promise<string> {
  let known: Promise<string> | undefined;
  return () => {
    known ??= api.call({ method: "GET", path: "/open-apis/bot/v3/info" }, Info).then(({ bot }) => bot.open_id);
    known.catch(() => {
      known = undefined;
    });
    return known;
  };
}
