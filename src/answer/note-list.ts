import type { Note, NoteArgs, NoteCode } from "./notes.ts";

/** How many ids a note names; its `count` tells the whole number. */
export const NAMED_IN_NOTE = 5;

/** The notes of one answer, each said once, in the order in which they came up. */
export class Notes {
  readonly list: Note[] = [];

  add<C extends NoteCode>(code: C, args: NoteArgs[C]): void {
    const alike = this.list.filter((note) => note.code === code);
    const text = alike.length > 0 ? JSON.stringify(args) : "";
    if (!alike.some((note) => JSON.stringify(note.args) === text)) this.list.push({ code, args } as Note);
  }
}
