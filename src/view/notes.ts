import type { Note, NoteArgs, NoteCode } from "../answer/notes.ts";
import { asksPrices } from "./fields.ts";
import type { Voice } from "./messages/voice.ts";
import type { Presented, Scene } from "./scene.ts";

/** The one place where a note becomes a sentence: the code picks the function that takes its arguments. */
export function sentence({ messages, voice }: Scene, { code, args }: Note): string {
  const say = messages.notes[code] as (args: NoteArgs[NoteCode], voice: Voice) => string;
  return say(args, voice);
}

/** Notes that are said first, the weightiest first: what is no answer, what may no longer hold, how old it is. */
const FIRST: readonly NoteCode[] = [
  "unknown_model",
  "not_released",
  "no_offer",
  "no_price",
  "gone_on_site",
  "gone",
  "price_ended",
  "earliest",
  "stale",
  "announced",
  "unconfirmed",
  "disagreement",
  "exceeds_context",
  "unlikely_moves",
];
/** Of these a long answer tells only how many there are. */
const LIGHT = new Set<NoteCode>([
  "unverified_left_out",
  "unproven_left_out",
  "fact_not_stated",
  "corrections_left_out",
  "moving_names",
  "holidays_unknown",
  "other_offer",
  "fact",
  "price_note",
  "too_long",
]);
/** So many notes stand in an answer, the line that counts the lighter ones included. */
const NOTES_SHOWN = 6;

/** Each of these groups is one note in a long answer. */
const BASIS: readonly NoteCode[] = ["blend", "default_call", "by_input", "fx"];
const LEFT_OUT: readonly NoteCode[] = [
  "ability_not_stated",
  "fact_not_stated",
  "unverified_left_out",
  "unproven_left_out",
  "too_long",
];

interface Said {
  code: NoteCode;
  lines: string[];
}

/** The notes of an answer in sentences, weightiest first, and apart from them those that a long answer leaves out. */
export function notesOf(scene: Scene, presented: Presented): { notes: string[]; lighter: string[] } {
  const all = byWeight(sentences(scene, presented));
  const linesOf = (some: readonly Said[]) => some.flatMap(({ lines }) => lines);
  const isMany = (some: readonly Said[]) => linesOf(some).length > NOTES_SHOWN;
  const said = isMany(all)
    ? [LEFT_OUT, BASIS].reduce((some, group) => joined(some, group, scene.query.language === "zh" ? "" : " "), all)
    : all;
  const isLong = isMany(said);
  const light = linesOf(said.filter(({ code }) => isLong && LIGHT.has(code)));
  // One line that counts one note is no shorter.
  if (light.length < 2) return { notes: linesOf(said), lighter: [] };
  return { notes: linesOf(said.filter(({ code }) => !LIGHT.has(code))), lighter: light };
}

/** The notes of a group as one line, at the place of its first one. */
function joined(said: readonly Said[], group: readonly NoteCode[], gap: string): Said[] {
  const [first, ...others] = said.filter(({ code }) => group.includes(code));
  if (!first || others.length === 0) return [...said];
  const line = [first, ...others].flatMap(({ lines }) => lines).join(gap);
  return said.flatMap((one) =>
    one === first ? [{ code: first.code, lines: [line] }] : others.includes(one) ? [] : [one],
  );
}

function byWeight(said: readonly Said[]): Said[] {
  const place = ({ code }: Said) =>
    FIRST.includes(code) ? FIRST.indexOf(code) : FIRST.length + Number(LIGHT.has(code));
  return [...said].sort((a, b) => place(a) - place(b));
}

/** In the order in which they came up; several of one kind in one sentence where there is one. */
function sentences(scene: Scene, presented: Presented): Said[] {
  const { answer, messages, voice } = scene;
  const groups = new Map<NoteCode, Note[]>();
  for (const note of answer.notes) {
    if (isNeedless(scene, note, presented)) continue;
    groups.set(note.code, [...(groups.get(note.code) ?? []), note]);
  }
  return [...groups].map(([code, notes]) => {
    const together = messages.many[code] as ((list: NoteArgs[NoteCode][], voice: Voice) => string) | undefined;
    if (notes.length === 1 || !together) return { code, lines: notes.map((note) => sentence(scene, note)) };
    const all = notes.map(({ args }) => args);
    return { code, lines: [together(all, voice)] };
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
