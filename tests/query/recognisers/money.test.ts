import { describe, expect, it } from "vitest";
import { found } from "../helper.ts";

const USD = (amount: number) => ({ amount, currency: "USD" });
const CNY = (amount: number) => ({ amount, currency: "CNY" });

describe("amounts of money", () => {
  it.each([
    ["$3.75", USD(3.75)],
    ["US$40", USD(40)],
    ["USD 12.5", USD(12.5)],
    ["＄７", USD(7)],
    ["18 dollars", USD(18)],
    ["six bucks", USD(6)],
    ["a buck twenty", USD(1.2)],
    ["35 cents", USD(0.35)],
    ["80c", USD(0.8)],
    ["$1,250", USD(1_250)],
    ["$4k", USD(4_000)],
    ["12刀", USD(12)],
    ["3.5美金", USD(3.5)],
    ["九美元", USD(9)],
    ["¥16", CNY(16)],
    ["￥2.4", CNY(2.4)],
    ["RMB 88", CNY(88)],
    ["7 yuan", CNY(7)],
    ["4块", CNY(4)],
    ["四块二", CNY(4.2)],
    ["6毛", CNY(0.6)],
    ["六毛五", CNY(0.65)],
    ["3块8毛", CNY(3.8)],
    ["1.2厘", CNY(0.0012)],
    ["8分", CNY(0.08)],
    ["十五块钱", CNY(15)],
    ["120人民币", CNY(120)],
    ["三萬元", CNY(30_000)],
  ])("%s", (source, money) => {
    expect(found("money", source)).toEqual([expect.objectContaining(money)]);
  });

  it.each([
    ["$2-$6", { ...USD(2), to: 6 }],
    ["$0.3 to $0.9", { ...USD(0.3), to: 0.9 }],
    ["between $4 and $11", { ...USD(4), to: 11 }],
    ["2到5块", { ...CNY(2), to: 5 }],
    ["0.5~3元", { ...CNY(0.5), to: 3 }],
  ])("%s is a range", (source, money) => {
    expect(found("money", source)).toEqual([expect.objectContaining(money)]);
  });

  it.each([
    ["$3 per million tokens", { ...USD(3), per: 1_000_000 }],
    ["$0.004/1k", { ...USD(0.004), per: 1_000 }],
    ["$5/M", { ...USD(5), per: 1_000_000 }],
    ["每百万4块", { ...CNY(4), per: 1_000_000 }],
    ["2厘/千tokens", { ...CNY(0.002), per: 1_000 }],
    ["15元每百万", { ...CNY(15), per: 1_000_000 }],
    ["$90 a month", { ...USD(90), each: "month" }],
    ["每月300块", CNY(300)],
  ])("%s is a price or a rate", (source, money) => {
    expect(found("money", source)).toEqual([expect.objectContaining(money)]);
  });

  it.each(["128k", "30 days", "top 5", "3:1", "70%", "5个", "2026-03-04"])("%s is no money", (source) => {
    expect(found("money", source)).toEqual([]);
  });
});
