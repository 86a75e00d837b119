import { means, textOf } from "../item.ts";
import type { Command } from "../query.ts";
import { type Scene, says, take, withSense } from "../scene.ts";
import { flagFilters } from "./filters.ts";

type Settings = Extract<Command, { name: "settings" }>;

const PLACES: readonly Settings["scope"][] = ["workspace", "channel", "user"];

function scopeOf(scene: Scene): Settings["scope"] {
  const said = new Set([...withSense(scene, "scope")].map(([item]) => item.senses.scope));
  return PLACES.find((place) => place !== undefined && said.has(place));
}

const LANGUAGE_ONLY = /answer|reply|respond|speak|talk|回答|回复|说|讲|用中文|用英文|语言|language/i;

function languageOf(scene: Scene): Settings["language"] {
  for (const [item] of withSense(scene, "lang")) {
    // "chinese models" are no language.
    if (means(item, "origin") && !LANGUAGE_ONLY.test(scene.context.text)) continue;
    take(scene, item, "language");
    return item.senses.lang as Settings["language"];
  }
  return undefined;
}

function currencyOf(scene: Scene): Settings["currency"] {
  for (const [item] of withSense(scene, "cur")) {
    take(scene, item, "currency");
    return item.senses.cur === "USD" || item.senses.cur === "cent" ? "USD" : "CNY";
  }
  return undefined;
}

function perOf(scene: Scene): number | undefined {
  const per = scene.items.find((item) => item.kind === "per");
  take(scene, per, "unit");
  if (per?.kind === "per") return per.tokens;
  const count = scene.items.find(
    (item) => item.kind === "qty" && item.unit === "token" && (item.n === 1e3 || item.n === 1e6),
  );
  return count?.kind === "qty" ? count.n : undefined;
}

function blendOf(scene: Scene): Settings["blend"] {
  const ratio = scene.items.find((item) => item.kind === "ratio");
  take(scene, ratio, "blend");
  return ratio?.kind === "ratio" ? { input: ratio.a, output: ratio.b } : undefined;
}

const SHOWS =
  /\b(?:show|what are|what's|what is|see|view|current|list)\b.{0,24}(?:settings|preferences|defaults?|config)|(?:看|查看|显示|当前|现在的|我的).{0,8}(?:设置|默认|配置|偏好)|设置是什么|设置有哪些/i;
const RESETS = /reset|clear|restore|forget|重置|清空|恢复默认|还原|清除|删掉|去掉|remove/i;

/** Whether the words are about the bot's own defaults and ask nothing else. */
function isSettings(scene: Scene): boolean {
  const named = scene.kinds.has("name") || says(scene, "sup") || scene.kinds.has("bound");
  if (says(scene, "cmd", "settings")) return !named;
  if (named || says(scene, "ability") || scene.kinds.has("qty") || scene.kinds.has("money")) return false;
  const shared = scopeOf(scene) !== undefined && scopeOf(scene) !== "user";
  if (shared && (says(scene, "cur") || says(scene, "lang") || scene.kinds.has("ratio") || scene.kinds.has("per")))
    return true;
  return says(scene, "lang") && says(scene, "act.set") && LANGUAGE_ONLY.test(scene.context.text);
}

/** Reads a command about what the bot answers by default. */
export function readSettings(scene: Scene): Command | undefined {
  if (!isSettings(scene)) return undefined;
  const scope = scopeOf(scene);
  const place = scope === undefined ? {} : { scope };
  const values = {
    language: languageOf(scene),
    currency: currencyOf(scene),
    per: perOf(scene),
    blend: blendOf(scene),
  };
  const filters = flagFilters(scene);
  const said = Object.entries(values).filter(([, value]) => value !== undefined);
  const any = said.length > 0 || Object.keys(filters).length > 0;
  const { text } = scene.context;
  if (RESETS.test(text)) return { name: "settings", action: "remove", ...place };
  if (!any) return SHOWS.test(text) || isBare(scene) ? { name: "settings", action: "show", ...place } : undefined;
  return {
    name: "settings",
    action: "set",
    ...place,
    ...Object.fromEntries(said),
    ...(Object.keys(filters).length > 0 && { filters }),
  };
}

/** "settings", 我的设置: nothing but the word. */
const isBare = (scene: Scene): boolean =>
  scene.items.every((item) => item.kind === "mark" || item.kind === "lex") &&
  ["settings", "preferences", "设置", "偏好", "配置"].some((word) =>
    scene.items.some((item) => textOf(item).includes(word)),
  );
