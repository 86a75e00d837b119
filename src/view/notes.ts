import type { Note, NoteArgs, NoteCode } from "../answer/notes.ts";
import { asksPrices } from "./fields.ts";
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
    if (isNeedless(scene, note, presented)) continue;
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

const HAN = /\p{Script=Han}/u;
/** What curators note of how they came by a figure. */
const WORKINGS = /\bderived\b|\(sides:/i;

/** A source's remark in the language of the answer, that is no note of a curator on the data. */
function isForReaders(text: string, language: "en" | "zh"): boolean {
  return HAN.test(text) === (language === "zh") && !WORKINGS.test(text);
}

const ABOUT_PRICES = new Set<NoteCode>(["blend", "other_rates", "other_offer", "other_site"]);

/** What stands elsewhere in the view already, or has nothing to do with what was asked. */
function isNeedless(scene: Scene, note: Note, { table }: Presented): boolean {
  const { answer, query } = scene;
  if (ABOUT_PRICES.has(note.code) && !asksPrices(scene)) return true;
  switch (note.code) {
    case "claim":
      return true;
    case "price_note":
      return !isForReaders(note.args.text, query.language);
    case "more_rows":
      return table !== undefined;
    case "period":
      return query.intent === "changes";
    case "blend":
      return answer.rows.length === 0 && !answer.derived;
    case "other_site":
      return note.args.input === null && note.args.output === null;
    case "other_rates":
      return table?.columns[0]?.key === "tier";
    case "default_call":
      return !answer.rows.some(({ tier }) => tier) && !answer.notes.some(({ code }) => code === "other_rates");
    default:
      return false;
  }
}
