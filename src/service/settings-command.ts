import type { Incoming } from "../ports/core.ts";
import type { Defaults } from "../query/defaults.ts";
import type { Command } from "../query/query.ts";
import { messagesIn } from "../view/messages/locales.ts";
import { settingsWords } from "../view/settings-words.ts";
import { button } from "./answer-content.ts";
import { type Ask, audience, notice, type Outcome } from "./context.ts";
import { readFilters } from "./fields.ts";
import { forAsker, idOf, inForce, type Scope, setting } from "./settings.ts";

type SettingsCommand = Extract<Command, { name: "settings" }>;
type Said = NonNullable<Outcome>;

const SCOPES: readonly Scope[] = ["user", "channel", "workspace"];
/** A text that begins with the word is about settings, whatever else it says. */
const SETTINGS =
  /^[^\p{L}\p{N}]*(?:my )?(?:settings?|default filters?|设置|默认筛选|筛选默认)(?![\p{L}])|^[^\p{L}\p{N}]*(?:设置|默认筛选)/iu;
const scopesOf = ({ surface }: Incoming): Scope[] =>
  SCOPES.filter((scope) => scope !== "channel" || surface !== "direct");

/** The words after "filters" are read as those of a list would be, for they may be any. */
const FILTERS = /(?:filters?|筛选|过滤)(?:条件)?\s*[:：=]?\s*(?:to |为|成|是)?\s*(.+)$/iu;
const FOR_WHOM: Record<Scope, RegExp> = {
  channel: /[,，]?\s*(?:(?:for|in) )?(?:this channel|the channel|\bhere\b|本群|这个群|本频道)/iu,
  workspace: /[,，]?\s*(?:(?:for|in) )?(?:the workspace|everyone|everybody|全公司|工作区|所有人)/iu,
  user: /[,，]?\s*(?:just )?for me(?= |$)/iu,
};

/** The command in a text that begins as one about settings, but has filters or other words in it. */
export function settingsCommandIn(text: string): SettingsCommand | undefined {
  if (!SETTINGS.test(text)) return undefined;
  const scope = (["channel", "workspace"] as const).find((one) => FOR_WHOM[one].test(text));
  return { name: "settings", action: "set", ...(scope && { scope }) };
}

/** Settings in words: shown, set or cleared, of oneself unless said otherwise. */
export async function settingsInWords(ask: Ask, command: SettingsCommand, text: string): Promise<Said> {
  const { scope = "user", action } = command;
  if (action === "set") return setInWords(ask, scope, command, text);
  if (action === "remove") return saved(ask, scope, {}, true);
  return show(ask);
}

async function setInWords(ask: Ask, scope: Scope, command: SettingsCommand, text: string): Promise<Said> {
  const { language, currency, per, blend, filters } = command;
  const words = FILTERS.exec(text.replace(FOR_WHOM[scope], ""))?.[1];
  const read = words === undefined ? filters : readFilters(ask, words);
  const set: Defaults = {
    ...(language && { language }),
    ...(currency && { currency }),
    ...(per && { per }),
    ...(blend && { blend }),
    ...(read && { filters: read }),
  };
  if (Object.keys(set).length === 0 || (words !== undefined && !read))
    return { content: notice(ask.language, messagesIn(ask.language).settings.nothingToSet), to: "asker" };
  return saved(ask, scope, set, false);
}

/** Stores what a scope has set and says what it has now, in the language that holds from now on. */
export async function saved(ask: Ask, scope: Scope, set: Defaults, whole: boolean): Promise<Said> {
  const { incoming, bot, parts } = ask;
  const { tenant } = incoming.address;
  if (scope === "workspace" && incoming.sender.admin !== true)
    return { content: notice(ask.language, messagesIn(ask.language).settings.onlyAdmins), to: "asker" };
  await parts.store.settings.change(tenant, scope, idOf(incoming, scope), setting(incoming, scope, set, whole));
  const now = await inForce(parts.store, incoming);
  const language = forAsker(now).language ?? ask.language;
  const { settings } = messagesIn(language);
  const isEmpty = Object.keys(now[scope]).length === 0;
  const text = isEmpty
    ? settings.cleared(settings.of[scope])
    : settings.saved(settings.of[scope], settingsWords(now[scope], language, bot.catalog));
  return { content: notice(language, text), to: scope === "user" ? "asker" : audience(incoming) };
}

/** What each scope has set, a sentence each; a direct chat is no channel to anybody. */
export function settingsLines({ settings: set, language, bot, incoming }: Ask): string[] {
  const { settings } = messagesIn(language);
  return scopesOf(incoming).map((scope) =>
    settings.line(settings.of[scope], settingsWords(set[scope], language, bot.catalog)),
  );
}

function show(ask: Ask): Said {
  const { language, incoming } = ask;
  const { title } = messagesIn(language).settings;
  const changeable = scopesOf(incoming).filter((scope) => scope !== "workspace" || incoming.sender.admin === true);
  const buttons = changeable.flatMap((scope) =>
    button(`settings_${scope}`, title[scope], { k: "form", f: "settings", t: scope, l: language }),
  );
  return { content: { ...notice(language, settingsLines(ask).join(" ")), buttons }, to: "asker" };
}
