import { randomBytes } from "node:crypto";
import type { Incoming } from "../ports/core.ts";
import type { Log } from "../ports/log.ts";
import { messagesIn } from "../view/messages/locales.ts";
import { notice, type Outcome } from "./context.ts";
import { spokenIn } from "./languages.ts";

const ID_BYTES = 4;

/** What somebody is told where the bot itself failed; the log has the same id. */
export function faultOf(log: Log, { request, sender, address }: Incoming, error: unknown): Outcome {
  const incident = randomBytes(ID_BYTES).toString("hex");
  const language = spokenIn(request) ?? sender.language ?? "en";
  log.error("request failed", { incident, request: request.kind, platform: address.platform, error });
  return { content: notice(language, messagesIn(language).talk.fault(incident)), to: "asker" };
}
