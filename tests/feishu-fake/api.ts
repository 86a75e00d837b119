import { randomUUID } from "node:crypto";
import { CardFault, checkCard } from "./cards.ts";
import { BOT } from "./events.ts";
import { COMMAND_NAME, COMMANDS, IMAGE_BYTES, TEXT_BODY_BYTES, UUID } from "./limits.ts";
import { Refused, type State } from "./state.ts";

export interface Asked {
  method: string;
  path: string;
  query: URLSearchParams;
  body: Record<string, unknown>;
  bytes: number;
  authorization: string;
  app: { appId: string; appSecret: string };
}

type Route = [method: string, path: RegExp, (state: State, asked: Asked, id: string) => object];

/** The open API (2.1), as strict as the real one about what it is sent. */
const ROUTES: readonly Route[] = [
  ["POST", /^\/open-apis\/auth\/v3\/tenant_access_token\/internal$/, token],
  ["POST", /^\/open-apis\/im\/v1\/messages$/, create],
  ["POST", /^\/open-apis\/im\/v1\/messages\/([^/]+)\/reply$/, reply],
  ["PATCH", /^\/open-apis\/im\/v1\/messages\/([^/]+)$/, patch],
  ["POST", /^\/open-apis\/im\/v1\/images$/, image],
  ["GET", /^\/open-apis\/bot\/v3\/info$/, () => ({ bot: { open_id: BOT, app_name: "llmprice", activate_status: 2 } })],
  ["GET", /^\/open-apis\/application\/v7\/app_slash_commands$/, listCommands],
  ["POST", /^\/open-apis\/application\/v7\/app_slash_commands$/, createCommand],
  ["PATCH", /^\/open-apis\/application\/v7\/app_slash_commands\/([^/]+)$/, patchCommand],
];
const OPEN = /tenant_access_token/;

/** @returns what stands beside `code: 0`. @throws Refused */
export function answer(state: State, asked: Asked): object {
  for (const [method, path, handle] of ROUTES) {
    const match = asked.method === method ? path.exec(asked.path) : null;
    if (!match) continue;
    if (!OPEN.test(asked.path)) checkToken(state, asked);
    return handle(state, asked, decodeURIComponent(match[1] ?? ""));
  }
  throw new Refused(404, `no ${asked.method} ${asked.path}`, 404);
}

function checkToken(state: State, { authorization }: Asked): void {
  const [, given = ""] = /^Bearer (t-\S+)$/.exec(authorization) ?? [];
  if (given === "") throw new Refused(99991661, "Missing access token for authorization", 400);
  if (!state.tokens.includes(given)) throw new Refused(99991663, "Invalid access token for authorization", 400);
}

function token(state: State, { body, app }: Asked): object {
  state.tokenRequests++;
  if (body.app_id !== app.appId || body.app_secret !== app.appSecret)
    throw new Refused(10014, "app secret invalid", 200);
  const fresh = `t-${randomUUID().replaceAll("-", "")}`;
  state.tokens = [...state.tokens.slice(-1), fresh];
  return { tenant_access_token: fresh, expire: 7200 };
}

function only(body: Record<string, unknown>, allowed: readonly string[]): void {
  for (const key of Object.keys(body)) if (!allowed.includes(key)) throw new Refused(99992402, `unknown field ${key}`);
}

interface Content {
  type: string;
  content: unknown;
  uuid?: string;
}

/** Type, content and key of a message that somebody sends (5). */
function contentOf(state: State, to: string, { body, bytes }: Asked): Content {
  const { msg_type: type, content, uuid } = body;
  if (typeof content !== "string") throw new Refused(230001, "content is no string");
  if (uuid !== undefined && (typeof uuid !== "string" || uuid.length > UUID))
    throw new Refused(230001, "uuid is too long");
  const parsed: unknown = parse(content);
  const key = typeof uuid === "string" ? { uuid } : {};
  if (type === "interactive") {
    if (state.cardless.has(to)) throw new Refused(230054, "this chat takes no cards");
    card(parsed, bytes);
    return { type, content: parsed, ...key };
  }
  if (type !== "text" && type !== "post") throw new Refused(230001, `no msg_type ${String(type)}`);
  if (bytes > TEXT_BODY_BYTES) throw new Refused(230025, "the length of the message content reaches its limit");
  if (type === "text" && typeof (parsed as { text?: unknown }).text !== "string") throw new Refused(230001, "no text");
  return { type, content: parsed, ...key };
}

function parse(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    throw new Refused(230001, "content is no JSON");
  }
}

function card(content: unknown, bytes: number): void {
  try {
    checkCard(content, bytes);
  } catch (error) {
    if (error instanceof CardFault) throw new Refused(error.code, error.message);
    throw error;
  }
}

const PREFIXES: Record<string, string> = { chat_id: "oc_", open_id: "ou_" };

function create(state: State, asked: Asked): object {
  only(asked.body, ["receive_id", "msg_type", "content", "uuid"]);
  const to = String(asked.body.receive_id);
  const prefix = PREFIXES[asked.query.get("receive_id_type") ?? ""];
  if (prefix === undefined || !to.startsWith(prefix)) throw new Refused(230001, "receive_id does not fit its type");
  const content = contentOf(state, to, asked);
  state.limit(`chat ${to}`, 230020);
  return sent(state.post({ to, ...content }).id);
}

function reply(state: State, asked: Asked, root: string): object {
  only(asked.body, ["msg_type", "content", "uuid", "reply_in_thread"]);
  if (state.recalled.has(root)) throw new Refused(230011, "The message was withdrawn.");
  const chat = state.heard.get(root) ?? state.posted.find(({ id }) => id === root)?.to;
  if (chat === undefined) throw new Refused(230001, "no such message");
  const content = contentOf(state, chat, asked);
  const inThread = asked.body.reply_in_thread === true;
  if (inThread && state.threadless.has(chat)) throw new Refused(230071, "The group does not support threads.");
  state.limit(`chat ${chat}`, 230020);
  return sent(state.post({ to: chat, root, inThread, ...content }).id);
}

function patch(state: State, asked: Asked, id: string): object {
  only(asked.body, ["content"]);
  const message = state.posted.find((known) => known.id === id);
  if (!message) throw new Refused(230001, "no such message");
  if (message.type !== "interactive") throw new Refused(230001, "only cards can be changed");
  if (typeof asked.body.content !== "string") throw new Refused(230001, "content is no string");
  const content = parse(asked.body.content);
  card(content, asked.bytes);
  state.limit(`message ${id}`, 230020);
  message.content = content;
  message.changes++;
  return {};
}

const sent = (id: string): object => ({ data: { message_id: id } });

/** The body is multipart, and read as bytes only. */
function image(state: State, { bytes }: Asked): object {
  if (bytes > IMAGE_BYTES) throw new Refused(234006, "the image is too big");
  state.images.push(bytes);
  return { data: { image_key: `img_${state.images.length}` } };
}

function needs(state: State, scope: string): void {
  if (state.scopes.has(scope)) return;
  throw new Refused(
    99991672,
    `Access denied. One of the following scopes is required: [${scope}]. https://open.feishu.cn/app/cli_1/auth?q=${scope}`,
  );
}

function listCommands(state: State): object {
  needs(state, "application:app_slash_command:read");
  return { data: { items: [...state.commands.values()], has_more: false } };
}

function createCommand(state: State, { body }: Asked): object {
  needs(state, "application:app_slash_command:write");
  only(body, ["command", "description", "icon"]);
  const command = String(body.command);
  if (!COMMAND_NAME.test(command)) throw new Refused(99992402, "a command is [a-z0-9][a-z0-9_-]*");
  if (state.commands.size >= COMMANDS) throw new Refused(99992402, "too many commands");
  if ([...state.commands.values()].some((known) => known.command === command)) throw new Refused(99992402, "exists");
  const command_id = `cmd_${state.commands.size + 1}`;
  state.commands.set(command_id, { command_id, command, description: body.description });
  return { data: { command_id } };
}

function patchCommand(state: State, { body }: Asked, id: string): object {
  needs(state, "application:app_slash_command:write");
  only(body, ["description", "icon"]);
  const known = state.commands.get(id);
  if (!known) throw new Refused(99992402, "no such command");
  state.commands.set(id, { ...known, description: body.description });
  return {};
}
