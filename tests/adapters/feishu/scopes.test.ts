import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { COMMANDS } from "../../../adapters/feishu/commands.ts";
import { EVENTS } from "../../../adapters/feishu/events.ts";

const Words = z.strictObject({ en: z.string().min(1), zh: z.string().min(1) });
const scopes = z
  .array(z.strictObject({ scope: z.string(), feature: Words, without: Words }))
  .parse(JSON.parse(readFileSync("adapters/feishu/scopes.json", "utf8")));
const readme = readFileSync("README.md", "utf8");
const docs = /^## 飞书[^\n]*\n[\s\S]*?(?=^## )/m.exec(readme)?.[0] ?? "";
const names = scopes.map(({ scope }) => scope);

/** What each event and call of the adapter needs. */
const NEEDED: Record<string, string> = {
  [EVENTS.added]: "im:chat.members:bot_access",
  [EVENTS.opened]: "im:chat.access_event.bot_p2p_chat:read",
  "a message in a group": "im:message.group_at_msg:readonly",
  "a direct message": "im:message.p2p_msg:readonly",
  "sending, replying, changing": "im:message:send_as_bot",
  "listing commands": "application:app_slash_command:read",
  "creating commands": "application:app_slash_command:write",
};

describe("the scopes", () => {
  it("are what the adapter needs, and nothing more", () => {
    expect([...names].sort()).toEqual(Object.values(NEEDED).sort());
  });

  it("stand in the docs as JSON to paste", () => {
    const [, pasted = ""] = /```json\n([\s\S]*?)```/.exec(docs.slice(docs.indexOf("批量导入"))) ?? [];
    expect(JSON.parse(pasted)).toEqual({ scopes: { tenant: names, user: [] } });
  });

  it.each(["zh", "en"] as const)("stand in the docs as a table, in %s", (language) => {
    for (const { scope, feature, without } of scopes) {
      expect(docs).toContain(`| ${feature[language]} | \`${scope}\` | ${without[language]} |`);
    }
  });

  it("are the only ones that the docs name", () => {
    const named = docs.match(/`(?:im|application|contact|cardkit):[\w.:]+`/g) ?? [];
    expect(new Set(named.map((name) => name.replaceAll("`", "")))).toEqual(new Set(names));
  });

  it("go with docs that name every command", () => {
    for (const command of Object.keys(COMMANDS)) expect(docs).toContain(`/${command}`);
  });
});
