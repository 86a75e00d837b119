import { afterEach, describe, expect, it } from "vitest";
import { COMMANDS } from "../../../adapters/feishu/commands.ts";
import { message } from "../../feishu-fake/events.ts";
import { createWorld, until, type World } from "./world.ts";

const FOREIGN = { command_id: "cmd_f", command: "deploy", description: { default_value: "not ours" } };
let world: World;
afterEach(() => world.stop());

type Prepare = NonNullable<NonNullable<Parameters<typeof createWorld>[0]>["prepare"]>;
const start = async (prepare: Prepare = () => {}) => {
  world = await createWorld({ prepare });
  return [...world.fake.state.commands.values()];
};
const registered = () =>
  Object.fromEntries([...world.fake.state.commands.values()].map(({ command, description }) => [command, description]));
const writes = () =>
  world.fake.state.calls.filter(({ method, path }) => method !== "GET" && path.includes("app_slash_commands"));

describe("native slash commands", () => {
  it("are created where they are missing, and nobody else's is touched", async () => {
    await start(({ state }) => void state.commands.set("cmd_f", FOREIGN));
    await until(() => world.fake.state.commands.size === 3);
    expect(registered()).toEqual({ ...COMMANDS, deploy: FOREIGN.description });
    expect(writes().map(({ method }) => method)).toEqual(["POST", "POST"]);
  });

  it("that say something else are mended, and those that are right left alone", async () => {
    await start(({ state }) => {
      state.commands.set("cmd_1", { command_id: "cmd_1", command: "llmprice", description: { default_value: "old" } });
      const description = COMMANDS["llmprice-count"];
      state.commands.set("cmd_2", { command_id: "cmd_2", command: "llmprice-count", description });
    });
    await until(() => writes().length === 1);
    expect(registered()).toEqual(COMMANDS);
    expect(writes()).toMatchObject([{ method: "PATCH", path: expect.stringMatching(/cmd_1$/) }]);
  });

  it.each([
    ["a scope that is missing", (({ state }) => state.scopes.clear()) as Prepare],
    ["an API that fails", ((fake) => fake.trouble({ path: /app_slash_commands/, status: 500 })) as Prepare],
    ["an API that hangs up", ((fake) => fake.trouble({ path: /app_slash_commands/, breaks: true })) as Prepare],
  ])("%s does not keep the bot from starting, and is said with what to grant", async (_, prepare) => {
    await start(prepare);
    await until(() => world.logged.some(({ event }) => event === "feishu_commands_not_registered"));
    expect(JSON.stringify(world.logged)).toContain("application:app_slash_command:write");
    await world.send(message(world.builder, { text: "/llmprice gpt-4o", direct: true }));
    await world.shown(1);
  });

  it("are no more than Feishu takes as names and descriptions", () => {
    for (const [command, { default_value = "" }] of Object.entries(COMMANDS)) {
      expect(command).toMatch(/^[a-z0-9][a-z0-9_-]*$/);
      expect(default_value.length).toBeGreaterThan(5);
    }
  });
});
