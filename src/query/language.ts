import type { Language } from "./query.ts";

const HAN = /[\p{Script=Han}]/gu;
const WORD = /[a-z]{2,}/gi;

/** The language to answer in: Chinese where Chinese characters carry a fair part of the text. */
export function languageOf(text: string): Language {
  const han = text.match(HAN)?.length ?? 0;
  if (han === 0) return "en";
  const words = text.match(WORD)?.length ?? 0;
  return han * 3 >= words ? "zh" : "en";
}
