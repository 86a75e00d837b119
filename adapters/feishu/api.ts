import * as z from "zod";
import type { Clock } from "../../src/ports/clock.ts";
import { FeishuError, TOKEN_REFUSED } from "./errors.ts";
import { CALL_TIMEOUT_MS } from "./limits.ts";
import { redact, type Sdk } from "./sdk.ts";
import { createTokens } from "./token.ts";

interface Call {
  method: "GET" | "POST" | "PATCH";
  /** Below the domain, such as `/open-apis/im/v1/messages`. */
  path: string;
  params?: Record<string, string>;
  data?: object;
  signal?: AbortSignal;
}

/** Feishu's open API. Every call rejects with a `FeishuError` and with nothing else. */
export interface Api {
  call<T>(call: Call, answer: z.ZodType<T>): Promise<T>;
}

export interface Credentials {
  appId: string;
  appSecret: string;
  callTimeoutMs?: number;
}

const Answer = z.looseObject({ code: z.number(), msg: z.string().optional() });
const Token = z.object({ tenant_access_token: z.string().min(1), expire: z.number().positive() });
/** The parts of an HTTP client's error that are safe to look at. */
const Broken = z.object({
  message: z.string().catch("failed"),
  code: z.string().optional().catch(undefined),
  response: z
    .object({
      status: z.number(),
      headers: z.unknown(),
      data: Answer.optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
});

const TOKEN_PATH = "/open-apis/auth/v3/tenant_access_token/internal";
const RESET_HEADER = "x-ogw-ratelimit-reset";
/** Failures of the network before a connection stood. */
const UNSENT = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "ENETUNREACH", "EHOSTUNREACH"]);
const SECOND_MS = 1000;

/** @param client an SDK client that keeps no tokens of its own */
export function createApi(client: Sdk.Client, credentials: Credentials, clock: Clock): Api {
  const { appId, appSecret, callTimeoutMs: timeout = CALL_TIMEOUT_MS } = credentials;
  const tokens = createTokens(clock, async () => {
    const data = { app_id: appId, app_secret: appSecret };
    const { tenant_access_token: token, expire } = await send({ method: "POST", path: TOKEN_PATH, data }, Token);
    return { token, expiresInMs: expire * SECOND_MS };
  });

  /** The SDK resolves for answers that hold an error code, and waits for ever unless told. */
  async function send<T>({ path, ...call }: Call, answer: z.ZodType<T>, token?: string): Promise<T> {
    const request = { ...call, url: path, timeout, $return_headers: true };
    const headers = token === undefined ? {} : { Authorization: `Bearer ${token}` };
    const reply: unknown = await client.request({ ...request, headers }).catch((error: unknown) => {
      throw failed(error, appSecret);
    });
    return checked(reply, answer);
  }

  return {
    async call(call, answer) {
      const token = await tokens.get();
      try {
        return await send(call, answer, token);
      } catch (error) {
        if (!(error instanceof FeishuError && error.code !== undefined && TOKEN_REFUSED.has(error.code))) throw error;
        tokens.refused(token);
        return send(call, answer, await tokens.get());
      }
    },
  };
}

const Reply = z.object({ data: z.unknown(), headers: z.unknown() });

function checked<T>(reply: unknown, answer: z.ZodType<T>): T {
  const { data, headers } = Reply.parse(reply);
  const said = Answer.safeParse(data);
  if (!said.success) throw new FeishuError("an answer without a code");
  if (said.data.code !== 0) throw coded(said.data, headers);
  const good = answer.safeParse(data);
  if (!good.success) throw new FeishuError(`an unexpected answer: ${z.prettifyError(good.error)}`);
  return good.data;
}

function coded({ code, msg = "" }: z.infer<typeof Answer>, headers: unknown, status?: number): FeishuError {
  const retryAfterMs = resetOf(headers);
  return new FeishuError(`${code} ${redact(msg)}`.trim(), {
    code,
    ...(status !== undefined && { status }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  });
}

/** The error of the SDK's HTTP client carries the request and its token: only what is safe is taken over. */
function failed(error: unknown, secret: string): FeishuError {
  if (error instanceof FeishuError) return error;
  const { message, code = "", response } = Broken.catch({ message: "failed" }).parse(error);
  if (response?.data) return coded(response.data, response.headers, response.status);
  if (response) return new FeishuError(`HTTP ${response.status}`, statusOf(response));
  return new FeishuError(redact(message, [secret]), { unsent: UNSENT.has(code) });
}

function statusOf({ status, headers }: { status: number; headers: unknown }) {
  const retryAfterMs = resetOf(headers);
  return { status, ...(retryAfterMs !== undefined && { retryAfterMs }) };
}

const Headers = z.looseObject({ [RESET_HEADER]: z.coerce.number().positive().max(3600) });

/** Seconds until calls are taken again. */
function resetOf(headers: unknown): number | undefined {
  const seconds = Headers.safeParse(headers).data?.[RESET_HEADER];
  return seconds === undefined ? undefined : seconds * SECOND_MS;
}
