import { z } from "zod";
import { Query } from "../query/query.ts";
import { BUTTON_VALUE_LENGTH } from "../view/button.ts";

const FORMS = ["calculator", "settings", "digest"] as const;
const Id = z.string().min(1);
/** The day on which the message was written, so that a later click can say so. */
const day = z.iso.date();
/** Of the message, for what carries no question. */
const language = z.enum(["en", "zh"]);

/** What a button asks for: the whole target, never a step. Keys are short, since values are small. */
const Target = z.discriminatedUnion("k", [
  /** Show the answer to `q`; `by` asked, or nobody, where it is an example. `bare`: its default filters were dropped. */
  z.strictObject({ k: z.literal("ask"), q: Query, by: Id.optional(), day, bare: z.literal(true).optional() }),
  /** Post the answer to `q` for everybody, with the channel's settings; `n` names the answer, which is posted once. */
  z.strictObject({ k: z.literal("share"), q: Query, n: Id, day, bare: z.literal(true).optional() }),
  /** The price of model `m` at provider `p` is wrong. */
  z.strictObject({ k: z.literal("wrong"), m: Id, p: Id, l: language, day }),
  z.strictObject({ k: z.literal("watch"), m: Id, l: language, day }),
  z.strictObject({ k: z.literal("form"), f: z.enum(FORMS), t: z.string().optional(), l: language }),
]);
export type Target = z.infer<typeof Target>;

const VERSION = 1;
const Versioned = z.looseObject({ v: z.int().positive() });
const BEYOND_ASCII = /[\u0080-\uffff]/g;

/** A target as the value of a button, or undefined where it does not fit into one. */
export function encodeTarget(target: Target): string | undefined {
  const value = ascii(JSON.stringify({ v: VERSION, ...target }));
  return value.length <= BUTTON_VALUE_LENGTH ? value : undefined;
}

/** What a button's value asks for; `newer` was written by a later version, `unreadable` by nobody that is known. */
export function decodeTarget(value: string): Target | "newer" | "unreadable" {
  const versioned = Versioned.safeParse(parsed(value));
  if (!versioned.success) return "unreadable";
  const { v, ...target } = versioned.data;
  if (v > VERSION) return "newer";
  return Target.safeParse(target).data ?? "unreadable";
}

/** JSON in which every character is ASCII. */
export const ascii = (json: string): string =>
  json.replace(BEYOND_ASCII, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** Any JSON, or undefined for what is none. */
export function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
