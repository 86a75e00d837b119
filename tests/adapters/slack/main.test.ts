import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Sender } from "../../slack-fake/sender.ts";
import { APP_TOKEN, BOT_TOKEN, FakeSlack, SIGNING_SECRET } from "../../slack-fake/server.ts";
import { eventually } from "./rig.ts";

const run = promisify(execFile);
const BUILD_MS = 60_000;
const STARTED = /^llmprice: .*$/m;

let fake: FakeSlack;
let data: string;
beforeAll(() => run("npm", ["run", "--silent", "build"]), BUILD_MS);
beforeEach(async () => {
  fake = new FakeSlack();
  await fake.start();
  data = mkdtempSync(join(tmpdir(), "llmprice-slack-"));
});
afterEach(async () => {
  await fake.stop();
  rmSync(data, { recursive: true });
});

/** The process as an operator starts it. */
function start(env: Record<string, string>) {
  const names = { SLACK_API_URL: fake.apiUrl, LLMPRICE_DATA: data, PORT: "0", ...env };
  const child: ChildProcess = spawn("env", [
    ...Object.entries(names).map(([name, value]) => `${name}=${value}`),
    process.execPath,
    "dist/adapters/main.js",
  ]);
  let said = "";
  child.stderr?.on("data", (chunk) => {
    said += chunk;
  });
  const ended = once(child, "exit");
  const line = async (): Promise<string> => {
    while (!STARTED.test(said) && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 20));
    return STARTED.exec(said)?.[0] ?? said;
  };
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
    return child.exitCode;
  };
  return { line, stop, said: () => said, ended: async () => (await ended)[0] as number | null };
}

describe("the process", () => {
  it("answers over Socket Mode where both ways are open, says so, listens nowhere, and stops with 0", async () => {
    const bot = start({ SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_APP_TOKEN: APP_TOKEN, SLACK_SIGNING_SECRET: SIGNING_SECRET });
    expect(await bot.line()).toMatch(/connected to Slack \(Socket Mode\)/);
    expect(await bot.line()).not.toContain("listening");
    const send = new Sender(fake);
    expect((await send.command("gpt-4o price")).body?.text).toContain("GPT-4o");
    await send.mention("gpt-4o price").sent;
    await eventually(() => fake.state.seen("C1")[0]);
    expect(await bot.stop()).toBe(0);
    expect(bot.said()).not.toMatch(/xoxb|xapp|gpt-4o price/);
  });

  it("answers over HTTP where that is wanted, on the port that it says", async () => {
    const bot = start({
      SLACK_BOT_TOKEN: BOT_TOKEN,
      SLACK_APP_TOKEN: APP_TOKEN,
      SLACK_SIGNING_SECRET: SIGNING_SECRET,
      SLACK_TRANSPORT: "http",
    });
    const [, port] =
      /connected to Slack \(HTTP at \/slack\/events\); listening on port (\d+)/.exec(await bot.line()) ?? [];
    const origin = `http://127.0.0.1:${port}`;
    expect(await (await fetch(`${origin}/healthz`)).text()).toBe("ok\n");
    const send = new Sender(fake, `${origin}/slack/events`);
    expect((await send.command("gpt-4o price")).body?.text).toContain("GPT-4o");
    expect(await bot.stop()).toBe(0);
  });

  it("says what is wrong with a bad token", async () => {
    const bot = start({ SLACK_BOT_TOKEN: "xoxb-bad", SLACK_SIGNING_SECRET: SIGNING_SECRET });
    expect(await bot.ended()).toBe(1);
    expect(bot.said()).toMatch(/Slack is not connected: .*invalid_auth/);
    expect(bot.said()).not.toContain("xoxb-bad");
  });
});
