import type { CountTalk, FormTalk, HomeTalk, SettingsTalk, Talk } from "../service.ts";

export const talk: Talk = {
  buttons: {
    share: "分享到群里",
    drop_filters: "去掉默认筛选",
    wrong_price: "这个价格不对",
    watch: "盯住这个价格",
  },
  throttled: (seconds) => `一分钟内问得有点多，请过 ${seconds} 秒再问。`,
  fault: (incident) =>
    `我这边出了点问题，没能给出答案。请再试一次；如果一直这样，请把事件编号 ${incident} 告诉管理员。`,
  newerButton: "这个按钮来自更新的版本，我读不懂。请重新提问。",
  unreadableButton: "这个按钮我读不懂。请重新提问。",
  shared: "已经分享过了。",
  sinceThen: (day) => `这是今天的价格；你点的消息是 ${day} 的。`,
  onlyFirst: (characters) => `只数了前 ${characters.toLocaleString("en-US")} 个字符。`,
  forgotten: "已删除：你的设置、提醒，以及我记得的你最近的问题。已经发到群里的消息会留在那里。",
  wrongPrice: {
    reported: ({ who, figure, link }) =>
      `谢谢，${who} 的价格已列入待核对清单${figure ? `，附上你说的 ${figure}` : ""}${link ? "和链接" : ""}。核对之后才会改。`,
    how: "如果你知道正确的价格，可以直接说：“价格不对，应该是 3 元，见”加上官网链接。",
    whichOffer: "哪个价格不对？请先问那一个模型，或者说出它的名字：“gpt-4o 的价格不对，应该是 $3”。",
    nobody: "这里没有人核对价格，所以没有记下来。请直接告诉管理员。",
  },
};

export const settings: SettingsTalk = {
  of: { user: "你", channel: "本群", workspace: "全公司" },
  title: { user: "你的设置", channel: "本群的设置", workspace: "全公司的设置" },
  line: (whose, what) => `${whose}：${what}。`,
  none: "没有设置",
  saved: (whose, what) => `已保存。${whose}：${what}。`,
  cleared: (whose) => `已清除。${whose}：没有设置。`,
  onlyAdmins: "只有管理员能改全公司的设置，所以没有改动。",
  nothingToSet:
    "没有看出要设置什么。可以这样说：“设置币种人民币”、“设置本群语言中文”、“设置每千 token”、“设置混合比 4:1”、“设置筛选 视觉、不要预览版”，或“重置设置”。",
  language: { en: "用英文回答", zh: "用中文回答" },
  currency: { USD: "价格按美元", CNY: "价格按人民币" },
  blend: (ratio) => `输入:输出 = ${ratio}`,
  filters: (words) => `默认筛选：${words}`,
  asAsked: "跟随提问",
  asBilled: "按计费货币",
};

export const home: HomeTalk = {
  title: "大模型 token 价格",
  intro: [
    "像问同事一样问我，中文、英文、混着都行：现在或过去某天的价格、排名、一批用量的费用、对比。",
    "每个答案都带日期、来源和条件。",
  ],
  greeting: {
    added: ["大家好！我回答大模型 token 多少钱。@我 提问即可；不叫我，我不说话。"],
    opened: ["你好！想知道大模型 token 多少钱，直接问我；也可以接着追问。"],
  },
  examples: "试一个：",
  settings: "当前设置",
  forms: { calculator: "费用计算器", settings: "设置", digest: "价格周报" },
};

export const count: CountTalk = {
  understood: "一段文字的费用",
  title: (tokens, characters) => `这段文字 ${characters} 个字符，共 ${tokens} tokens`,
  tokenizer: (name) => `用 ${name} 计数，这是 OpenAI 自 GPT-4o 起所用的分词器。`,
  estimate: (low, high) => `其他厂商的分词器只能估计：${low} 到 ${high} tokens。下面的费用按上面的计数算。`,
  empty: "这条消息里没有可以计数的文字。",
};

export const forms: FormTalk = {
  cancel: "取消",
  calculator: {
    title: "费用计算器",
    intro: "要花多少钱？数字可以写 2000、2k、1.5M 或 3万。",
    submit: "计算",
    fields: {
      model: { label: "模型", placeholder: "豆包 pro 32k", hint: "多个用逗号分开" },
      input: { label: "每次输入 tokens", placeholder: "2000" },
      output: { label: "每次输出 tokens", placeholder: "500" },
      cached: { label: "缓存命中比例（%）", placeholder: "0" },
      requests: { label: "次数", placeholder: "1" },
      per: { label: "频率" },
      currency: { label: "货币" },
    },
    times: { total: "总共", day: "每天，算 30 天", week: "每周，算 30 天", month: "每月" },
  },
  settings: {
    intro: {
      user: "只对你的提问有效；问题里说了的优先。",
      channel: "对本群里没有另行设置的人有效。",
      workspace: "对全公司有效，除非个人或群另有设置。",
    },
    submit: "保存",
    fields: {
      language: { label: "回答语言" },
      currency: { label: "价格货币" },
      per: { label: "价格单位" },
      blend: { label: "混合比（输入:输出）", placeholder: "3:1", hint: "没说哪一侧时，“最便宜”按它排" },
      filters: {
        label: "默认筛选",
        placeholder: "128k、视觉、不要预览版",
        hint: "加在排名和列表上，并在答案里写明",
      },
    },
  },
  digest: {
    title: "价格周报",
    intro: "每周一次，在本群说说哪些价格变了。",
    submit: "保存",
    fields: {
      weekday: { label: "星期" },
      time: { label: "时间", placeholder: "09:00" },
      timezone: { label: "时区", placeholder: "Asia/Shanghai" },
      sections: { label: "栏目" },
      classes: { label: "最便宜排行榜" },
      language: { label: "语言" },
      filters: { label: "只看这些模型", placeholder: "开源、不要预览版" },
      quiet: { label: "没有变化时" },
    },
    quiet: { no: "照发", yes: "跳过这一周" },
    weekdays: ["周日", "周一", "周二", "周三", "周四", "周五", "周六"],
    sections: {
      cuts: "降价",
      rises: "涨价",
      new: "新模型",
      free: "变免费",
      announced: "预告",
      retired: "下架",
      leaderboard: "排行榜",
    },
  },
  faults: {
    required: "请填写。",
    number: "请填 token 数或次数，比如 2000、2k、1.5M、3万。",
    model: "没有找到这个模型。请写成“gpt-4o mini”或“豆包 pro 32k”这样。",
    share: "请填 0 到 100 的百分比。",
    ratio: "请填两个数，输入在前，比如 3:1。",
    filters: "没看懂这些筛选条件。可以写“128k、视觉、不要预览版”。",
    time: "请填 09:00 这样的时间。",
    timezone: "请填 Asia/Shanghai 这样的时区。",
    usage: "请填输入或输出的 token 数。",
  },
  stale: "这个表单来自另一个版本，请重新打开。",
};
