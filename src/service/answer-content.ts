import type { Reply as Answered } from "../bot/bot.ts";
import { dayOf } from "../catalog/days.ts";
import type { Content, Reply } from "../ports/core.ts";
import type { Query } from "../query/query.ts";
import type { Button } from "../view/button.ts";
import { messagesIn } from "../view/messages/locales.ts";
import type { Talk } from "../view/messages/service.ts";
import { encodeTarget, type Target } from "./button-value.ts";
import type { Ask } from "./context.ts";
import { sendKeyOf } from "./send-key.ts";

type Draw = Extract<Content, { kind: "answer" }>;

interface Drawn {
  to: Reply["to"];
  /** The answer went without default filters already. */
  bare?: boolean | undefined;
  sharedBy?: string;
}

/** An answer with the buttons that it carries for the one who asked. */
export function answerContent(ask: Ask, answered: Answered, { to, bare, sharedBy }: Drawn): Draw {
  const isPrivate = to === "asker" && ask.incoming.surface !== "direct";
  const share = isPrivate && answered.outcome === "answered" ? shareButton(ask, answered, bare) : undefined;
  return {
    kind: "answer",
    view: answered.view,
    buttons: [
      ...dropFilters(ask, answered),
      ...followUps(ask, answered, bare),
      ...watch(ask, answered),
      ...wrongPrice(ask, answered),
    ],
    choices: answered.view.choices.flatMap(({ label, query }) => button("choice", label, asked(ask, query, bare))),
    ...(share && { share }),
    ...(sharedBy !== undefined && { sharedBy }),
  };
}

/** A button, unless its target is too big for one. */
export function button(code: string, label: string, target: Target): Button[] {
  const value = encodeTarget(target);
  return value === undefined ? [] : [{ code, label, value }];
}

/** The target that shows the answer to a query. */
const asked = ({ incoming, now }: Ask, q: Query, bare?: boolean): Target => ({
  k: "ask",
  q,
  by: incoming.sender.user,
  day: dayOf(now),
  ...(bare && { bare: true }),
});

const labels = ({ view }: Answered): Talk["buttons"] => messagesIn(view.language).talk.buttons;

function dropFilters(ask: Ask, answered: Answered): Button[] {
  if (!answered.bare) return [];
  return button("drop_filters", labels(answered).drop_filters, asked(ask, answered.bare, true));
}

function followUps(ask: Ask, { view }: Answered, bare: boolean | undefined): Button[] {
  return view.actions.flatMap(({ code = "follow_up", label, query }) => button(code, label, asked(ask, query, bare)));
}

function watch({ now, parts }: Ask, answered: Answered): Button[] {
  const model = oneOffer(answered)?.model;
  if (!parts.commands.watch || model === undefined) return [];
  return button("watch", labels(answered).watch, { k: "watch", m: model, l: answered.view.language, day: dayOf(now) });
}

function wrongPrice({ now, parts }: Ask, answered: Answered): Button[] {
  const offer = oneOffer(answered);
  if (!parts.reviews || !offer) return [];
  const { model, provider } = offer;
  return button("wrong_price", labels(answered).wrong_price, {
    k: "wrong",
    m: model,
    p: provider,
    l: answered.view.language,
    day: dayOf(now),
  });
}

/** The one offer that all rows of an answer are of. */
function oneOffer({ query, rows }: Answered): { model: string; provider: string } | undefined {
  const [first, ...others] = rows;
  if (!first?.model || query.intent === "history" || query.intent === "changes") return undefined;
  const { model, provider } = first;
  return others.every((row) => row.model === model && row.provider === provider) ? { model, provider } : undefined;
}

function shareButton({ now, incoming }: Ask, answered: Answered, bare: boolean | undefined): Button | undefined {
  const target: Target = {
    k: "share",
    q: answered.query,
    n: sendKeyOf(incoming),
    day: dayOf(now),
    ...(bare && { bare: true }),
  };
  return button("share", labels(answered).share, target)[0];
}
