import { describe, expect, it } from "vitest";
import { createLog } from "../../adapters/log.ts";

function written(secrets: string[], write: (log: ReturnType<typeof createLog>) => void): string {
  let lines = "";
  write(
    createLog({
      level: "info",
      secrets,
      write: (line) => {
        lines += line;
      },
    }),
  );
  return lines;
}

describe("the log", () => {
  it("is one line of JSON an event", () => {
    const lines = written([], (log) => {
      log.info("started", { port: 1 });
      log.error("failed", { error: new Error("why") });
    });
    const [first, second] = lines
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(first).toMatchObject({ level: "info", msg: "started", port: 1, time: expect.stringMatching(/^\d{4}-/) });
    expect(second).toMatchObject({ level: "error", error: { message: "why", stack: expect.any(String) } });
  });

  it.each([
    "xoxb-123456-abcdef",
    "xapp-1-A123-456-abcdef",
    "https://hooks.slack.com/commands/T1/2/abc",
    "Bearer t-g1044ghJRUIJJ5ELPGAAHOX2SPGYHWUYNFNLSCPX",
    "t-g1044ghJRUIJJ5ELPGAAHOX2SPGYHWUYNFNLSCPX",
  ])("hides what looks like a credential: %s", (secret) => {
    const lines = written([], (log) =>
      log.error("failed", { error: new Error(`called with ${secret} `), url: secret }),
    );
    expect(lines).not.toContain(secret);
    expect(lines).toContain("[hidden]");
  });

  it("hides the operator's own secrets wherever they stand, also in bodies of requests", () => {
    const lines = written(["s3cr3t"], (log) => {
      log.warn("x", { s3cr3t: 1, config: { data: '{"app_secret":"s3cr3t","token":"abc"}' } });
      log.warn("y", { data: { app_secret: "other", nested: [{ encrypt_key: "more" }] } });
    });
    for (const secret of ["s3cr3t", "abc", "other", "more"]) expect(lines).not.toContain(secret);
    expect(
      lines
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line).msg),
    ).toEqual(["x", "y"]);
  });
});
