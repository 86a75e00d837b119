import { describe, expect, it } from "vitest";
import { readConfig } from "../../adapters/config.ts";
import { OperatorError } from "../../src/lib/errors.ts";

const SLACK = { SLACK_BOT_TOKEN: "xoxb-1", SLACK_APP_TOKEN: "xapp-1" };
const FEISHU = { FEISHU_APP_ID: "cli_1", FEISHU_APP_SECRET: "s" };

function refusal(environment: Record<string, string>): string {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof OperatorError && error.code === "bad_config") return error.message;
    throw error;
  }
  return "";
}

describe("the configuration", () => {
  it("of nothing is a terminal's, and says what each platform would need", () => {
    expect(readConfig({ SLACK_BOT_TOKEN: " ", FEISHU_APP_ID: "" })).toEqual({
      data: "./data",
      http: { host: "127.0.0.1", port: 3000 },
      log: { texts: false },
      slack: { kind: "off", missing: "SLACK_BOT_TOKEN and SLACK_APP_TOKEN" },
      feishu: { kind: "off", missing: "FEISHU_APP_ID and FEISHU_APP_SECRET" },
      secrets: [],
    });
  });

  it.each([
    [SLACK, "Socket Mode", { kind: "socket", appToken: "xapp-1" }],
    [{ ...SLACK, SLACK_SIGNING_SECRET: "s" }, "Socket Mode", { kind: "socket", appToken: "xapp-1" }],
    [
      { ...SLACK, SLACK_SIGNING_SECRET: "s", SLACK_TRANSPORT: "http" },
      "HTTP at /slack/events",
      { kind: "http", signingSecret: "s" },
    ],
    [
      { SLACK_BOT_TOKEN: "xoxb-1", SLACK_SIGNING_SECRET: "s" },
      "HTTP at /slack/events",
      { kind: "http", signingSecret: "s" },
    ],
  ])("of Slack %j goes by %s", (environment, how, transport) => {
    expect(readConfig(environment).slack).toEqual({
      kind: "ready",
      how,
      options: { botToken: "xoxb-1", transport },
    });
  });

  it.each([
    [FEISHU, "long connection", { domain: "feishu", transport: { kind: "ws" } }],
    [
      {
        ...FEISHU,
        FEISHU_DOMAIN: "http://127.0.0.1:4000",
        FEISHU_TRANSPORT: "webhook",
        FEISHU_ENCRYPT_KEY: "k",
        FEISHU_VERIFICATION_TOKEN: "t",
      },
      "webhook at /feishu/events",
      { domain: "http://127.0.0.1:4000", transport: { kind: "webhook", encryptKey: "k", verificationToken: "t" } },
    ],
  ])("of Feishu %j goes by %s", (environment, how, options) => {
    const expected = { kind: "ready", how, options: { appId: "cli_1", appSecret: "s", ...options } };
    expect(readConfig(environment).feishu).toEqual(expected);
  });

  it.each([
    [{ SLACK_APP_TOKEN: "xapp-1" }, ["SLACK_BOT_TOKEN is missing"]],
    [{ SLACK_BOT_TOKEN: "xoxb-1" }, ["SLACK_APP_TOKEN is missing", "SLACK_SIGNING_SECRET"]],
    [{ ...SLACK, SLACK_TRANSPORT: "http" }, ["SLACK_SIGNING_SECRET"]],
    [{ ...SLACK, SLACK_TRANSPORT: "pigeon" }, ["SLACK_TRANSPORT is neither"]],
    [{ ...SLACK, SLACK_API_URL: "slack" }, ["SLACK_API_URL is no http(s) address"]],
    [{ FEISHU_APP_ID: "cli_1" }, ["FEISHU_APP_SECRET is missing"]],
    [
      { ...FEISHU, FEISHU_TRANSPORT: "webhook" },
      ["FEISHU_ENCRYPT_KEY is missing", "FEISHU_VERIFICATION_TOKEN is missing"],
    ],
    [{ ...FEISHU, FEISHU_DOMAIN: "ftp://x" }, ["FEISHU_DOMAIN is neither"]],
    [
      { PORT: "65536", LOG_LEVEL: "loud", LOG_TEXTS: "maybe" },
      ["PORT is no port", "LOG_LEVEL is none of", "LOG_TEXTS is neither"],
    ],
    [
      { PORT: "x", SLACK_APP_TOKEN: "xapp-1", FEISHU_APP_ID: "cli_1" },
      ["PORT", "SLACK_BOT_TOKEN", "FEISHU_APP_SECRET"],
    ],
  ])("that is wrong, %j, is refused with every fault at once", (environment, faults) => {
    const message = refusal(environment);
    for (const fault of faults) expect(message).toContain(fault);
  });

  it("with faults of one platform leaves the other", () => {
    const { slack, feishu } = readConfig({ ...SLACK, FEISHU_APP_ID: "cli_1", FEISHU_TRANSPORT: "pigeon" });
    expect(slack.kind).toBe("ready");
    expect(feishu).toMatchObject({ kind: "faulty", faults: { length: 2 } });
  });

  it("names every secret, so that none is logged", () => {
    const secrets = {
      ...SLACK,
      SLACK_SIGNING_SECRET: "a",
      ...FEISHU,
      FEISHU_ENCRYPT_KEY: "b",
      FEISHU_VERIFICATION_TOKEN: "c",
    };
    const { FEISHU_APP_ID: _, ...all } = secrets;
    expect(readConfig(secrets).secrets.sort()).toEqual(Object.values(all).sort());
  });
});
