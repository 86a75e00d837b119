import type { CalendarDay, EditionWords } from "../edition.ts";

const whole = ({ year, month, day }: CalendarDay, withYear = true) =>
  `${withYear ? `${year}年` : ""}${month}月${day}日`;

export const edition: EditionWords = {
  day: whole,
  span: (from, to) => {
    if (whole(from) === whole(to)) return whole(to);
    if (from.year !== to.year) return `${whole(from)}至${whole(to)}`;
    return `${whole(from)}至${from.month === to.month ? `${to.day}日` : whole(to, false)}`;
  },
  title: ({ span, counted }) =>
    `大模型价格周报，${span}：${counted.length > 0 ? counted.join("、") : "平静的一周，没有变动"}`,
  counted: {
    cuts: (count) => `${count} 款降价`,
    rises: (count) => `${count} 款涨价`,
    new: (count) => `${count} 款新模型`,
    free: (count) => `${count} 款在免费与收费间切换`,
    announced: (count) => `${count} 项预告`,
    retired: (count) => `${count} 家下架或弃用模型`,
    unconfirmed: (count) => `${count} 条未证实`,
  },
  sections: {
    cuts: "降价",
    rises: "涨价",
    new: "新模型",
    free: "免费与收费",
    announced: "预告与即将到期",
    retired: "下架与弃用",
  },
  chosen: {
    cuts: "降价",
    rises: "涨价",
    new: "新模型",
    free: "免费与收费",
    announced: "预告",
    retired: "下架",
    leaderboard: "排行榜",
  },
  perTokens: (per) => `价格均为${per}；每行是一家厂商的一个模型。`,
  only: (what) => `只看：${what.join(" · ")}`,
  step: ({ unit, before, after, percent, condition }) =>
    `${unit} ${before} → ${after}${percent ? `（${percent}）` : ""}${condition ? `（${condition}）` : ""}`,
  since: (day, dated) => (dated ? `${day}起` : `${day}发现`),
  as: {
    promotion: "限时优惠",
    promotion_ended: "优惠已结束",
    announced_came: "此前已预告",
    unconfirmed: "据报道，未证实",
    announced: (day) => `预告自${day}起，未证实`,
    cancelled: (day) => `原定${day}，已取消`,
  },
  until: (day) => `至${day}`,
  follow: (count) => `另有 ${count} 家跟进`,
  alsoAt: (count) => `另有 ${count} 家上架`,
  context: (size) => `上下文 ${size}`,
  released: (day) => `${day}发布`,
  nowFree: (was) => `现已免费${was ? `，原价${was}` : ""}`,
  nowPaid: (price) => `不再免费：${price}`,
  ends: (price, day, then) => `${price}，${day}到期${then ? `，之后${then}` : "；之后的价格未说明"}`,
  retired: ({ provider, models, status }) => `${provider} ${status ?? "已下架"}：${models}`,
  line: (who, parts) => `${who}：${parts.join("；")}`,
  left: (count) => `……另有 ${count} 条`,
  leaderboard: "近一年发布的模型里最便宜的（按输入 3 : 输出 1 计）",
  classes: {
    context_128k: "128K 以上上下文",
    vision: "视觉",
    reasoning: "推理",
    open_weights: "开放权重",
    chinese: "国产",
  },
  columns: { class: "类别", before: "上期" },
  same: "未变",
  was: (what) => `原为 ${what}`,
  chart: "输入价格，变动前后",
  aside: (parts) => `未计入变动：${parts.join("、")}。`,
  asides: {
    corrections: (count) => `${count} 处旧数据更正`,
    listings: (count) => `${count} 处上架信息变化（上限、平台增减）`,
    unconfirmed: (count) => `托管平台未证实的报道 ${count} 条`,
    hosts: (count) => `托管平台自行调价 ${count} 处`,
  },
  unconfirmed: (count) => `有 ${count} 条未证实：只有一个来源这么说，正等第二个来源或厂商页面确认。`,
  missed: (days) => `机器人离线期间未发出：${days.join("、")}。其内容已并入本期。`,
  skipped: (day) => `一期最多覆盖 28 天：自${day}起更早的内容从略。`,
  fresh: ({ source, day, days }) =>
    `最新价目：${source}，${day}${days > 7 ? `，已是 ${days} 天前：之后的变动不在其中` : ""}。`,
  failed: (sources) => `上次同步未能连上：${sources.join("、")}。`,
};
