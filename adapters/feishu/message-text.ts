import * as z from "zod";
import type { Mention } from "./events.ts";

const Text = z.object({ text: z.string() });
const Part = z.looseObject({ tag: z.string(), text: z.string().optional(), user_id: z.string().optional() });
const Post = z.object({ title: z.string().optional(), content: z.array(z.array(Part)) });
/** Some clients put a post under the name of its language. */
const Localised = z.record(z.string(), Post);

const MENTION = /@_user_\d+|@_all\b/g;
/** Code formatting around what was asked, and code blocks. */
const CODE = /`+/g;
/** A non-breaking space is one of the usual ways to begin a pasted line. */
const SPACES = /[\u00a0\u2007\u202f\u3000\ufeff]/g;
const COMMAND = /^[/／]\s*llmprice(?<count>[-_]count)?(?![\w-])\s*/i;

export interface Said {
  text: string;
  /** Asks what a text would cost, rather than something. */
  counts: boolean;
}

/** The text of a message as it was typed, mentions of the bot `self` taken out and others named; undefined for pictures and such. */
export function textOf(type: string, content: string, mentions: readonly Mention[], self: string): string | undefined {
  const raw = rawOf(type, parsed(content));
  if (raw === undefined) return undefined;
  const named = raw.replace(MENTION, (key) => {
    const mention = mentions.find((known) => known.key === key);
    return !mention || mention.id.open_id === self ? " " : mention.name;
  });
  return named.replace(SPACES, " ").trim();
}

/** What is asked, without the command in front of it. */
export function saidIn(text: string): Said {
  const bare = text.replace(CODE, " ").trim();
  const command = COMMAND.exec(bare);
  if (!command) return { text: bare, counts: false };
  const counts = command.groups?.count !== undefined;
  // What is counted is counted as it stands.
  const rest = counts ? text.replace(COMMAND_ANYWHERE, "") : bare.slice(command[0].length);
  return { text: rest.trim(), counts };
}

const COMMAND_ANYWHERE = /[/／]\s*llmprice[-_]count\s*/i;

function rawOf(type: string, content: unknown): string | undefined {
  if (type === "text") return Text.safeParse(content).data?.text;
  if (type !== "post") return undefined;
  const post = Post.safeParse(content).data ?? Object.values(Localised.safeParse(content).data ?? {})[0];
  if (!post) return undefined;
  const lines = post.content.map((parts) =>
    parts.map(({ tag, text, user_id }) => (tag === "at" ? ` ${user_id ?? ""} ` : (text ?? ""))).join(""),
  );
  return [post.title ?? "", ...lines].join("\n").trim();
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
