import type { PriceBrief } from "../../../answer/notes.ts";
import { addDays } from "../../../catalog/days.ts";
import type { Day } from "../../../catalog/schema.ts";
import type { Messages } from "../messages.ts";
import type { Voice } from "../voice.ts";
import { fields, units } from "./terms.ts";

const RATES_BY = {
  prompt: "提示词长度",
  output: "输出长度",
  thinking: "是否思考",
  window: "时段",
};
const known = (since?: Day, listed?: Day) => (since ? `（${since}起）` : listed ? `（不晚于${listed}）` : "");
const SITE = { cn: "国内站", intl: "国际站" };
const OTHER = { cn: "intl", intl: "cn" } as const;
const LIST = { package: "资源包价", promotion: "促销价" };
const FACTS = {
  context: "上下文长度",
  max_output: "最大输出",
  released: "发布日期",
  knowledge: "知识截止时间",
  open_weights: "是否开源",
  cache_read: "缓存命中价",
  batch: "批量价",
};
const TEXT = { zh_chars: "个汉字", words: "个英文单词", pages: "页" };
const TOKENS_FROM = {
  zh_chars: (ratio: string) => `每 token 约${ratio}个汉字`,
  words: (ratio: string) => `每 token 约${ratio}个英文单词`,
  pages: (ratio: string) => `每页 500 词、每 token 约${ratio}个英文单词`,
};
/** 与别的模型比时，“价格”指综合价。 */
const priced = (on: string) => (on === "price" ? "blend" : on);
const sum = (input: number, output: number) => Number((input + output).toPrecision(6));

/** 每条说明一句话。 */
export const notes: Messages["notes"] = {
  blend: ({ input, output }) => `综合价 =（${input} × 输入 + ${output} × 输出）/ ${sum(input, output)}。`,
  fx: ({ rate, day, source }, voice) => {
    if (source === "question") return `汇率用你给的：1 美元 = ${rate} 元。`;
    if (source === "operator") return `汇率用这里设定的：1 美元 = ${rate} 元${day ? `（${day}）` : ""}。`;
    return `汇率：1 美元 = ${rate} 元（${day ? `${day}，` : ""}${voice.source(source)}）。`;
  },
  default_call: ({ input, output }, voice) =>
    `没有说单次长度，按一次${voice.size(input)}输入、${voice.size(output)}输出所在的档位计价。`,
  other_rates: ({ model, provider, by }, voice) =>
    `${voice.at(model, provider)}按${voice.list(by.map((what) => RATES_BY[what]))}还有其他价格。`,
  window_now: ({ model, provider, now, hours, weekdays, timezone, exceptHolidays, ...price }, voice) =>
    `${voice.at(model, provider)}分时段计价，显示的是贵的时段（${voice.hours({ hours, weekdays, timezone, exceptHolidays })}）；` +
    `此刻${now === "else" ? "是其他时段" : "正在该时段内"}：${voice.sides(price)}。`,
  holidays_unknown: ({ year, knownTo }) => `节假日安排只知道到${knownTo}年，${year}年的节假日按平日计价。`,
  only_thinking: ({ model, thinking }, voice) => `${voice.model(model)}只有${thinking ? "思考" : "非思考"}模式的价。`,
  given: ({ model, on, amount, currency }, voice) =>
    `${model ? voice.model(model) : ""}用的是你给的价：${voice.figure(on)} ${voice.value(amount, currency)}。`,
  text_ratio: ({ unit, amount, ratio, low, high, tokens, tokensLow, tokensHigh }, voice) =>
    `${voice.count(amount)} ${TEXT[unit]}按${voice.count(tokens)} tokens 算（${TOKENS_FROM[unit](ratio)}）；` +
    `若每 token 折${high}到${low}，则为${voice.count(tokensLow)}到${voice.count(tokensHigh)} tokens。`,
  side_unsaid: ({ tokens }, voice) =>
    `没说是输入还是输出：${voice.count(tokens)} tokens 先按全是输入、再按全是输出各算一遍。`,

  earliest: ({ model, provider, day, source, ...price }, voice) =>
    `那天${voice.at(model, provider)}的价格没有记录。已知最早的价：${day}，${voice.sides(price)}（${voice.source(source)}）。`,
  announced: ({ model, provider, from, seen, source, due, cancelled, ...price }, voice) => {
    const [who, then, said] = [voice.at(model, provider), voice.sides(price), `${voice.source(source)}，${seen}`];
    if (cancelled)
      return `曾预告（${said}）自${from}起，后有消息称已取消（${voice.source(cancelled.source)}，${cancelled.seen}），均未确认：${who}${then}。`;
    if (due) return `曾预告自${from}起，至今未确认：${who}${then}（${said}）。`;
    return `${who}的这个价到${addDays(from, -1)}为止，之后${then}：已预告、尚未确认（${said}）。`;
  },
  unconfirmed: ({ model, provider, seen, source, ...price }, voice) =>
    `有报道、尚未确认：${voice.at(model, provider)}${voice.sides(price)}（${voice.source(source)}，${seen}）。`,
  between: ({ model, provider, known, next, by, ...price }, voice) =>
    `${voice.at(model, provider)}：${known}时是${voice.sides(price)}，不晚于${by}是${voice.sides(next)}；其间哪天改价没有记录。`,
  today_price: ({ model, provider, day, ...price }, voice) =>
    `今天（${day}）：${voice.at(model, provider)}，${voice.sides(price)}。`,
  price_ended: ({ model, provider, until }, voice) =>
    `${voice.at(model, provider)}最后一个已知价格到${until}为止，之后的价格未知。`,
  price_until: ({ model, provider, until, promotion, next }, voice) => {
    const what = promotion ? "促销价" : "价";
    const then = next ? `之后${voice.sides(next)}` : "之后的价格没有说明";
    return `${voice.at(model, provider)}的这个${what}到${until}为止，${then}。`;
  },
  gone: ({ model, provider, since }, voice) => `${since}起，${voice.provider(provider)}不再列出${voice.model(model)}。`,
  gone_on_site: ({ model, provider, since, site }, voice) =>
    `${voice.model(model)}已于${since}从${SITE[site]}下架，本站之后没有新消息：${voice.provider(provider)}按已停售算。`,
  ahead: ({ day, today }) => `${day}还没到，那天的价格没人知道。这里是${today}的价格，以及目前已公布的调价。`,
  ahead_period: ({ from, to }) => `${from}至${to}还没到：只能列出目前已公布的。`,
  facts_today: ({ asOf }) => `价格是${asOf}的；上下文、能力和在售状态是今天的。`,
  period: ({ from, to }) => `时间范围：${from}至${to}。`,
  undated: () => "≤ 表示不晚于：那天资料来源里已有，厂商的实际日期未知，可能更早。",
  moving_names: ({ models, count }, voice) =>
    `这类名称会改指别的模型，价格随之变动：${voice.list(models.map(voice.model), count)}。`,
  lists_end: ({ lists }, voice) =>
    `多数价目截止得更早（${lists.map(({ source, date }) => `${voice.source(source)} ${date}`).join("，")}），之后的变动只知道一部分。`,
  corrections_left_out: ({ count }) => `另有${count}处只是数据更正，不算调价。`,
  stale: ({ days }) => `这里最新的价格也已是${days}天前的，用之前请到官网核对。`,

  other_site: ({ model, provider, site, ...price }, voice) =>
    `${SITE[site]}另有价：${voice.at(model, provider)}，${voice.sides(price)}。`,
  one_site_only: ({ models, count, site }, voice) =>
    `这里没有${SITE[OTHER[site]]}的价格，按已知的站列出：${voice.list(models.map(voice.model), count)}。`,
  other_offer: ({ model, provider, region, ...price }, voice) =>
    `${voice.at(model, provider)}${region ? `（${voice.quote(region)}）` : ""}也有：${voice.sides(price)}。`,
  package: ({ model, provider, list, ...price }, voice) =>
    `${voice.at(model, provider)}${LIST[list]}：${voice.sides(price)}。`,
  hosted_only: ({ model, hosts }, voice) => `${voice.model(model)}的厂商自己不卖 API，有${hosts}家平台提供。`,
  best_hosted: ({ model, provider, ...price }, voice) =>
    `由平台托管的开源模型里最好的（不参与排名）：${voice.at(model, provider)}，${voice.sides(price)}。`,
  free_left_out: ({ models, count }, voice) => `免费、不参与排名：${voice.list(models.map(voice.model), count)}。`,
  null_side: ({ rows, count }, voice) =>
    `有一侧价格未说明、不参与排名（${voice.perTokens}）：${voice.list(
      rows.map(
        ({ model, provider, unit, value, currency, since, listed }) =>
          `${voice.at(model, provider)}${voice.unitPrice(unit, value, currency)}${known(since, listed)}`,
      ),
      count,
    )}。`,
  by_input: ({ why }) =>
    why === "embedding" ? "这类模型只按输入计费，所以按输入价排。" : "那天的输出价没有记录，所以按输入价排。",
  unverified_left_out: ({ models, count }, voice) =>
    `价格未核实、不参与排名（人民币计费的站点上只有美元数）：${voice.list(models.map(voice.model), count)}。`,
  unproven_left_out: ({ count }) => `${count}个模型未计入：它们最早的已知价格晚于那天。`,
  ability_not_stated: ({ ability, count }) => `${count}个模型未计入：没有来源说明是否支持${fields[ability]}。`,
  fact_not_stated: ({ field, count }) => `${count}个模型未计入：没有来源说明${FACTS[field]}。`,
  plans_not_ranked: ({ providers }, voice) =>
    `订阅套餐没有按 token 的价，不参与排名：${voice.list(providers.map(voice.provider))}。`,
  too_long: ({ tokens, count }, voice) => `${count}个模型未计入：装不下一次${voice.size(tokens)} tokens 的请求。`,
  exceeds_context: ({ model, context, tokens }, voice) =>
    `一次${voice.size(tokens)} tokens 的请求超出${voice.model(model)}的上下文（${voice.size(context)}）。`,
  than: ({ model, on, value, currency }, voice) =>
    `对比的是${voice.model(model)}：${voice.figure(priced(on))} ${voice.value(value, currency)}。`,
  than_unknown: ({ model, on }, voice) => `没法与${voice.model(model)}比：它的${voice.figure(priced(on))}未知。`,

  unknown_model: ({ model }, voice) => `没有找到模型“${voice.quote(model)}”。`,
  not_released: ({ model, released, asOf }, voice) =>
    `${asOf}时${voice.model(model)}还没有发布${released ? `（${released}发布）` : ""}。`,
  unknown_provider: ({ provider }, voice) => `没有找到平台“${voice.quote(provider)}”。`,
  no_offer: ({ model, provider }, voice) => `据现有资料，${voice.provider(provider)}没有${voice.model(model)}。`,
  no_price: ({ model }, voice) => `没有${voice.model(model)}的价格记录。`,
  no_unit_price: ({ model, provider, unit }, voice) =>
    `${voice.at(model, provider)}没有说明${units[unit]}价，算不出费用。`,
  no_batch: ({ models, count }, voice) => `没有批量价，按标准价算：${voice.list(models.map(voice.model), count)}。`,
  request_fee: ({ model, amount, currency }, voice) =>
    `${voice.model(model)}每千次请求另收${voice.money(amount, currency)}，未计入。`,
  free_of_charge: ({ model }, voice) => `${voice.model(model)}免费，花多少钱都一样。`,

  claim: ({ model, on, is, claimed, actual, currency }, voice) => {
    const than = { equal: "", less: "低于 ", more: "高于 " }[is];
    const fact = actual === null ? "未知" : voice.value(actual, currency);
    return `${voice.model(model)} ${voice.figure(on)}：你说${than ? than : " "}${voice.value(claimed, currency)}，实际${fact}。`;
  },
  family_as: ({ family, model }, voice) => `“${voice.named(family)}”按其中最新的${voice.model(model)}算。`,
  alias: ({ model, to, from, price }, voice) =>
    `据现有资料，${voice.model(model)}${from ? ` 自${from}起` : ""}指向${voice.model(to)}${price ? `：${voice.sides(price)}` : ""}。`,

  fact: ({ zh, source }, voice) => `${voice.quote(zh)}（${voice.source(source)}）`,
  price_note: ({ text, source }, voice) => `${voice.source(source)}原文：“${voice.quote(text)}”。`,
  disagreement: ({ model, provider, count, others, ...price }, voice) => {
    const also = others.map(({ sources, ...sides }) => {
      const names = sources.map(({ source, date }) => `${voice.source(source)}，${date}`).join("；");
      return `${sources.length}个来源说${voice.sides(sides)}（${names}）`;
    });
    return `各来源对${voice.at(model, provider)}说法不一：${count}个来源说${voice.sides(price)}（以此为准），${also.join("，")}。`;
  },

  unlikely_moves: ({ count, models }, voice) =>
    `第三方平台上五倍以上、没有日期的变动多半是数据更正，共${count}处排在最后：${voice.list(models.map(voice.model))}。`,
  more_models: ({ shown, total }) => `只列出最新的 ${shown} 个模型，另有 ${total - shown} 个有价格：点名即可查看。`,
  more_rows: ({ shown, total }) => `共${total}条，显示${shown}条。`,
};

const NAMED_OFFERS = 2;
const NAMED_MODELS = 5;
const offers = (list: readonly PriceBrief[], voice: Voice) =>
  list
    .slice(0, NAMED_OFFERS)
    .map((each) => `${voice.at(each.model, each.provider)}${voice.sides(each)}`)
    .join("；") + (list.length > NAMED_OFFERS ? `；另有 ${list.length - NAMED_OFFERS} 个` : "");

/** 同类的几条说明，合成一句。 */
export const many: Messages["many"] = {
  other_rates: (list, voice) => {
    const groups = new Map<string, string[]>();
    for (const { model, by } of list) {
      const what = voice.list(by.map((each) => RATES_BY[each]));
      groups.set(what, [...(groups.get(what) ?? []), voice.model(model)]);
    }
    return `还有其他价格：${[...groups].map(([what, models]) => `按${what}的有${voice.list(models.slice(0, NAMED_MODELS), models.length)}`).join("；")}。`;
  },
  other_site: (list, voice) => {
    const sites = new Set(list.map(({ site }) => SITE[site]));
    return `${[...sites].join("或")}另有价：${offers(list, voice)}。`;
  },
  one_site_only: (list, voice) => {
    const [first] = list;
    const where = first && list.every(({ site }) => site === first.site) ? SITE[OTHER[first.site]] : "另一个站";
    return `这里没有${where}的价格，按已知的站列出：${voice.list(list.flatMap(({ models }) => models.map(voice.model)))}。`;
  },
  other_offer: (list, voice) => `也有：${offers(list, voice)}。`,
  ability_not_stated: (list) =>
    `没有来源说明是否支持、未计入的模型：${list.map(({ ability, count }) => `${fields[ability]} ${count} 个`).join("，")}。`,
  fact_not_stated: (list) =>
    `没有来源说明、未计入的模型：${list.map(({ field, count }) => `${FACTS[field]} ${count} 个`).join("，")}。`,
  unknown_model: (list, voice) => `没有找到这些模型：${voice.list(list.map(({ model }) => voice.quote(model)))}。`,
};
