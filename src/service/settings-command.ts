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
/** The words after "filters" are read as those of a list would be, for they may be any. */
const FILTERS = /(?:filters?|筛选|过滤)(?:条件)?\s*[:：=]?\s*(?:to|为|成|是)?\s*(.+)$/iu;
const FOR_WHOM =
  /[,，]?\s*(?:for |in )?(?:this channel|the channel|everyone|the workspace|workspace|me)\s*$|^(?:本群|这个群|全公司)\s*/iu;

/** Settings in words: shown, set or cleared, of oneself unless said otherwise. */
export async function settingsInWords(ask: Ask, command: SettingsCommand, text: string): Promise<Said> {
  const { scope = "user", action } = command;
  if (action === "set") return setInWords(ask, scope, command, text);
  if (action === "remove") return saved(ask, scope, {}, true);
  return show(ask);
}

async function setInWords(ask: Ask, scope: Scope, command: SettingsCommand, text: string): Promise<Said> {
  const { language, currency, per, blend, filters } = command;
  const words = FILTERS.exec(text)?.[1]?.replace(FOR_WHOM, "");
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

/** What each scope has set, a sentence each. */
export function settingsLines({ settings: set, language, bot }: Ask): string[] {
  const { settings } = messagesIn(language);
  return SCOPES.map((scope) => settings.line(settings.of[scope], settingsWords(set[scope], language, bot.catalog)));
}

function show(ask: Ask): Said {
  const { language } = ask;
  const { talk } = messagesIn(language);
  const content = notice(language, settingsLines(ask).join(" "));
  const buttons = button("settings", talk.buttons.settings, { k: "form", f: "settings", l: language });
  return { content: { ...content, ...(content.kind === "notice" && { buttons }) }, to: "asker" };
}
