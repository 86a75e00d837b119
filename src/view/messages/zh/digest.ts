import type { DigestFacts, DigestTalk } from "../digest.ts";

const WEEKDAYS = ["日", "一", "二", "三", "四", "五", "六"];
const LANGUAGES = { en: "英文", zh: "中文" };

function facts({ when, next, only, language, quiet }: DigestFacts): string {
  const parts = [
    `${when}，${LANGUAGES[language]}`,
    ...(only.length > 0 ? [`只看${only.join(" · ")}`] : []),
    ...(quiet ? ["没有变动的周不发"] : []),
    ...(next ? [`下一期：${next}`] : []),
  ];
  return parts.join("；");
}

export const digest: DigestTalk = {
  when: (weekday, time, timezone) =>
    `每周${WEEKDAYS[weekday] ?? ""} ${time}（${timezone === "Asia/Shanghai" ? "北京时间" : timezone}）`,
  welcome: (when) => `从现在起，大模型价格周报会在${when}发到这里。说“关闭周报”即可停止，“现在来一份周报”可以预览。`,
  on: (of) => `这里的周报已开启：${facts(of)}。`,
  changed: (of) => `这里的周报已更改：${facts(of)}。`,
  off: "这里的周报已关闭。",
  none: "这里没有周报。说“每周一 09:00 发周报”即可开启。",
  cannotPost: "我没有在这里发言的权限，所以没有开启。请先把我加进来（或取消归档），再说一次。",
  maybe: "我在那里的第一条消息可能没有送达：如果看不到，请重新开启一次。",
  notYours: "只有开启这份周报的人或管理员可以更改。没有做任何更改。",
  badTimezone: (name) => `我不认识时区“${name}”，没有做任何更改。可以说 Asia/Shanghai 或 Europe/Berlin。`,
  status: ({ last, paused, ...of }) =>
    `这里的周报：${facts(of)}${paused ? "；因无法发送而暂停，说“开启周报”可以再试" : ""}${last ? `；上一期：${last}` : ""}。`,
  elsewhere: (count) => `你在别的群里还开启了 ${count} 份，请到那里查看。`,
  noEdition: (date, days) => `这里没有 ${date} 的周报。${days.length > 0 ? `最近几期：${days.join("、")}。` : ""}`,
  edition: {
    sent: (date) => `${date} 的周报。`,
    unknown: (date) => `${date} 的周报，不确定是否已送达这里：说“现在发 ${date} 的周报”可以重新发送。`,
    refused: (date) => `${date} 的周报，当时未能发送到这里。`,
    skipped: (date) => `${date} 的周报：这一周没有变动，没有发送。`,
    missed: (date) => `${date} 的周报没有发出，其内容已并入下一期。`,
    claimed: (date) => `${date} 的周报正在发送。`,
  },
  sentAgain: (date) => `${date} 的周报已重新发送。`,
  refused: (when) =>
    `你开启的大模型价格周报（${when}）没能发出去：群已归档，或者我已不在群里。周报已暂停，内容不会丢。等我能在那里发言时，请在那个群里说“开启周报”。`,
  unsure: (when, date) =>
    `无法确定 ${date} 的价格周报（${when}）是否已送达，按已发送计。如果群里没有，请在那里说“周报 ${date}”查看并重新发送。`,
};
