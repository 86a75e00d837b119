import { chatWords } from "../../src/view/messages/chat.ts";
import type { View } from "../../src/view/view.ts";
import { aside, bytesOf, type Card, type Div, type Element, elementsIn, plain } from "./card.ts";
import { cut } from "./escape.ts";
import { BODY_BYTES, CARD_BYTES, ELEMENTS, SUMMARY, TABLES, TITLE } from "./limits.ts";

type Language = View["language"];

/** The places of a card from top to bottom; parts are added in the order of their weight instead. */
const PLACES = [
  "opening",
  "choices",
  "table",
  "remarks",
  "chart",
  "facts",
  "notes",
  "sources",
  "freshness",
  "form",
  "buttons",
] as const;
export type Place = (typeof PLACES)[number];

/** Bytes kept for the remarks that say what was left out. */
const REMARKS = { card: 900, body: 1000, elements: 6 };

interface Room {
  card: number;
  body: number;
}

/** A card that comes together within Feishu's limits; what finds no room is counted and said. */
export class Sheet {
  readonly #title: string;
  readonly #template: Card["header"]["template"];
  readonly #language: Language;
  readonly #parts = new Map<Place, Element[]>();
  readonly #remarks: string[] = [];
  readonly #room: Room;
  #elements: number;
  #tables = 0;
  #left = 0;

  constructor(language: Language, title: string, template: Card["header"]["template"] = "blue") {
    this.#language = language;
    this.#title = title;
    this.#template = template;
    const frame = this.#card([]);
    const { card, body } = bytesOf(frame);
    this.#room = { card: CARD_BYTES - REMARKS.card - card, body: BODY_BYTES - REMARKS.body - body };
    this.#elements = ELEMENTS - REMARKS.elements - elementsIn(frame);
    // Old clients show the title only, and not all of a long one.
    if (title.length > TITLE) this.lines("opening", [title], (text) => ({ tag: "div", text: plain(text) }));
  }

  /** Bytes that still find room. */
  get room(): Readonly<Room> {
    return this.#room;
  }

  /** @returns whether the element found room. */
  add(place: Place, element: Element): boolean {
    const { card, body } = bytesOf(element);
    const elements = elementsIn(element);
    const table = element.tag === "table" ? 1 : 0;
    if (card >= this.#room.card || body >= this.#room.body) return false;
    if (elements > this.#elements || this.#tables + table > TABLES) return false;
    this.#room.card -= card + 1;
    this.#room.body -= body + 1;
    this.#elements -= elements;
    this.#tables += table;
    this.#parts.set(place, [...(this.#parts.get(place) ?? []), element]);
    return true;
  }

  /** Lines as one paragraph, as many as find room with `keep` bytes left for what follows. */
  lines(place: Place, lines: readonly string[], draw: (text: string) => Div, keep = 0): void {
    const said = lines.map((line) => cut(line.trim(), LINE)).filter((line) => line !== "");
    const room = Math.min(this.#room.card, this.#room.body) - keep - FRAME;
    let fitting = 0;
    let used = 0;
    for (const line of said) {
      used += bytesOf(line).body + 2;
      if (used > room) break;
      fitting++;
    }
    const drawn = fitting > 0 && this.add(place, draw(said.slice(0, fitting).join("\n")));
    this.leaveOut(said.length - (drawn ? fitting : 0));
  }

  /** Counts lines that are not shown. */
  leaveOut(lines: number): void {
    this.#left += lines;
  }

  /** A sentence about what the card leaves out of a table or chart. */
  remark(sentence: string): void {
    this.#remarks.push(cut(sentence, REMARK));
  }

  done(): Card {
    const words = chatWords(this.#language);
    const said = [...this.#remarks, ...(this.#left > 0 ? [words.leftOut(this.#left)] : [])];
    const remarks = said.length > 0 ? [aside(said.join("\n"))] : [];
    return this.#card(
      PLACES.flatMap((place): Element[] => [
        ...(this.#parts.get(place) ?? []),
        ...(place === "remarks" ? remarks : []),
      ]),
    );
  }

  #card(elements: Element[]): Card {
    return {
      schema: "2.0",
      config: { update_multi: true, width_mode: "fill", summary: { content: cut(this.#title, SUMMARY) } },
      header: { title: plain(cut(this.#title, TITLE)), template: this.#template },
      body: { elements },
    };
  }
}

const LINE = 1500;
const REMARK = 100;
/** A paragraph without its words. */
const FRAME = 200;
