import type { webApi } from "@slack/bolt";
import * as z from "zod";
import type { Clock } from "../../src/ports/clock.ts";
import type { Sender } from "../../src/ports/core.ts";

const User = z.looseObject({
  tz: z.string().optional(),
  locale: z.string().optional(),
  is_admin: z.boolean().optional(),
  is_owner: z.boolean().optional(),
});

const KEPT_MS = 60 * 60 * 1000;
const UNKNOWN_KEPT_MS = 10 * 60 * 1000;
/** How long a question waits for what Slack knows of its asker: an answer comes first. */
const WAIT_MS = 400;
const MOST = 5000;

export interface People {
  /** The sender as the core sees it; only the id where Slack is slow or the app may not ask. Never rejects. */
  of(user: string): Promise<Sender>;
}

/** Time zone, language and office of those who ask, kept for an hour. */
export function createPeople(users: webApi.WebClient["users"], clock: Clock): People {
  const known = new Map<string, { sender: Promise<Sender>; until: number }>();

  const ask = async (user: string): Promise<Sender> => {
    try {
      const { user: found } = await users.info({ user, include_locale: true });
      const { tz, locale, is_admin, is_owner } = User.parse(found);
      return {
        user,
        ...(tz !== undefined && { timezone: tz }),
        ...(is_admin !== undefined && { admin: is_admin || is_owner === true }),
        ...(locale !== undefined && { language: locale.startsWith("zh") ? "zh" : "en" }),
      };
    } catch {
      remember(user, Promise.resolve({ user }), UNKNOWN_KEPT_MS);
      return { user };
    }
  };

  const remember = (user: string, sender: Promise<Sender>, keptMs: number): void => {
    known.delete(user);
    known.set(user, { sender, until: clock.now().getTime() + keptMs });
    for (const oldest of known.keys()) {
      if (known.size <= MOST) break;
      known.delete(oldest);
    }
  };

  return {
    of(user) {
      const kept = known.get(user);
      if (kept && kept.until > clock.now().getTime()) return soon(kept.sender, user, clock);
      const sender = ask(user);
      remember(user, sender, KEPT_MS);
      return soon(sender, user, clock);
    },
  };
}

function soon(sender: Promise<Sender>, user: string, clock: Clock): Promise<Sender> {
  return new Promise((resolve) => {
    const stop = clock.after(WAIT_MS, () => resolve({ user }));
    void sender.then((found) => {
      stop();
      resolve(found);
    });
  });
}
