import { createBot } from "../../src/bot/bot.ts";
import { loadCatalog } from "../../src/catalog/load.ts";
import { createOutbox } from "../../src/delivery/outbox.ts";
import type { Commands } from "../../src/ports/commands.ts";
import type { Content, Incoming, Reply, Request } from "../../src/ports/core.ts";
import type { Outgoing, Platform } from "../../src/ports/platform.ts";
import type { WrongPrice } from "../../src/ports/review.ts";
import type { Store } from "../../src/ports/store.ts";
import { createCore } from "../../src/service/core.ts";
import { createMemoryStore, type Memory } from "../../src/store/memory/store.ts";
import { createTestClock } from "../helpers/test-clock.ts";

const bot = createBot(loadCatalog("tests/fixtures/catalog"));

/** Ids are never used twice, as on any platform. */
let count = 0;

interface Logged {
  event: string;
  details: Readonly<Record<string, unknown>>;
}

interface Options {
  /** What an earlier process left behind. */
  memory?: Memory;
  send?: Platform["send"];
  store?: (store: Store) => Store;
  commands?: Commands;
  reviews?: boolean;
}

type From = Partial<Omit<Incoming, "request" | "address" | "sender">> & {
  user?: string;
  channel?: string;
  thread?: string;
  tenant?: string;
  admin?: boolean;
  speaks?: "en" | "zh";
};

/** A core over a memory store and the fixture catalog, on a platform that posts whatever it is given. */
export function createWorld({
  store: wrap = (store) => store,
  commands = {},
  reviews = true,
  memory,
  send,
}: Options = {}) {
  const clock = createTestClock("2026-09-15T09:00:00.000Z");
  const store = wrap(createMemoryStore(clock, memory));
  const posted: Outgoing[] = [];
  const logged: Logged[] = [];
  const wrong: WrongPrice[] = [];
  const platform: Platform = {
    name: "test",
    sameKeyMs: 0,
    send: async (message, signal) => {
      const id = await send?.(message, signal);
      posted.push(message);
      return id ?? `m${posted.length}`;
    },
    wasSent: async () => "unknown",
    meaning: () => ({ kind: "uncertain" }),
  };
  const note = (event: string, details = {}) => void logged.push({ event, details });
  const outbox = createOutbox({ platforms: [platform], deliveries: store.deliveries, clock });
  const core = createCore(
    {
      bot: () => bot,
      store,
      clock,
      log: { info: note, warn: note, error: note },
      commands,
      ...(reviews && { reviews: { report: async (one) => void wrong.push(one) } }),
    },
    outbox,
  );
  const incoming = (request: Request, from: From = {}): Incoming => {
    const { user = "ann", channel = "c1", tenant = "t1", thread, admin, speaks, ...rest } = from;
    count += 1;
    return {
      id: `in-${count}`,
      address: { platform: "test", tenant, channel, ...(thread !== undefined && { thread }) },
      surface: thread === undefined ? "command" : "thread",
      sender: { user, ...(admin !== undefined && { admin }), ...(speaks && { language: speaks }) },
      request,
      ...rest,
    };
  };
  const respond = async (request: Request, from?: From) => core.respond(incoming(request, from));
  return {
    ...{ core, clock, store, outbox, posted, logged, wrong, incoming, respond },
    ask: (text: string, from?: From) => respond({ kind: "question", text }, from),
    click: (value: string, from?: From) => respond({ kind: "click", value }, from),
  };
}

type Kind = Content["kind"];

/** The content of a reply, which must be of this kind. */
export function contentOf<K extends Kind>(reply: Reply | null, kind: K): Extract<Content, { kind: K }> {
  if (reply?.content.kind !== kind) throw new Error(`${kind} expected, not ${JSON.stringify(reply)?.slice(0, 300)}`);
  return reply.content as Extract<Content, { kind: K }>;
}

export const viewOf = (reply: Reply | null) => contentOf(reply, "answer").view;
export const textOf = (reply: Reply | null) => contentOf(reply, "notice").text;

/** The value of the button that does this. */
export function pressed(reply: Reply | null, code: string): string {
  const content = contentOf(reply, "answer");
  const all = [...content.buttons, ...content.choices, ...(content.share ? [content.share] : [])];
  const found = all.find((button) => button.code === code);
  if (!found) throw new Error(`no ${code} among ${all.map((button) => button.code).join(", ")}`);
  return found.value;
}
