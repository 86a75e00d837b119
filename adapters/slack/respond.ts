import { request } from "undici";
import * as z from "zod";
import type { Clock } from "../../src/ports/clock.ts";
import type { Log } from "../../src/ports/log.ts";
import type { Message } from "./blocks.ts";
import { neverConnected, tooRich } from "./failure.ts";
import type { Ladder, Rung } from "./ladder.ts";
import { RESPONSE_URL_USES } from "./limits.ts";

const TIMEOUT_MS = 10_000;
const SECOND = 1000;
/** Longer than this nobody waits for a private answer. */
const LONGEST_WAIT_MS = 30_000;
const RETRY_MS = 500;
const TOO_MANY = 429;
const SERVER_ERROR = 500;
const BARE_WORD = /^[a-z_]+$/;

export interface Placement {
  response_type: "ephemeral" | "in_channel";
  /** The message that was clicked goes, and this one stands in its place. */
  replace_original: boolean;
  thread_ts?: string;
}

/** One `response_url`: it works for half an hour and five times, wherever the bot is a member or not. */
export interface Responder {
  /**
   * Draws the message at the workspace's rung and posts it; a rung lower each time that its blocks are refused. A
   * rung that draws nothing ends it.
   * @returns whether it arrived
   */
  post(draw: (rung: Rung) => Message | undefined, placement: Placement): Promise<boolean>;
}

interface Parts {
  url: string;
  tenant: string;
  ladder: Ladder;
  log: Log;
  clock: Clock;
}

export function createResponder({ url, tenant, ladder, log, clock }: Parts): Responder {
  let uses = 0;

  /** One use. `again` after so many ms where the message certainly did not arrive, or may arrive twice harmlessly. */
  const once = async (body: object, harmless: boolean): Promise<Outcome> => {
    uses++;
    try {
      const response = await request(url, {
        method: "POST",
        headers: { "content-type": "application/json; charset=utf-8" },
        body: JSON.stringify(body),
        headersTimeout: TIMEOUT_MS,
        bodyTimeout: TIMEOUT_MS,
      });
      const retryAfter = Number(response.headers["retry-after"] ?? 1);
      return outcomeOf(response.statusCode, retryAfter, await response.body.text(), harmless);
    } catch (error) {
      return neverConnected(error) || harmless
        ? { kind: "again", afterMs: RETRY_MS }
        : { kind: "lost", why: "no answer" };
    }
  };

  /** As many uses as there are, while it may be tried again. */
  const sent = async (body: object, harmless: boolean): Promise<"arrived" | "too_rich" | "lost"> => {
    while (uses < RESPONSE_URL_USES) {
      const outcome = await once(body, harmless);
      if (outcome.kind === "arrived") return "arrived";
      log.warn("slack took no answer at its response_url", { ...outcome, uses });
      if (outcome.kind !== "again") return outcome.kind;
      await new Promise<void>((resolve) => clock.after(outcome.afterMs, resolve));
    }
    return "lost";
  };

  return {
    async post(draw, placement) {
      let rung: Rung | undefined = ladder.from(tenant);
      while (rung !== undefined) {
        const message = draw(rung);
        if (!message) return false;
        const result = await sent({ ...message, ...placement }, placement.replace_original);
        if (result !== "too_rich") return result === "arrived";
        rung = ladder.down(tenant, rung);
      }
      return false;
    },
  };
}

type Outcome =
  | { kind: "arrived" }
  | { kind: "too_rich"; why: string }
  | { kind: "again"; afterMs: number }
  | { kind: "lost"; why: string };

const Refused = z.looseObject({ ok: z.literal(false), error: z.string() });

function outcomeOf(status: number, retryAfter: number, body: string, harmless: boolean): Outcome {
  const why = errorIn(body) ?? `HTTP ${status}`;
  if (status === TOO_MANY) {
    const afterMs = retryAfter * SECOND;
    return afterMs <= LONGEST_WAIT_MS ? { kind: "again", afterMs } : { kind: "lost", why };
  }
  if (tooRich(why)) return { kind: "too_rich", why };
  if (status >= SERVER_ERROR) return harmless ? { kind: "again", afterMs: RETRY_MS } : { kind: "lost", why };
  return status < 300 && errorIn(body) === undefined ? { kind: "arrived" } : { kind: "lost", why };
}

/** Slack writes its refusals as JSON or as one bare word. */
function errorIn(body: string): string | undefined {
  const word = body.trim();
  if (word === "" || word === "ok") return undefined;
  try {
    return Refused.safeParse(JSON.parse(word)).data?.error;
  } catch {
    return BARE_WORD.test(word) ? word : undefined;
  }
}
