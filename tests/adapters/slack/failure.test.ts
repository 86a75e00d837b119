import { webApi } from "@slack/bolt";
import { describe, expect, it } from "vitest";
import { boltLog } from "../../../adapters/slack/bolt-log.ts";
import { callOptions, socketOptions } from "../../../adapters/slack/client-options.ts";
import { meaning } from "../../../adapters/slack/failure.ts";
import { FakeSlack } from "../../slack-fake/server.ts";
import type { Trouble } from "../../slack-fake/state.ts";

const quiet = boltLog({ info: () => {}, warn: () => {}, error: () => {} });

/** What a post comes to that runs into this, with the client as the adapter makes it. */
async function after(trouble: Omit<Trouble, "times"> | "nobody there", token = "xoxb-fake-bot") {
  const fake = new FakeSlack();
  await fake.start();
  const client = new webApi.WebClient(token, callOptions(fake.apiUrl, quiet));
  if (trouble === "nobody there") await fake.stop();
  else fake.fail({ ...trouble, times: 1 });
  const failed = await client.chat.postMessage({ channel: "C1", text: "t" }).then(() => undefined, meaning);
  const calls = fake.callsOf("chat.postMessage").length;
  if (trouble !== "nobody there") await fake.stop();
  return { failed, calls };
}

describe("a failed post", () => {
  it.each<[string, Parameters<typeof after>[0], object]>([
    ["429", { kind: "limited", retryAfter: 7 }, { kind: "not_sent", retryAfterMs: 7000 }],
    ["nobody there", "nobody there", { kind: "not_sent" }],
    ["500", { kind: "broken" }, { kind: "uncertain" }],
    ["a connection that ends", { kind: "dropped" }, { kind: "uncertain" }],
    ["an answer that is lost", { kind: "lost" }, { kind: "uncertain" }],
    ["Slack's own trouble", { kind: { error: "internal_error" } }, { kind: "uncertain" }],
    ["a limit in words", { kind: { error: "ratelimited" } }, { kind: "not_sent" }],
    ["a removal", { kind: { error: "not_in_channel" } }, { kind: "refused", why: "not_in_channel", gone: true }],
    ["an archived channel", { kind: { error: "is_archived" } }, { kind: "refused", why: "is_archived", gone: true }],
    ["a refused message", { kind: { error: "msg_too_long" } }, { kind: "refused", why: "msg_too_long", gone: false }],
  ])("%s is tried once and means what the outbox needs to know", async (_, trouble, means) => {
    const { failed, calls } = await after(trouble);
    expect(failed).toEqual(means);
    expect(calls).toBe(trouble === "nobody there" ? 0 : 1);
  });

  it("means nothing certain where it is none of Slack's", () => {
    expect(meaning(new DOMException("stop", "AbortError"))).toEqual({ kind: "uncertain" });
  });
});

describe("the client's options", () => {
  it("bound every call, and share nothing with Socket Mode, which writes into its own", () => {
    const [one, other] = [callOptions(undefined, quiet), callOptions(undefined, quiet)];
    expect(one).not.toBe(other);
    expect(one).toMatchObject({ retryConfig: { retries: 0 }, timeout: 10_000, rejectRateLimitedCalls: true });
    expect(socketOptions(undefined, quiet).retryConfig).toMatchObject({ forever: true });
  });
});
