import type { Note, NoteArgs, NoteCode } from "./notes.ts";

/** How many ids a note names; its `count` tells the whole number. */
export const NAMED_IN_NOTE = 5;

/** The notes of one answer, each said once, in the order in which they came up. */
export class Notes {
  readonly #said = new Map<string, Note>();

  add<C extends NoteCode>(code: C, args: NoteArgs[C]): void {
    const key = `${code} ${JSON.stringify(args)}`;
    if (!this.#said.has(key)) this.#said.set(key, { code, args } as Note);
  }

  get list(): Note[] {
    return [...this.#said.values()];
  }
}
