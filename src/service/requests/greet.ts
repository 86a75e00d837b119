import type { Ask, Outcome, RequestOf } from "../context.ts";
import { forChannel, greeting, idOf } from "../settings.ts";
import { page } from "./home.ts";

/** Says hello, once per channel and occasion, in the channel's language. */
export async function greet(ask: Ask, request: RequestOf<"greet">): Promise<Outcome> {
  const { incoming, bot, settings, parts } = ask;
  const { occasion } = request;
  const { tenant } = incoming.address;
  const channel = await parts.store.settings.change(
    tenant,
    "channel",
    idOf(incoming, "channel"),
    greeting(incoming, occasion),
  );
  if (channel?.greeted?.[occasion] !== incoming.id) return null;
  const language = forChannel(settings).language ?? ask.language;
  return { content: { kind: "home", home: page(ask, bot, language, occasion) }, to: "here" };
}
