import { describe, expect, it } from "vitest";
import { read } from "../helper.ts";

describe("what is asked", () => {
  it.each([
    ["price of o3", "lookup"],
    ["does gpt-4.1 take images?", "lookup"],
    ["o3多少钱", "lookup"],
    ["cheapest model with tool calling", "rank"],
    ["上下文最长的前四个模型", "rank"],
    ["which models support video input", "list"],
    ["有哪些支持音频的国产模型", "list"],
    ["o3 or gpt-4.1, which is cheaper", "compare"],
    ["gpt-4.1和o3哪个划算", "compare"],
    ["what would 200 calls of 5k in and 700 out cost on o3", "cost"],
    ["o3跑300万输入60万输出要多少钱", "cost"],
    ["how many o3 output tokens does $45 buy", "budget"],
    ["60块能买多少deepseek v4 flash的token", "budget"],
    ["how did gpt-4o's price change over time", "history"],
    ["gpt-4o降过几次价", "history"],
    ["what got cheaper this week", "changes"],
    ["上周有什么降价", "changes"],
    ["watch o3 and tell me when it drops below $1", "command"],
    ["每周五早上八点发周报", "command"],
    ["always answer in yuan", "command"],
    ["help", "help"],
    ["你会做什么", "help"],
    ["how much would it cost?", "clarify"],
    ["what's the weather in Oslo", "unknown"],
    ["帮我写一首关于春天的诗", "unknown"],
    ["", "clarify|unknown"],
    ["????", "clarify|unknown"],
  ])("%s: %s", (text, intent) => {
    expect(intent.split("|")).toContain(read(text).intent);
  });
});
