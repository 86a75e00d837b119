import type { IncomingMessage, ServerResponse } from "node:http";
import * as z from "zod";
import type { Clock } from "../../src/ports/clock.ts";
import { createEnvelope, same } from "./crypto.ts";
import { FRESH_MS, REQUEST_BYTES, REQUEST_WITHIN_MS } from "./limits.ts";

export interface IngressOptions {
  appId: string;
  encryptKey: string;
  verificationToken: string;
  clock: Clock;
  /** What Feishu said, proven to be from Feishu. @returns what goes back to it; `{}` where there is nothing to say. */
  dispatch(event: FeishuEvent): Promise<object>;
  /** A request that was turned away, and why; never what it held. */
  refused(status: number, why: string): void;
}

const Header = z.object({
  event_id: z.string().min(1),
  event_type: z.string().min(1),
  token: z.string(),
  app_id: z.string(),
  tenant_key: z.string().min(1),
  create_time: z.string().optional(),
});
const Event = z.object({ schema: z.literal("2.0"), header: Header, event: z.record(z.string(), z.unknown()) });
type FeishuEvent = z.infer<typeof Event>;

const Sealed = z.object({ encrypt: z.string().min(1) });
const Challenge = z.object({ type: z.literal("url_verification"), token: z.string(), challenge: z.string().max(500) });
/** A challenge is short: nothing longer is decrypted without a signature. */
const CHALLENGE_BYTES = 2_000;
const SECOND_MS = 1000;

class Refusal extends Error {
  readonly status: number;
  constructor(status: number, why: string) {
    super(why);
    this.status = status;
  }
}

/**
 * The webhook: takes nothing that Feishu did not sign and encrypt, for this app, lately. Repeats are up to the claims
 * on what is dispatched.
 */
export function createIngress(options: IngressOptions) {
  const envelope = createEnvelope(options.encryptKey);

  const handle = async (request: IncomingMessage): Promise<object> => {
    if (request.method !== "POST") throw new Refusal(405, "not a POST");
    if (!JSON_TYPE.test(request.headers["content-type"] ?? "")) throw new Refusal(415, "not JSON");
    const body = await bodyOf(request, options.clock);
    const { timestamp, nonce, signature } = signed(request);
    if (signature === "") return challenged(body);
    if (!same(envelope.signature(timestamp, nonce, body), signature)) throw new Refusal(401, "a wrong signature");
    const age = Math.abs(options.clock.now().getTime() - Number(timestamp) * SECOND_MS);
    if (!(age <= FRESH_MS)) throw new Refusal(401, "a stale timestamp");
    const said = opened(body);
    const challenge = Challenge.safeParse(said).data;
    return challenge ? answered(challenge) : dispatched(said);
  };

  /** Feishu signs no challenge: it shows that it knows the key and the token instead. */
  const challenged = (body: Buffer): object => {
    if (body.length > CHALLENGE_BYTES) throw new Refusal(401, "no signature");
    const challenge = attempt(() => Challenge.safeParse(opened(body)).data);
    if (!challenge) throw new Refusal(401, "no signature");
    return answered(challenge);
  };

  const answered = ({ token, challenge }: z.infer<typeof Challenge>): object => {
    if (!same(token, options.verificationToken)) throw new Refusal(401, "a wrong verification token");
    return { challenge };
  };

  const opened = (body: Buffer): unknown => {
    const sealed = Sealed.safeParse(attempt(() => JSON.parse(body.toString("utf8")))).data;
    if (!sealed) throw new Refusal(400, "no encrypted body");
    const text = attempt(() => envelope.decrypt(sealed.encrypt));
    const said: unknown = text === undefined ? undefined : attempt(() => JSON.parse(text));
    if (said === undefined) throw new Refusal(400, "encrypted with another key");
    return said;
  };

  const dispatched = (said: unknown): Promise<object> => {
    const event = Event.safeParse(said).data;
    if (!event) throw new Refusal(400, "no event of schema 2.0");
    const { token, app_id: appId } = event.header;
    if (!same(token, options.verificationToken)) throw new Refusal(401, "a wrong verification token");
    if (!same(appId, options.appId)) throw new Refusal(401, "an event for another app");
    return options.dispatch(event);
  };

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      respond(response, 200, await handle(request));
    } catch (error) {
      const status = error instanceof Refusal ? error.status : 500;
      options.refused(status, error instanceof Refusal ? error.message : "the event could not be taken");
      // What is left of the body is not read.
      response.setHeader("connection", "close");
      respond(response, status, {});
    }
  };
}

const JSON_TYPE = /^application\/json\b/i;

function signed({ headers }: IncomingMessage): { timestamp: string; nonce: string; signature: string } {
  const text = (name: string) => [headers[name] ?? ""].flat().join();
  return {
    timestamp: text("x-lark-request-timestamp"),
    nonce: text("x-lark-request-nonce"),
    signature: text("x-lark-signature"),
  };
}

/** All bytes of the body, which must be few and come soon. */
function bodyOf(request: IncomingMessage, clock: Clock): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const late = clock.after(REQUEST_WITHIN_MS, () => reject(new Refusal(408, "too slow")));
    const settle = (then: () => void) => {
      late();
      then();
    };
    request.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > REQUEST_BYTES) settle(() => reject(new Refusal(413, "too long")));
      else chunks.push(chunk);
    });
    request.on("end", () => settle(() => resolve(Buffer.concat(chunks))));
    request.on("error", () => settle(() => reject(new Refusal(400, "broken off"))));
  });
}

function respond(response: ServerResponse, status: number, body: object): void {
  const json = JSON.stringify(body);
  response.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    "content-length": Buffer.byteLength(json),
  });
  response.end(json);
}

/** What a function returns, or undefined where it throws. */
function attempt<T>(task: () => T): T | undefined {
  try {
    return task();
  } catch {
    return undefined;
  }
}
