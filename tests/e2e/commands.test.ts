import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";

const run = promisify(execFile);
const ASK = "dist/adapters/terminal/ask.js";
/** Beside all the other tests the compiler may wait for its turn. */
const BUILD_MS = 60_000;
const NOW = ["--now", "2026-07-02T09:00:00Z"];

/** Runs a built command with `input`, as a shell would. */
async function command(file: string, args: string[], input: string) {
  const child = spawn(process.execPath, [file, ...args]);
  child.stdin.end(input);
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  return { out, err, code: child.exitCode };
}

describe("the built commands", () => {
  beforeAll(() => run("npm", ["run", "--silent", "build"]), BUILD_MS);

  it("ask prints the answer as a person reads it", async () => {
    const { out, code } = await command(ASK, [...NOW, "gpt-4o-mini"], "");
    expect(out).toContain("$0.15");
    expect(code).toBe(0);
  });

  it("ask --json prints one object", async () => {
    const { out } = await command(ASK, ["--json", ...NOW, "cheapest 128k model"], "");
    const { query, answer } = JSON.parse(out);
    expect(query).toMatchObject({ intent: "rank", filters: { context: { min: 128_000 } } });
    expect(answer.rows.length).toBeGreaterThan(0);
    expect(answer.text.length).toBeGreaterThan(0);
  });

  it("ask --explain says which words were read as what", async () => {
    const { err } = await command(ASK, ["--json", "--explain", ...NOW, "cheapest 128k model"], "");
    expect(err).toContain("128k");
  });

  it("ask --json --batch answers in order and ends with 0, whatever came in", async () => {
    const lines = [
      { id: 1, text: "gpt-4o" },
      { id: 2, text: "asdf qwer" },
    ].map((line) => JSON.stringify(line));
    const { out, code } = await command(ASK, ["--json", "--batch", ...NOW], `${lines[0]}\nnonsense\n${lines[1]}\n`);
    expect(
      out
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line).id),
    ).toEqual([1, null, 2]);
    expect(code).toBe(0);
  });

  it.each([[["--json", "--batch", "x"]], [["--nope", "x"]], [[]], [["--catalog", "nowhere", "gpt-4o"]]])(
    "ask ends with 2 and says why for %j",
    async (args) => {
      const { out, err, code } = await command(ASK, args, "");
      expect(code).toBe(2);
      expect(out).toBe("");
      expect(err.length).toBeGreaterThan(10);
    },
  );

  it("start answers a question a line from a pipe, says what is connected, and ends", async () => {
    const { out, err, code } = await command("dist/adapters/main.js", [], "gpt-4o-mini\n");
    expect(out).toContain("$0.15");
    expect(err.trim().split("\n")).toHaveLength(1);
    expect(err).toContain("terminal");
    expect(code).toBe(0);
  });
});
