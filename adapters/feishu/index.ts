import type { IncomingMessage, ServerResponse } from "node:http";
import type { Clock } from "../../src/ports/clock.ts";
import type { Core } from "../../src/ports/core.ts";
import type { Log } from "../../src/ports/log.ts";
import type { Platform } from "../../src/ports/platform.ts";
import { createApi } from "./api.ts";
import { registerCommands } from "./commands.ts";
import { createPlatform } from "./deliver.ts";
import { Desk } from "./desk.ts";
import { FeishuError } from "./errors.ts";
import { createIdentity } from "./identity.ts";
import { createIngress } from "./ingress.ts";
import { loadSdk, sdkLogger } from "./sdk.ts";
import { createSeals } from "./seals.ts";
import { createSocket } from "./socket.ts";
import { listen } from "./wire.ts";

const PLATFORM = "feishu";
const EVENTS_PATH = "/feishu/events";

export interface FeishuOptions {
  appId: string;
  appSecret: string;
  /** `feishu`, `lark`, or the address of an API that behaves like theirs. */
  domain: string;
  /** How long a call may take; shorter in tests. */
  callTimeoutMs?: number;
  transport:
    | { kind: "ws"; pingTimeoutSeconds?: number }
    | { kind: "webhook"; encryptKey: string; verificationToken: string };
}

interface Environment {
  log: Log;
  clock: Clock;
}

export interface Feishu {
  name: typeof PLATFORM;
  platform: Platform;
  /** What the process's HTTP server serves for Feishu; nothing over the long connection. */
  routes: readonly { path: string; handle: (request: IncomingMessage, response: ServerResponse) => void }[];
  /** Rejects where Feishu refuses the app's id or secret. */
  start(core: Core): Promise<void>;
  /** Takes nothing new, and lets what is open finish. @returns how much did not within the deadline */
  stop(deadlineMs: number): Promise<number>;
}

/** llmprice in Feishu or Lark. Reads the SDK from the disk; nothing is connected before `start`. */
export function createFeishu(options: FeishuOptions, { log, clock }: Environment): Feishu {
  const { appId, appSecret, transport } = options;
  const sdk = loadSdk();
  const secrets = [
    appSecret,
    ...(transport.kind === "webhook" ? [transport.encryptKey, transport.verificationToken] : []),
  ];
  const logger = sdkLogger(log, secrets);
  const domain = domainOf(options.domain, sdk.Domain);
  const client = new sdk.Client({ appId, appSecret, domain, logger, disableTokenCache: true });
  const dispatcher = new sdk.EventDispatcher({ logger });
  const api = createApi(client, options, clock);
  const seals = createSeals(appSecret);
  const platform = createPlatform(PLATFORM, api, seals, clock);
  const desk = new Desk(clock);
  const identity = createIdentity(api);
  // Feishu's people mostly write Chinese; where words come they decide.
  const language = options.domain === "lark" ? "en" : "zh";
  const inbound = { name: PLATFORM, language, seals } as const;

  const socket =
    transport.kind === "ws"
      ? createSocket(sdk, { appId, appSecret, domain, logger, dispatcher, log, clock, ...transport })
      : undefined;
  const ingress =
    transport.kind === "webhook"
      ? createIngress({
          ...transport,
          appId,
          clock,
          dispatch: async (event) => objectOf(await dispatcher.invoke(event, { needCheck: false })),
          refused: (status, why) => log.warn("feishu_request_refused", { status, why }),
        })
      : undefined;

  return {
    name: PLATFORM,
    platform,
    routes: ingress ? [{ path: EVENTS_PATH, handle: (request, response) => void ingress(request, response) }] : [],
    async start(core) {
      if (socket && !APP_ID.test(appId)) throw new FeishuError(`FEISHU_APP_ID is no app id: ${APP_ID_HINT}`);
      listen(dispatcher, { core, platform, seals, desk, clock, log, appId, inbound, self: identity });
      await identity().catch((error: unknown) => {
        // An app that Feishu does not know will not become known; a line that is down may come back.
        if (error instanceof FeishuError && error.code !== undefined) throw error;
        log.warn("feishu_unreachable", { why: String(error) });
      });
      void desk.track(registerCommands(api, log));
      await socket?.start();
    },
    async stop(deadlineMs) {
      socket?.stop();
      return await desk.drain(deadlineMs);
    },
  };
}

/** The SDK answers events that nobody listens to with a sentence of its own. */
const objectOf = (answer: unknown): object => (typeof answer === "object" && answer !== null ? answer : {});

function domainOf(domain: string, { Feishu, Lark }: { Feishu: number; Lark: number }): string | number {
  if (domain === "feishu") return Feishu;
  return domain === "lark" ? Lark : domain.replace(TRAILING_SLASH, "");
}
/** With any other the SDK says that it connected, and does not. */
const APP_ID = /^cli_[0-9a-f]{16}$/i;
const APP_ID_HINT = "cli_ and 16 hex digits, as it stands in the developer console";
const TRAILING_SLASH = /\/+$/;
