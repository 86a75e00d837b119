import type { Sender } from "../ports/core.ts";
import type { Subscription } from "../ports/records.ts";

/**
 * Who set a digest up may change it, and who administers the workspace or owns the chat. Where nobody is left who set
 * it up, and the platform can't tell admins, anybody in the channel may.
 */
export function mayChange({ by }: Pick<Subscription, "by">, { user, admin }: Sender): boolean {
  return by === user || admin === true || (by === undefined && admin === undefined);
}
