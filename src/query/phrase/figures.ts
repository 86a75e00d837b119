import type { Language } from "../query.ts";

const MILLION = 1_000_000;
const THOUSAND = 1000;

/** A number without exponent: 0.00000015. */
export const digits = (n: number): string =>
  Number.isInteger(n) ? String(n) : n.toFixed(12).replace(TRAILING_ZEROS, "");
const TRAILING_ZEROS = /\.?0+$/;

/** A count with its thousands parted: 1,500,000. */
export const count = (n: number): string => n.toLocaleString("en-US", { maximumFractionDigits: 6 });

/** 128000 as 128k, 1000000 as 1M, else digits. */
export function size(n: number): string {
  if (n >= MILLION && n % MILLION === 0) return `${n / MILLION}M`;
  return n >= THOUSAND && n % THOUSAND === 0 ? `${n / THOUSAND}k` : String(n);
}

/** The name of a model without its lab. */
export const nameOf = (id: string): string => id.slice(id.indexOf("/") + 1);

const SYMBOLS: Record<Language, Record<"USD" | "CNY", (amount: string) => string>> = {
  en: { USD: (amount) => `$${amount}`, CNY: (amount) => `${amount} CNY` },
  zh: { USD: (amount) => `${amount}美元`, CNY: (amount) => `${amount}元` },
};

export const money = (amount: number, currency: "USD" | "CNY", language: Language): string =>
  SYMBOLS[language][currency](digits(amount));
