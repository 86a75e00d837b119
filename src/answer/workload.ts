import type { Usage } from "../catalog/cost.ts";
import { type Situation, USUAL_CALL } from "../catalog/rates.ts";
import { Decimal } from "../lib/decimal.ts";
import type { Workload } from "../query/query.ts";
import type { Context } from "./context.ts";
import type { NoteArgs } from "./notes.ts";

type Text = NoteArgs["text_ratio"];

/** A workload as it is billed, and the request that picks the rate. */
export interface WorkloadUsage {
  usage: Usage;
  situation: Situation;
  /** A text that was turned into tokens: its ratios, and the usages at their ends. */
  text?: { note: Text; low: Usage; high: Usage };
  /** A count with neither side named: `usage` has it as input, this as output. */
  asOutput?: Usage;
}

/**
 * Units of text a token: what is used, and the range that vendors state. Chinese: 1 (Alibaba) to 1.8 (Qwen);
 * words: 0.6 to 0.8 (Google). A page is 500 words.
 */
const RATIOS = {
  zh_chars: { used: "1.5", low: "1", high: "1.8" },
  words: { used: "0.75", low: "0.6", high: "0.8" },
} as const;
const HAN = /\p{Script=Han}/gu;
const WORD = /[^\s\p{Script=Han}]+/gu;

/** How few and how many tokens a text may be by these ratios, whatever the tokenizer. */
export function tokenRange(text: string): { low: number; high: number } {
  const han = text.match(HAN)?.length ?? 0;
  const words = text.match(WORD)?.length ?? 0;
  const { zh_chars, words: english } = RATIOS;
  return {
    low: tokensAt(han, zh_chars.high) + tokensAt(words, english.high),
    high: tokensAt(han, zh_chars.low) + tokensAt(words, english.low),
  };
}

const WORDS_A_PAGE = 500;

/** The number of tokens of a text at a ratio, rounded to whole ones. */
function tokensAt(amount: number, ratio: string): number {
  return new Decimal(amount).div(ratio).round().toNumber();
}

function textOf({ amount, unit }: NonNullable<Workload["text"]>): Text {
  const ratio = unit === "zh_chars" ? RATIOS.zh_chars : RATIOS.words;
  const units = unit === "pages" ? amount * WORDS_A_PAGE : amount;
  return {
    unit,
    amount,
    ratio: ratio.used,
    low: ratio.low,
    high: ratio.high,
    tokens: tokensAt(units, ratio.used),
    tokensLow: tokensAt(units, ratio.high),
    tokensHigh: tokensAt(units, ratio.low),
  };
}

/**
 * What a workload bills. With `requests` the length of one request picks the tier, else the usual call does,
 * or the tier that the question names.
 */
export function usageOf(context: Context, workload: Workload): WorkloadUsage {
  const { input = 0, output = 0, cachedInput = 0, audioInput = 0, requests, tokens, text, batch = false } = workload;
  const note = text && textOf(text);
  const rest = {
    output,
    cachedInput,
    audioInput,
    batch,
    ...(requests !== undefined && { requests }),
  };
  const sideless = input === 0 && output === 0 && tokens !== undefined;
  const base = Math.max(input, cachedInput + audioInput);
  const usage = {
    ...rest,
    input: base + (note?.tokens ?? 0) + (sideless ? tokens : 0),
  };
  const situation = situationFor(context, usage);
  return {
    usage,
    situation,
    ...(note && {
      text: {
        note,
        low: { ...usage, input: base + note.tokensLow },
        high: { ...usage, input: base + note.tokensHigh },
      },
    }),
    ...(sideless && { asOutput: { ...usage, input: 0, output: tokens } }),
  };
}

function situationFor({ query, situation }: Context, { input, output, requests }: Usage): Situation {
  if (requests === undefined) return situation;
  return {
    ...situation,
    prompt: query.tier?.promptTokens ?? input,
    output: output > 0 ? output : USUAL_CALL.output,
  };
}

/** Whether anything is billed at all. */
export function isEmpty({ usage, asOutput }: WorkloadUsage): boolean {
  return usage.input === 0 && usage.output === 0 && asOutput === undefined;
}
