import type { WatchTalk } from "../watch.ts";

const of = (side: string | undefined) => side ?? "";

export const watch: WatchTalk = {
  waits: {
    below: (amount, side) => `${of(side)}降到 ${amount} 以下`,
    above: (amount, side) => `${of(side)}涨到 ${amount} 以上`,
    down: (side) => `${of(side)}降价`,
    up: (side) => `${of(side)}涨价`,
    any: (side) => `${of(side)}价格变动`,
    new_model: "发布新模型",
    new_host: (below) => `有新平台上架${below ? `且低于 ${below}` : ""}`,
  },
  anyOf: (name) => `${name} 任一模型`,
  on: ({ place, who, waits, now, until }) =>
    `${who} ${waits}时，我会${place === "private" ? "私聊告诉你" : "在这里告诉你"}。${now ? `现价：${now}。` : ""}${until ? `盯到 ${until} 为止。` : ""}`,
  already: (now) => `现在就已经越过这条线（${now}）：等价格回到另一边满一天、再次越过时才会告诉你。`,
  noPrice: (who) => `目前没有 ${who} 的价格；一有符合条件的价格就告诉你。`,
  whom: "要盯谁的价格？比如“gpt-5.5 降价告诉我”，或“有新平台上架 deepseek-v4-pro 且低于 2 块时提醒我”。",
  tooMany: (most) => `你已经有 ${most} 个提醒，每人最多这么多。请先删掉一个：“提醒列表”可以查看。`,
  list: (items) => `你的提醒：${items.join("；")}。`,
  item: ({ number, who, waits, place, state, until }) =>
    `${number}. ${who} ${waits}，${{ here: "在这里提醒", private: "私聊提醒", elsewhere: "在别的群提醒" }[place]}${until ? `，到 ${until}` : ""}${{ active: "", paused: "（已暂停）", muted: "（已静音：那个群收不到我的消息）" }[state]}`,
  none: "你没有在盯任何价格。比如：“gpt-5.5 降价告诉我”。",
  which: (items) => `是哪一个？请说编号，比如“删掉提醒 1”，或说“全部”。${items}`,
  done: {
    removed: (items) => `不再盯：${items.join("；")}。`,
    paused: (items) => `已暂停：${items.join("；")}。`,
    resumed: (items) => `继续盯：${items.join("；")}。`,
  },
  because: (waits) => `你让我在它${waits}时告诉你。`,
  happened: (what, since, because) => `${what}，${since}。${because}`,
  newModel: (lab, line) => `${lab} 的新模型：${line}。`,
  newHost: (line) => `新平台：${line}。`,
  buttons: { stop: "不再盯", pause: "暂停" },
};
