import { createHmac } from "node:crypto";
import * as z from "zod";
import type { Address, Surface } from "../../src/ports/core.ts";
import { same } from "./crypto.ts";

/** Which conversation a card belongs to: a click says the chat it was made in, and nothing more. */
export interface Origin {
  address: Address;
  /** The card went to one person, beside that conversation. */
  isPrivate: boolean;
}

/** As it stands on buttons: chat, root message, whether private, and a mark over them. */
export const Seal = z.strictObject({
  c: z.string(),
  r: z.string().optional(),
  p: z.literal(true).optional(),
  m: z.string(),
});
export type Seal = z.infer<typeof Seal>;

/** Values of buttons pass through clients: a changed one must not name a conversation of its choice. */
export interface Seals {
  seal(origin: Origin): Seal;
  /** @returns nothing where this bot did not seal it for this tenant. */
  open(seal: Seal, of: Pick<Address, "platform" | "tenant">): Origin | undefined;
}

const MARK_LENGTH = 22;

export function createSeals(secret: string): Seals {
  const mark = (tenant: string, { c, r, p }: Omit<Seal, "m">): string =>
    createHmac("sha256", secret)
      .update(JSON.stringify([tenant, c, r ?? "", p ?? false]))
      .digest("base64url")
      .slice(0, MARK_LENGTH);
  return {
    seal({ address: { tenant, channel: c, thread: r }, isPrivate }) {
      const said = { c, ...(r !== undefined && { r }), ...(isPrivate && { p: true as const }) };
      return { ...said, m: mark(tenant, said) };
    },
    open({ m, ...said }, { platform, tenant }) {
      if (!same(m, mark(tenant, said))) return undefined;
      const { c: channel, r: thread, p } = said;
      return { address: { platform, tenant, channel, ...(thread !== undefined && { thread }) }, isPrivate: p ?? false };
    },
  };
}

const USER = "ou_";
/** Whether a channel is somebody's own chat with the bot. */
export const isPerson = (channel: string): boolean => channel.startsWith(USER);

/** How the core is to treat what is clicked on a card. */
export const surfaceOf = ({ address, isPrivate }: Origin): Surface =>
  isPrivate ? "command" : address.thread === undefined ? "direct" : "thread";
