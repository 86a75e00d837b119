import { createOutbox } from "../../src/delivery/outbox.ts";
import { systemClock } from "../../src/lib/system-clock.ts";
import type { Store } from "../../src/ports/store.ts";
import { type Abilities, createHttpPlatform } from "./http-platform.ts";

/** Answers the one question of the crash test: sent, then done. */
export async function answerOnce(store: Store, url: string, abilities: Abilities): Promise<string> {
  const platforms = [createHttpPlatform(url, abilities)];
  const outbox = createOutbox({ platforms, deliveries: store.deliveries, clock: systemClock, random: () => 0 });
  const sent = await outbox.send({
    address: { platform: "test", tenant: "t1", channel: "c1" },
    content: { kind: "notice", language: "en", text: "$2.50", buttons: [] },
    sendKey: "answer-e1",
  });
  await store.claims.sent("t1", "e1");
  await store.claims.done("t1", "e1");
  return sent.state;
}
