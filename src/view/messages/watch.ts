/** What a watch waits for, in words; `side` is "input" where one is named. */
interface WaitsFor {
  below: (amount: string, side: string | undefined) => string;
  above: (amount: string, side: string | undefined) => string;
  down: (side: string | undefined) => string;
  up: (side: string | undefined) => string;
  any: (side: string | undefined) => string;
  new_model: string;
  new_host: (below: string | undefined) => string;
}

/** Where a watch tells, as the asker may know it: never by a channel's name. */
export type Place = "here" | "private" | "elsewhere";

/** What is said about watches: one plain paragraph each. */
export interface WatchTalk {
  waits: WaitsFor;
  /** Whom it is about, where that is a lab or a family: "any model of Moonshot AI". */
  anyOf: (name: string) => string;
  /** "I will tell you here when GPT-5.5 at OpenAI falls below $4 in." */
  on: (of: { place: Place; who: string; waits: string; now?: string; until?: string }) => string;
  /** It is beyond the line as it is: what that means. */
  already: (now: string) => string;
  noPrice: (who: string) => string;
  whom: string;
  tooMany: (most: number) => string;
  list: (items: readonly string[]) => string;
  item: (of: {
    number: number;
    who: string;
    waits: string;
    place: Place;
    state: "active" | "paused" | "muted";
    until?: string;
  }) => string;
  none: string;
  /** Several watches, and the words fit none or all of them. */
  which: (items: string) => string;
  done: Record<"removed" | "paused" | "resumed", (items: readonly string[]) => string>;
  /** The line under what happened: why this is told. */
  because: (waits: string) => string;
  /** What happened, from when, and why it is told. */
  happened: (what: string, since: string, because: string) => string;
  newModel: (lab: string, line: string) => string;
  newHost: (line: string) => string;
  buttons: Record<"stop" | "pause", string>;
}
