import type { Command, Query } from "../../query.ts";
import { digits, money, nameOf, size } from "../figures.ts";
import { saidOf, type Words } from "../tongue.ts";
import { FILTER_WORDS } from "./filters.ts";
import { CLASSES_SAID, list, SECTIONS_SAID, SIDES_SAID, WEEKDAYS } from "./terms.ts";

type Digest = Extract<Command, { name: "digest" }>;
type Watch = Extract<Command, { name: "watch" }>;
type Settings = Extract<Command, { name: "settings" }>;

const LANGUAGES = { en: "英文", zh: "中文" } as const;
const ZONES: Readonly<Record<string, string>> = {
  UTC: "UTC时间",
  "Asia/Shanghai": "北京时间",
  "America/Los_Angeles": "美西时间",
  "America/New_York": "美东时间",
  "Europe/London": "伦敦时间",
  "Europe/Berlin": "柏林时间",
  "Europe/Paris": "巴黎时间",
  "Asia/Tokyo": "东京时间",
  "Asia/Singapore": "新加坡时间",
  "Asia/Hong_Kong": "香港时间",
  "Asia/Seoul": "首尔时间",
  "Asia/Taipei": "台北时间",
  "Australia/Sydney": "悉尼时间",
};

const DIGEST: Words<Digest> = {
  name: () => "",
  action: (action) =>
    ({
      on: "开通周报",
      off: "退订周报",
      now: "马上发一份周报",
      show: "查看周报设置",
      list: "查看周报设置",
      set: "周报改到",
    })[action],
  weekday: (weekday) => `每${WEEKDAYS[weekday] ?? ""}`,
  time: (time) => time,
  timezone: (zone) => ZONES[zone] ?? zone,
  filters: (filters, query) => saidOf(FILTER_WORDS, filters, query).join("，"),
  sections: (sections) => `只要${list(sections.map((section) => SECTIONS_SAID[section]))}`,
  classes: (classes) => `榜单看${list(classes.map((name) => CLASSES_SAID[name]))}`,
  language: (language) => `用${LANGUAGES[language]}`,
  quiet: (quiet) => (quiet ? "没变化就不发" : ""),
  date: (date) => `${date}那期`,
};

const WATCH: Words<Watch> = {
  name: () => "",
  models: (models) => list(models.map(nameOf)),
  families: (families) => list(families),
  labs: (labs) => list(labs),
  event: (event) => (event === "new_model" ? "有新模型时" : "有新平台时"),
  on: (on) => SIDES_SAID[on],
  below: (below, query) => `跌破${money(below, currencyOf(query), "zh")}时`,
  above: (above, query) => `涨过${money(above, currencyOf(query), "zh")}时`,
  currency: () => "",
  any: (any) => (any === true ? "价格有变动时" : any === "down" ? "降价时" : "涨价时"),
  until: (until) => `直到${until}`,
  notify: (notify) => (notify === "me" ? "私聊" : "在群里"),
  action: () => "",
};

const WATCHING: Record<Watch["action"], (what: string) => string> = {
  on: (what) => `${what}提醒`,
  set: (what) => `${what}提醒`,
  off: (what) => `取消${what}的提醒`,
  remove: (what) => `取消${what}的提醒`,
  pause: (what) => `暂停${what}的提醒`,
  resume: (what) => `恢复${what}的提醒`,
  list: () => "我的提醒列表",
  show: () => "我的提醒列表",
};

const SETTINGS: Words<Settings> = {
  name: () => "",
  scope: (scope) => ({ user: "我的", channel: "本群的", workspace: "全公司的" })[scope],
  action: (action) =>
    ({
      set: "默认设置改为",
      on: "默认设置改为",
      off: "重置设置",
      remove: "重置设置",
      show: "查看设置",
      list: "查看设置",
    })[action],
  language: (language) => `用${LANGUAGES[language]}回答`,
  currency: (currency) => ({ USD: "美元", CNY: "人民币" })[currency],
  per: (per) => `每${size(per)} token`,
  blend: ({ input, output }) => `混合比例${digits(input)}:${digits(output)}`,
  filters: (filters, query) => saidOf(FILTER_WORDS, filters, query).join("，"),
};

/** The currency of a watch is said with its amount. */
const currencyOf = ({ command }: Query): "USD" | "CNY" => {
  const watch = [command].flat().find((one) => one?.name === "watch");
  return watch?.name === "watch" ? (watch.currency ?? "CNY") : "CNY";
};

function one(command: Command, query: Query): string {
  const own: Query = { ...query, command };
  if (command.name === "digest") return saidOf(DIGEST, command, own).join("，");
  if (command.name === "watch") return WATCHING[command.action](saidOf(WATCH, command, own).join(""));
  return saidOf(SETTINGS, command, own).join("");
}

export const commands = (said: NonNullable<Query["command"]>, query: Query): string =>
  [said]
    .flat()
    .map((command) => one(command, query))
    .join("，另外");
