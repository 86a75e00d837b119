import type { CommandHandler, Given } from "../ports/commands.ts";
import type { Watch } from "../ports/records.ts";
import { dayIn } from "../view/edition/lines.ts";
import { type Answered, type Asked, said } from "./asked.ts";
import { type Order, orderOf } from "./condition.ts";
import type { WatchParts } from "./parts.ts";
import { setUp } from "./set-up.ts";
import { placeOf, speakerOf, waitsWords, whoWords } from "./words.ts";

/** Carries out commands about watches. Everybody has their own, and sees and changes no others. */
export function createWatchHandler(parts: WatchParts): CommandHandler<"watch"> {
  return async (given: Given<"watch">) => {
    const speaker = speakerOf(given.language, parts.catalog(), given.now);
    return ACTIONS[given.command.action]({ ...given, parts, speaker, talk: speaker.messages.watch });
  };
}

const ACTIONS: Record<Order["action"], (asked: Asked) => Promise<Answered>> = {
  on: setUp,
  set: setUp,
  list,
  show: list,
  off: (asked) => change(asked, "removed", () => undefined),
  remove: (asked) => change(asked, "removed", () => undefined),
  pause: (asked) => change(asked, "paused", (watch) => ({ ...watch, state: "paused" })),
  resume: (asked) => change(asked, "resumed", (watch) => ({ ...watch, state: "active" })),
};

const own = ({ parts, incoming }: Asked): Promise<Watch[]> =>
  parts.store.watches.list(incoming.address.tenant, incoming.sender.user);

async function list(asked: Asked): Promise<Answered> {
  const watches = await own(asked);
  if (watches.length === 0) return said(asked, asked.talk.none);
  return said(asked, asked.talk.list(watches.map((watch, at) => itemOf(asked, watch, at + 1))));
}

function itemOf({ talk, speaker, incoming }: Asked, watch: Watch, number: number): string {
  const { until } = orderOf(watch);
  return talk.item({
    ...{ number, who: whoWords(watch, speaker), waits: waitsWords(watch, speaker), state: watch.state },
    place: placeOf(watch, incoming.address.channel),
    ...(until && { until: dayIn(speaker, until) }),
  });
}

type Done = keyof Asked["talk"]["done"];

/** Changes those that the command names: by model, lab or family, by their number in the list, or all. */
async function change(asked: Asked, done: Done, next: (watch: Watch) => Watch | undefined): Promise<Answered> {
  const { talk, parts, speaker } = asked;
  const watches = await own(asked);
  if (watches.length === 0) return said(asked, talk.none);
  const chosen = choose(asked, watches);
  if (chosen.length === 0) {
    const items = watches.map((watch, at) => itemOf(asked, watch, at + 1));
    return said(asked, talk.which(talk.list(items)));
  }
  for (const { tenant, id } of chosen) await parts.store.watches.change(tenant, id, (old) => old && next(old));
  return said(
    asked,
    talk.done[done](chosen.map((watch) => `${whoWords(watch, speaker)} ${waitsWords(watch, speaker)}`)),
  );
}

const ALL = /\ball\b|\bevery|全部|所有|全都|统统/iu;
const NUMBER = /(?:^|[^\p{L}\p{N}.-])(\d{1,2})(?![\p{L}\p{N}.-])/u;

function choose({ command, incoming }: Asked, watches: readonly Watch[]): Watch[] {
  const { models = [], families = [], labs = [] } = command;
  const wanted = new Set([...models, ...families, ...labs]);
  if (wanted.size > 0) return watches.filter((watch) => isAbout(watch, wanted));
  const text = incoming.request.kind === "question" ? incoming.request.text : "";
  if (ALL.test(text) || watches.length === 1) return [...watches];
  const number = NUMBER.exec(text)?.[1];
  const one = number === undefined ? undefined : watches[Number(number) - 1];
  return one ? [one] : [];
}

/** A family or lab that is named means its models' watches too, as far as their ids say so. */
function isAbout(watch: Watch, wanted: ReadonlySet<string>): boolean {
  const { models = [], families = [], labs = [] } = orderOf(watch);
  return [...models, ...families, ...labs].some((id) => wanted.has(id) || wanted.has(id.split("/")[0] ?? ""));
}
