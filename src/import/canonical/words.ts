import labs from "./labs.json" with { type: "json" };

const WORD_LAB = new Map(
	Object.entries(labs.words).flatMap(([lab, words]) =>
		words.map((word) => [word, lab]),
	),
);
const LONGEST_WORD = Math.max(
	...[...WORD_LAB.keys()].map((word) => word.length),
);
const BOUNDARY = /[a-z]/;

/** The lab whose known model word begins the name ("gpt-4o" → openai), the longest word first. */
export function labOfName(name: string): string | undefined {
	for (let length = Math.min(LONGEST_WORD, name.length); length > 0; length--) {
		const lab = WORD_LAB.get(name.slice(0, length));
		const next = name.charAt(length);
		if (lab !== undefined && !BOUNDARY.test(next)) return lab;
	}
	return undefined;
}
