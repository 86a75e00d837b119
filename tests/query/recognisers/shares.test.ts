import { describe, expect, it } from "vitest";
import { found } from "../helper.ts";

describe("shares", () => {
  it.each([
    ["65%", 0.65],
    ["12.5 percent", 0.125],
    ["６０％", 0.6],
    ["六成", 0.6],
    ["七成半", 0.75],
    ["八成五", 0.85],
    ["百分之四十五", 0.45],
    ["百分之30", 0.3],
  ])("%s", (source, part) => {
    const [share] = found("share", source);
    expect(share?.part).toBeCloseTo(part, 9);
  });

  it.each(["65 tokens", "$65", "65k", "第六"])("%s is no share", (source) => {
    expect(found("share", source)).toEqual([]);
  });
});

describe("ratios", () => {
  it.each([
    ["4:1", { a: 4, b: 1 }],
    ["2：3", { a: 2, b: 3 }],
    ["60/40", { a: 60, b: 40 }],
    ["五比二", { a: 5, b: 2 }],
    ["三七开", { a: 3, b: 7 }],
    ["对半开", { a: 1, b: 1 }],
  ])("%s", (source, ratio) => {
    expect(found("ratio", source)).toEqual([ratio]);
  });

  it.each(["3k/1k", "2026/03", "5/8", "18:45"])("%s is none", (source) => {
    expect(found("ratio", source)).toEqual([]);
  });
});

describe("times of the day", () => {
  it.each([
    ["8:15", "08:15"],
    ["19：40", "19:40"],
    ["7am", "07:00"],
    ["4:30 pm", "16:30"],
    ["12am", "00:00"],
    ["上午十点", "10:00"],
    ["下午两点半", "14:30"],
    ["晚上8点", "20:00"],
    ["早上七点二十", "07:20"],
    ["21点", "21:00"],
  ])("%s", (source, time) => {
    expect(found("clock", source)).toEqual([{ time }]);
  });

  it.each(["8 models", "8.5", "27:00"])("%s is none", (source) => {
    expect(found("clock", source)).toEqual([]);
  });
});
