import { GAP, type Gap, lex, type Token } from "./lexer.ts";
import { CURRENCY_SIGNS, QUANTITIES } from "./lexicon.ts";
import type { Sense } from "./phrases.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A word, figure or phrase of the text with what it may stand for in a name. */
export interface Element {
	kind: Token["kind"];
	text: string;
	start: number;
	end: number;
	gap: Gap;
	/** The words of names it stands for; empty where it stands for none. */
	atoms: readonly string[];
	sense?: Sense | undefined;
	/** The word by which a family is filed. */
	head: boolean;
}

/** Cuts a text into elements, taking the longest phrases. */
export function elementsOf(text: string, vocabulary: Vocabulary): Element[] {
	const tokens = lex(text, (run, beforeDigit) =>
		vocabulary.split(run, beforeDigit),
	);
	const elements: Element[] = [];
	for (let at = 0; at < tokens.length; ) {
		const found = vocabulary.phrases.longest(tokens, at);
		const first = tokens[at];
		const end =
			found !== undefined &&
			isTyped(text, tokens.slice(at, found.end), found.sense)
				? found.end
				: at + 1;
		const last = tokens[end - 1];
		if (first === undefined || last === undefined) break;
		elements.push(
			elementOf(
				first,
				last,
				end - at === 1,
				end === found?.end ? found.sense : undefined,
				vocabulary,
			),
		);
		at = end;
	}
	return elements;
}

function isTyped(
	text: string,
	tokens: readonly Token[],
	sense: Sense,
): boolean {
	return (
		sense.capitals === undefined ||
		tokens.every(
			(token) =>
				text.slice(token.start, token.end).toLowerCase() !==
				text.slice(token.start, token.end),
		)
	);
}

function elementOf(
	first: Token,
	last: Token,
	single: boolean,
	sense: Sense | undefined,
	vocabulary: Vocabulary,
): Element {
	const known =
		single && first.kind !== "mark" && vocabulary.words.has(first.text);
	const atoms = sense?.atoms ?? (known ? [first.text] : []);
	const head = atoms.length === 1 && vocabulary.heads.has(atoms[0] ?? "");
	return {
		kind: first.kind,
		text: first.text,
		start: first.start,
		end: last.end,
		gap: first.gap,
		atoms,
		sense,
		head,
	};
}

const WHOLE = /^\d+$/;
const NUMBER = /^\d+(\.\d+)*(\.x)?$/;
const SIZE = /^\d+(\.\d+)?[kmw]$/;
const LONGEST_VERSION = 6;

export const isWhole = (element: Element) =>
	element.kind === "figure" && WHOLE.test(element.text);
export const isNumber = (element: Element) =>
	element.kind === "figure" && NUMBER.test(element.text);
export const isSize = (element: Element) =>
	element.kind === "figure" && SIZE.test(element.text);

/** Whether a figure counts or prices something rather than naming a version. */
export function isQuantity(elements: readonly Element[], at: number): boolean {
	const element = elements[at];
	if (element === undefined || !isNumber(element)) return false;
	if (element.text.length > LONGEST_VERSION && !element.text.startsWith("20"))
		return true;
	const before = elements[at - 1];
	if (
		before !== undefined &&
		CURRENCY_SIGNS.has(before.text) &&
		element.gap !== GAP.line
	)
		return true;
	const after = elements[at + 1];
	return (
		after !== undefined &&
		after.gap < GAP.line &&
		after.atoms.length === 0 &&
		QUANTITIES.has(after.text)
	);
}
