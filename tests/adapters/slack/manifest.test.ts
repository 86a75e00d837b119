import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";

const run = promisify(execFile);
const manifest = JSON.parse(readFileSync("adapters/slack/manifest.json", "utf8"));
const readme = readFileSync("README.md", "utf8");
const section = readme.slice(
  readme.indexOf("\n## Slack\n"),
  readme.indexOf("\n## ", readme.indexOf("\n## Slack\n") + 4),
);
const { bot, bot_optional } = manifest.oauth_config.scopes;

describe("the manifest of the Slack app", () => {
  it("asks for the scopes of the README's table and no others", () => {
    const rows = [...section.matchAll(/^\| .+ \| `([a-z_]+(?::[a-z]+)?)`( \(optional\))? \| .+ \|$/gm)];
    const scopes = rows.map(([, scope, optional]) => [scope, optional !== undefined]);
    expect(
      scopes
        .filter(([, optional]) => !optional)
        .map(([scope]) => scope)
        .sort(),
    ).toEqual(bot);
    expect(
      scopes
        .filter(([, optional]) => optional)
        .map(([scope]) => scope)
        .sort(),
    ).toEqual(bot_optional);
  });

  it("asks for the scopes that its events need", () => {
    const needs: Record<string, string[]> = {
      app_mention: ["app_mentions:read"],
      "message.im": ["im:history"],
      app_home_opened: [],
      member_joined_channel: ["channels:read", "groups:read"],
    };
    const { bot_events } = manifest.settings.event_subscriptions;
    expect(Object.keys(needs).sort()).toEqual(bot_events);
    expect(bot).toEqual(expect.arrayContaining(Object.values(needs).flat()));
  });

  it("keeps within the lengths that Slack takes", () => {
    const { display_information: shown, features } = manifest;
    expect(shown.name.length).toBeLessThanOrEqual(35);
    expect(shown.description.length).toBeLessThanOrEqual(140);
    expect(shown.long_description.length).toBeGreaterThanOrEqual(174);
    expect(shown.long_description.length).toBeLessThanOrEqual(4000);
    expect(features.agent_view.agent_description.length).toBeLessThanOrEqual(300);
    expect(features.agent_view.suggested_prompts.length).toBeLessThanOrEqual(4);
    expect(features.shortcuts[0].description.length).toBeLessThanOrEqual(150);
    expect(features.slash_commands[0].command.length).toBeLessThanOrEqual(32);
    expect(features.slash_commands[0].usage_hint.length).toBeLessThanOrEqual(1000);
  });

  it("has the parts that the README walks through", () => {
    expect(manifest.settings).toMatchObject({ socket_mode_enabled: true, interactivity: { is_enabled: true } });
    expect(manifest.features.app_home).toMatchObject({ home_tab_enabled: true, messages_tab_read_only_enabled: false });
    expect(manifest.features.slash_commands.map(({ command }: { command: string }) => command)).toEqual(["/llmprice"]);
    // What people type comes as `&lt;`, and what they mention in brackets: the adapter reads it that way.
    expect(manifest.features.slash_commands[0].should_escape).toBe(true);
    expect(section).toContain("`/llmprice cheapest 128k model`");
  });
});

describe("the hooks of the Slack CLI", () => {
  const { hooks } = JSON.parse(readFileSync(".slack/hooks.json", "utf8"));

  it("tell the hooks and the manifest", async () => {
    const told = async (hook: string) => JSON.parse((await run("sh", ["-c", hook])).stdout);
    expect((await told(hooks["get-hooks"])).hooks).toEqual(hooks);
    expect(await told(hooks["get-manifest"])).toEqual(manifest);
  });

  it("start what the README starts", () => {
    const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
    expect(hooks.start).toMatch(/^npm --silent start$/);
    expect(scripts.start).toContain("dist/adapters/main.js");
  });
});
