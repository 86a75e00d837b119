import type { Note, NoteArgs, NoteCode } from "../answer/notes.ts";
import type { Voice } from "./messages/voice.ts";
import type { Presented, Scene } from "./scene.ts";

/** The one place where a note becomes a sentence: the code picks the function that takes its arguments. */
export function sentence({ messages, voice }: Scene, { code, args }: Note): string {
  const say = messages.notes[code] as (args: NoteArgs[NoteCode], voice: Voice) => string;
  return say(args, voice);
}

/** The notes of an answer in sentences, in their order; several of one kind in one sentence where there is one. */
export function notesOf(scene: Scene, presented: Presented): string[] {
  const { answer, messages, voice } = scene;
  const groups = new Map<NoteCode, Note[]>();
  for (const note of answer.notes) {
    if (isSaidElsewhere(scene, note, presented)) continue;
    groups.set(note.code, [...(groups.get(note.code) ?? []), note]);
  }
  return [...groups].flatMap(([code, notes]) => {
    const together = messages.many[code] as ((list: NoteArgs[NoteCode][], voice: Voice) => string) | undefined;
    if (notes.length === 1 || !together) return notes.map((note) => sentence(scene, note));
    return [
      together(
        notes.map(({ args }) => args),
        voice,
      ),
    ];
  });
}

/** Claims lead the answer as its verdict, cut rows stand under the table, a period in the title. */
function isSaidElsewhere({ answer, query }: Scene, { code }: Note, { table }: Presented): boolean {
  if (code === "claim") return true;
  if (code === "more_rows") return table !== undefined;
  if (code === "period") return query.intent === "changes";
  return code === "blend" && answer.rows.length === 0 && !answer.derived;
}
