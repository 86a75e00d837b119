import { type Refusal, refusedMessage, refusedView } from "./limits.ts";
import type { Posted, State } from "./state.ts";

type Args = Record<string, unknown>;
type Answer = Record<string, unknown>;
type Method = (args: Args, state: State, now: number) => Answer;

const ok = (fields: Answer = {}): Answer => ({ ok: true, ...fields });
export const no = (error: string, fields: Answer = {}): Answer => ({ ok: false, error, ...fields });
/** Section 2, "Fallback": what was wrong stands in `errors` and in `response_metadata.messages`. */
const refusal = ({ error, errors }: Refusal): Answer =>
  no(error, { errors, response_metadata: { messages: errors.map((line) => `[ERROR] ${line}`) } });

/** Section 3: a trigger lives about three seconds and opens one modal. */
const TRIGGER_MS = 3000;
const BOT = { user_id: "UBOT", bot_id: "BBOT", team_id: "T1" };

const isDirect = (channel: string): boolean => /^[DU]/.test(channel);

function unreachable(channel: unknown, state: State): string | undefined {
  if (typeof channel !== "string" || !/^[CDGU]\w+$/.test(channel)) return "channel_not_found";
  if (state.archived.has(channel)) return "is_archived";
  return isDirect(channel) || state.channels.has(channel) ? undefined : "not_in_channel";
}

/** Blocks that this workspace has not got are refused like any that nobody knows (section 2, data_visualization). */
export function refusedHere(message: Args, state: State): Refusal | undefined {
  const refused = refusedMessage(message);
  if (refused) return refused;
  const at = ((message.blocks ?? []) as Args[]).findIndex(({ type }) => state.lacking.has(String(type)));
  return at < 0
    ? undefined
    : { error: "invalid_blocks", errors: [`unsupported type [json-pointer:/blocks/${at}/type]`] };
}

function checked(method: string, args: Args, state: State): Answer | undefined {
  const error = unreachable(args.channel, state);
  if (error) return no(error);
  const refused = refusedHere(args, state);
  if (!refused) return undefined;
  state.refusals.push({ method, ...refused });
  return refusal(refused);
}

const message = (args: Args, state: State): Posted => ({
  channel: String(args.channel),
  ts: state.nextTs(),
  text: String(args.text),
  via: "api",
  ...(args.thread_ts !== undefined && { thread_ts: String(args.thread_ts) }),
  ...(args.blocks !== undefined && { blocks: args.blocks as Posted["blocks"] & object }),
  ...(args.metadata !== undefined && { metadata: args.metadata as NonNullable<Posted["metadata"]> }),
});

/** Section 3, "Message metadata": only on demand, and only for who may read the conversation. */
function read(args: Args, state: State, inThread: boolean): Answer {
  const channel = String(args.channel);
  const scope = isDirect(channel) ? "im:history" : "channels:history";
  if (!state.scopes.has(scope)) return no("missing_scope", { needed: scope, provided: [...state.scopes].join() });
  const all = state.seen(channel).filter(({ ts, thread_ts }) => !inThread || ts === args.ts || thread_ts === args.ts);
  const limit = Number(args.limit ?? 100);
  const page = inThread ? all.slice(0, limit) : all.toReversed().slice(0, limit);
  const withMetadata = args.include_all_metadata === true || args.include_all_metadata === "true";
  return ok({
    messages: page.map(({ metadata, ...rest }) => (withMetadata && metadata ? { ...rest, metadata } : rest)),
    has_more: all.length > page.length,
  });
}

function opened(args: Args, state: State, now: number): Answer {
  const since = state.triggers.get(String(args.trigger_id));
  state.triggers.delete(String(args.trigger_id));
  if (since === undefined) return no("invalid_trigger_id");
  if (now - since > TRIGGER_MS) return no("expired_trigger_id");
  const refused = refusedView(args.view);
  if (refused) {
    state.refusals.push({ method: "views.open", ...refused });
    return refusal(refused);
  }
  const id = state.nextId("V");
  state.views.set(id, { id, ...(args.view as Args) });
  return ok({ view: state.views.get(id) });
}

export const METHODS: Record<string, { scope?: string; run: Method }> = {
  "auth.test": { run: () => ok({ ...BOT, user: "llmprice", team: "Fake" }) },
  "chat.postMessage": {
    scope: "chat:write",
    run: (args, state) => {
      const wrong = checked("chat.postMessage", args, state);
      if (wrong) return wrong;
      const posted = message(args, state);
      state.messages.push(posted);
      return ok({ channel: posted.channel, ts: posted.ts });
    },
  },
  "chat.postEphemeral": {
    scope: "chat:write",
    run: (args, state) => {
      const wrong = checked("chat.postEphemeral", args, state);
      if (wrong) return wrong;
      const posted = { ...message(args, state), onlyFor: String(args.user) };
      state.messages.push(posted);
      return ok({ message_ts: posted.ts });
    },
  },
  "chat.update": {
    scope: "chat:write",
    run: (args, state) => {
      const blocks = Array.isArray(args.blocks) && args.blocks.length === 0 ? {} : { blocks: args.blocks };
      const wrong = checked("chat.update", { channel: args.channel, text: args.text, ...blocks }, state);
      if (wrong) return wrong;
      const found = state.messages.find(({ channel, ts }) => channel === args.channel && ts === args.ts);
      if (!found) return no("message_not_found");
      Object.assign(found, { text: args.text, blocks: args.blocks, updated: (found.updated ?? 0) + 1 });
      return ok({ channel: found.channel, ts: found.ts });
    },
  },
  "conversations.open": {
    scope: "im:write",
    run: ({ users }) => ok({ channel: { id: `D${String(users).slice(1)}` } }),
  },
  "conversations.replies": { run: (args, state) => read(args, state, true) },
  "conversations.history": { run: (args, state) => read(args, state, false) },
  "users.info": {
    scope: "users:read",
    run: ({ user }, state) => {
      const found = state.users.get(String(user));
      return found ? ok({ user: { id: user, ...found } }) : no("user_not_found");
    },
  },
  "views.open": { run: opened },
  "views.publish": {
    run: (args, state) => {
      const refused = refusedView(args.view);
      if (refused) {
        state.refusals.push({ method: "views.publish", ...refused });
        return refusal(refused);
      }
      state.homes.set(String(args.user_id), args.view as Args);
      return ok();
    },
  },
  "views.update": {
    run: (args, state) => {
      const refused = refusedView(args.view);
      if (refused) return refusal(refused);
      if (!state.views.has(String(args.view_id))) return no("not_found");
      state.views.set(String(args.view_id), { id: args.view_id, ...(args.view as Args) });
      return ok();
    },
  },
  "assistant.threads.setSuggestedPrompts": {
    scope: "assistant:write",
    run: (args, state) => {
      // Section 3, "Agent": at most four.
      if (!Array.isArray(args.prompts) || args.prompts.length > 4) return no("invalid_arguments");
      state.prompts.set(String(args.channel_id), args.prompts);
      return ok();
    },
  },
  "assistant.threads.setStatus": { scope: "assistant:write", run: () => ok() },
};
