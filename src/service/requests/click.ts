import { dayOf } from "../../catalog/days.ts";
import type { Defaults } from "../../query/defaults.ts";
import type { Query } from "../../query/query.ts";
import { messagesIn } from "../../view/messages/locales.ts";
import { answerContent } from "../answer-content.ts";
import { decodeTarget, type Target } from "../button-value.ts";
import { commanded } from "../commands.ts";
import { type Ask, audience, notice, type Outcome, type RequestOf } from "../context.ts";
import { remember } from "../conversation.ts";
import { openForm } from "../forms.ts";
import { forChannel } from "../settings.ts";
import { reportWrong } from "../wrong-price.ts";

type TargetOf<K extends Target["k"]> = Extract<Target, { k: K }>;
type Handlers = { [K in Target["k"]]: (ask: Ask, target: TargetOf<K>) => Outcome | Promise<Outcome> };

const HANDLERS: Handlers = {
  ask: show,
  share,
  wrong: (ask, { m, p }) => reportWrong(ask, ask.bot.answer(offer(m, p, ask.language), ask.now)),
  watch: (ask, { m }) => commanded(ask, { name: "watch", action: "on", models: [m], any: true }),
  form: (ask, { f, t }) => ({ content: openForm(ask, f, t), to: "asker" }),
};

const offer = (model: string, provider: string, language: Query["language"]): Query => ({
  intent: "lookup",
  language,
  models: [model],
  filters: { providers: { in: [provider] } },
});

/** Does what a button says; whatever stands in its value, the answer is polite. */
export async function click(ask: Ask, request: RequestOf<"click">): Promise<Outcome> {
  const target = decodeTarget(request.value);
  const { talk } = messagesIn(ask.language);
  if (target === "newer") return { content: notice(ask.language, talk.newerButton), to: "asker" };
  if (target === "unreadable") return { content: notice(ask.language, talk.unreadableButton), to: "asker" };
  const handle = HANDLERS[target.k] as (ask: Ask, target: Target) => Outcome | Promise<Outcome>;
  return handle(ask, target);
}

/**
 * The asker's own click replaces the message and counts as their last question, as does that on an example, which is
 * nobody's and stays. Others get an answer for themselves.
 */
async function show(ask: Ask, { q, by, day, bare }: TargetOf<"ask">): Promise<Outcome> {
  const { incoming, now, language } = ask;
  if (q.command) return commanded(ask, q.command);
  const isTheirs = by === undefined || by === incoming.sender.user;
  const answered = shown(ask, q, by === undefined ? dayOf(now) : day, { language });
  if (isTheirs) remember(ask, { ...answered.memory, ...(bare && { bare: true }) });
  const to = isTheirs ? audience(incoming) : "asker";
  return { content: answerContent(ask, answered, { to, bare }), to, replaces: by === incoming.sender.user };
}

/** Posts an answer for everybody, as the channel is set. */
async function share(ask: Ask, { q, n, day, bare }: TargetOf<"share">): Promise<Outcome> {
  const { claims } = ask.parts.store;
  const { tenant } = ask.incoming.address;
  const { otherIds: _, ...incoming } = ask.incoming;
  const once = { ...incoming, id: `share ${n}` };
  if (!(await claims.claim(once)))
    return { content: notice(ask.language, messagesIn(ask.language).talk.shared), to: "asker" };
  await claims.done(tenant, once.id);
  const { filters, ...defaults } = forChannel(ask.settings);
  const answered = shown(ask, q, day, { ...defaults, ...(filters && !bare && { filters }) });
  const sharedBy = ask.incoming.sender.user;
  return { content: answerContent(ask, answered, { to: "here", bare: bare ?? false, sharedBy }), to: "here" };
}

/** The answer with today's prices, which an older message is told. */
function shown({ bot, now }: Ask, query: Query, day: string, defaults: Defaults) {
  const answered = bot.answer(query, now, defaults);
  if (day === dayOf(now)) return answered;
  const { view } = answered;
  const notes = [messagesIn(view.language).talk.sinceThen(day), ...view.notes];
  return { ...answered, view: { ...view, notes } };
}
