import { type Bot, loadBot, type Memory } from "../../src/bot/bot.ts";
import type { Item } from "../../src/query/item.ts";
import { languageOf } from "../../src/query/language.ts";
import { lex } from "../../src/query/lex.ts";
import { normalise } from "../../src/query/normalise.ts";
import type { Query } from "../../src/query/query.ts";
import { RECOGNISERS } from "../../src/query/recognisers/order.ts";
import { rewrite } from "../../src/query/recognisers/recogniser.ts";
import { readUsage } from "../../src/query/recognisers/usage.ts";
import { tokenise } from "../../src/query/tokens.ts";

/** A Thursday. */
const NOW = new Date("2026-07-02T09:00:00Z");
const TODAY = "2026-07-02";

/** What the recognisers make of a text without names, before anything is bound to anything. */
export function itemsOf(source: string): Item[] {
  const { text } = normalise(source);
  const context = { text, language: languageOf(text), today: TODAY };
  const items = readUsage(text, lex(text, tokenise(text), []));
  return RECOGNISERS.reduce((list, recogniser) => rewrite(list, recogniser, context), items);
}

/** The items of one kind, without their places. */
export function found<K extends Item["kind"]>(kind: K, source: string): Record<string, unknown>[] {
  return itemsOf(source)
    .filter((item) => item.kind === kind)
    .map(({ start: _start, end: _end, kind: _kind, ...rest }) => rest);
}

let loaded: Bot | undefined;

/** The bot on the project's catalog, loaded once a file. */
function bot(): Bot {
  loaded ??= loadBot();
  return loaded;
}

/** The reading of the last of some questions of one conversation. */
export function read(...texts: string[]): Query {
  let memory: Memory = {};
  for (const text of texts) memory = bot().ask(text, NOW, memory).memory;
  if (memory.query === undefined) throw new Error("nothing was asked");
  return memory.query;
}
