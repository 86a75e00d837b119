import { describe, expect, it } from "vitest";
import { askArguments } from "../../../adapters/terminal/arguments.ts";
import { OperatorError } from "../../../src/lib/errors.ts";

const clock = () => new Date("2026-01-02T03:04:05Z");

describe("askArguments", () => {
  it("joins the question and takes the clock where no time is given", () => {
    expect(askArguments(["cheapest", "128k", "model"], clock)).toEqual({
      question: "cheapest 128k model",
      json: false,
      batch: false,
      explain: false,
      now: clock(),
    });
  });

  it("reads every option", () => {
    const argv = ["--json", "--explain", "--now", "2026-07-02T09:00:00Z", "--catalog", "elsewhere", "gpt-4o"];
    expect(askArguments(argv, clock)).toMatchObject({
      question: "gpt-4o",
      json: true,
      explain: true,
      now: new Date("2026-07-02T09:00:00Z"),
      catalog: "elsewhere",
    });
  });

  it.each([
    [[], "no question"],
    [["--batch"], "--batch goes with --json"],
    [["--json", "--batch", "gpt-4o"], "--batch reads"],
    [["--now", "soon", "gpt-4o"], "--now soon is no time"],
    [["--jsn", "gpt-4o"], "--jsn"],
  ])("refuses %j and says how to call it", (argv, message) => {
    const call = () => askArguments(argv, clock);
    expect(call).toThrow(OperatorError);
    expect(call).toThrow(message);
    expect(call).toThrow("usage:");
  });
});
