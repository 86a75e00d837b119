import type { Currency } from "../catalog/schema.ts";

/** A price that somebody says is wrong; a person decides what becomes of it. */
export interface WrongPrice {
  model: string;
  provider: string;
  /** What the bot said, per 1M tokens; `null` is not known. */
  shown?: { currency: Currency; input: string | null; output: string | null };
  /** What the asker says instead, in their words. */
  figure?: string;
  /** Where it stands; never fetched. */
  link?: string;
  by: { tenant: string; user: string };
  at: Date;
}

/** The list of prices to review. */
export interface Reviews {
  report(wrong: WrongPrice): Promise<void>;
}
