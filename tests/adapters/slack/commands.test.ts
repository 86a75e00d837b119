import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { button, buttonsOf, eventually, typesOf, withRig } from "./rig.ts";

const SIMPLE = new Set(["section", "context", "actions"]);

describe("/llmprice", () => {
  it("is acknowledged with the answer, for the asker only, in blocks that every workspace takes", () =>
    withRig({}, async ({ fake, send }) => {
      const { status, body } = await send.command("10M in, 2M out on gpt-4o?");
      expect(status).toBe(200);
      expect(body).toMatchObject({ response_type: "ephemeral", text: expect.stringContaining("gpt-4o") });
      const [shown] = fake.state.privately("U1");
      expect(typesOf(shown!).every((type) => SIMPLE.has(type))).toBe(true);
      expect(fake.state.refusals).toEqual([]);
      expect(fake.callsOf("chat.postMessage")).toEqual([]);
    }));

  it("is followed by the table and the chart where they help, and by nothing where they don't", () =>
    withRig({}, async ({ fake, send, slack }) => {
      await send.command("cheapest 128k model");
      const extra = await eventually(() => fake.state.messages.find(({ via }) => via === "response_url"));
      expect(typesOf(extra)).toContain("data_table");
      expect(extra.onlyFor).toBe("U1");
      await send.command("gpt-4o price");
      await slack.stop(1000);
      expect(fake.callsOf("response_url")).toHaveLength(1);
    }));

  it.each(["", "help", "帮助"])("shows examples to click on %j", (text) =>
    withRig({}, async ({ fake, send }) => {
      await send.command(text);
      const [shown] = fake.state.privately("U1");
      expect(buttonsOf(shown!).length).toBeGreaterThan(2);
      expect(buttonsOf(shown!).length).toBeLessThanOrEqual(10);
    }),
  );

  it("says that digest and watch are not there yet, and draws no control for them", () =>
    withRig({}, async ({ fake, send }) => {
      await send.command("digest on mondays");
      await send.command("gpt-4o price");
      const [digest, price] = fake.state.privately("U1");
      expect(digest?.text).toContain("not available here yet");
      expect(
        buttonsOf(price!)
          .map(({ action_id }) => action_id)
          .join(),
      ).not.toContain("watch");
    }));

  it("changes settings in words", () =>
    withRig({}, async ({ fake, send }) => {
      await send.command("settings currency CNY");
      await send.command("gpt-4o price");
      expect(fake.state.privately("U1")[1]?.text).toContain("¥");
    }));

  it("offers the candidates of an unclear question, and takes the choice", () =>
    withRig({}, async ({ fake, send }) => {
      await send.command("gpt-4o-mimi price vs. gpt-6 ultra");
      await send.command("llama price");
      const asked = fake.state
        .privately("U1")
        .find((shown) => buttonsOf(shown).some(({ action_id }) => action_id.endsWith(":choice")));
      if (!asked) throw new Error("no question asked back");
      await send.click(asked, button(asked, ":choice"));
      await eventually(() => asked.updated);
      expect(asked.text).toContain("$");
    }));

  it("answers every question of the corpus within three seconds, refused nowhere", () =>
    withRig({}, async ({ fake, send, slack }) => {
      const corpus = readFileSync("tests/corpus/dev.jsonl", "utf8")
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line).text as string);
      const texts = corpus.filter((_, at) => at % Math.ceil(corpus.length / 60) === 0);
      for (const [at, text] of texts.entries()) {
        const { status, body, ms } = await send.command(text, { user: `U${at}` });
        expect([status, text]).toEqual([200, text]);
        expect(body?.text).not.toBe("");
        expect(ms).toBeLessThan(3000);
      }
      await slack.stop(2000);
      expect(fake.state.refusals).toEqual([]);
    }));

  it("brings nothing that people typed to life", () =>
    withRig({}, async ({ fake, send }) => {
      await send.command("price of <!channel> <@U0LIVE|x> <https://evil.example|gpt-4o> *b* `c` :smile:");
      const shown = JSON.stringify(fake.state.privately("U1"));
      expect(shown).not.toMatch(/<!|<@|<https|<#/);
    }));
});

describe("Share in channel", () => {
  it("posts the answer once, through the click's own address, where the bot is no member", () =>
    withRig({}, async ({ fake, send }) => {
      fake.state.channels.clear();
      await send.command("gpt-4o price");
      const [mine] = fake.state.privately("U1");
      await send.click(mine!, button(mine!, ":share"));
      await send.click(mine!, button(mine!, ":share"));
      await eventually(() => fake.state.privately("U1").length === 2);
      const shared = fake.state.seen("C1");
      expect(shared).toHaveLength(1);
      expect(JSON.stringify(shared[0]?.blocks)).toContain("<@U1>");
      expect(fake.callsOf("chat.postMessage")).toEqual([]);
    }));
});
