import type { Answer, AnswerRow } from "../answer/answer.ts";
import type { Catalog } from "../catalog/catalog.ts";
import type { Query } from "../query/query.ts";
import type { Messages } from "./messages/messages.ts";
import type { Voice } from "./messages/voice.ts";
import type { View } from "./view.ts";

/** All that a presenter needs: the answer, and how to say it. */
export interface Scene {
  answer: Answer;
  query: Query;
  catalog: Catalog;
  messages: Messages;
  voice: Voice;
}

/** Enough to say the parts of a query. */
export type Speech = Pick<Scene, "messages" | "voice">;

/** What an intent says itself; the rest of the view is the same for all. */
export type Presented = Pick<View, "title"> & Partial<Pick<View, "table" | "facts" | "choices" | "choose">>;
export type Presenter = (scene: Scene) => Presented;

/** The day to name in a title, if the question is about another one than today. */
export function pastDay({ answer }: Scene): { asOf?: string } {
  return answer.asOf === answer.today ? {} : { asOf: answer.asOf };
}

/** "GPT-4o mini at OpenAI". */
export const who = ({ voice }: Scene, row: AnswerRow): string => voice.at(row.model, row.provider);

/** The distinct values of a list, in order. */
export const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)];
