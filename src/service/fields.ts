import { z } from "zod";
import type { FormValues } from "../ports/core.ts";
import type { Filters } from "../query/query.ts";
import { ascii, parsed } from "./button-value.ts";
import type { Ask } from "./context.ts";

/** What a form carries to its own submission. The channel stands in it, since a form may be sent from nowhere. */
const State = z.strictObject({
  v: z.literal(1),
  channel: z.string().min(1),
  scope: z.enum(["user", "channel", "workspace"]).optional(),
});
type State = z.infer<typeof State>;

export const formState = ({ incoming }: Ask, scope?: State["scope"]): string =>
  ascii(JSON.stringify({ v: 1, channel: incoming.address.channel, ...(scope && { scope }) } satisfies State));

/** What a submitted form carried, or undefined for what this version did not write. */
export const readState = (state: string): State | undefined => State.safeParse(parsed(state)).data;

/** The text of a field, or undefined where it is empty. */
export function textIn(values: FormValues, name: string): string | undefined {
  const value = values[name];
  const text = (typeof value === "string" ? value : value?.[0])?.trim();
  return text === "" ? undefined : text;
}

const NUMBER = /^(\d+(?:\.\d+)?)(k|m|b|千|万|百万|亿)?$/iu;
const SIZES: Record<string, number> = { k: 1e3, m: 1e6, b: 1e9, 千: 1e3, 万: 1e4, 百万: 1e6, 亿: 1e8 };
const LARGEST = 1e15;

/** A count as people write it: "2000", "2,000", "2k", "1.5M", "3万"; NaN for anything else. */
export function numberIn(values: FormValues, name: string): number | undefined {
  const text = textIn(values, name)
    ?.normalize("NFKC")
    .replace(/[\s,_]/gu, "")
    .toLowerCase();
  if (text === undefined) return undefined;
  const [, digits, size] = NUMBER.exec(text) ?? [];
  const number = Math.round(Number(digits) * (SIZES[size ?? ""] ?? 1));
  return number <= LARGEST ? number : Number.NaN;
}

const RATIO = /^(\d+(?:\.\d+)?)\s*[:：/]\s*(\d+(?:\.\d+)?)$/u;

/** "3:1", or null for what is no ratio. */
export function ratioIn(values: FormValues, name: string): { input: number; output: number } | null | undefined {
  const text = textIn(values, name);
  if (text === undefined) return undefined;
  const [, input, output] = RATIO.exec(text.normalize("NFKC")) ?? [];
  const ratio = { input: Number(input), output: Number(output) };
  return ratio.input + ratio.output > 0 ? ratio : null;
}

/** The filters that words such as "128k, vision, no previews" mean; undefined where some are not understood. */
export function readFilters({ bot, now, language }: Ask, words: string): Filters | undefined {
  const lists = [words, language === "zh" ? `列出模型 ${words}` : `list models ${words}`];
  for (const text of lists) {
    const { intent, filters, unread } = bot.ask(text, now).query;
    if ((intent === "list" || intent === "rank") && filters && !unread) return filters;
  }
  return undefined;
}
