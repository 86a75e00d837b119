import type { Family, Model } from "../../catalog/schema.ts";
import type { Mention } from "../names.ts";
import { FILLERS } from "./lexicon.ts";
import { nearest } from "./nearest.ts";
import type { Find, Scene } from "./scan.ts";
import { companyStrength, strengthOf } from "./strength.ts";

type Company = Extract<Find, { kind: "company" }>;
type Several = Extract<Find, { kind: "several" }>;
type Name = Extract<Find, { kind: "name" }>;

/** Turns what was found into mentions of the text, and a lab in front of its own model into part of its name. */
export function mentionsOf(
	finds: readonly Find[],
	scene: Scene,
	families: readonly Family[],
): Mention[] {
	const mentions: Mention[] = [];
	for (let at = 0; at < finds.length; at++) {
		const find = finds[at];
		if (find === undefined) continue;
		const mention = mentionOf(find, scene, families);
		if (mention === undefined) continue;
		const before = finds[at - 1];
		const maker =
			before?.kind === "company" &&
			isMaker(before, find, mention, scene, families);
		const company = maker ? mentions.pop() : undefined;
		mentions.push(
			company === undefined ? mention : { ...mention, start: company.start },
		);
	}
	return mentions;
}

function isMaker(
	company: Company,
	find: Find,
	mention: Mention,
	scene: Scene,
	families: readonly Family[],
): boolean {
	if (company.lab === undefined) return false;
	const made =
		mention.model?.split("/")[0] ??
		families.find(({ id }) => id === mention.family)?.lab;
	if (made !== company.lab) return false;
	const between = scene.elements.slice(company.end, find.start);
	return between.every(({ text }) => text === "/" || FILLERS.has(text));
}

function mentionOf(
	find: Find,
	scene: Scene,
	families: readonly Family[],
): Mention | undefined {
	const start = scene.elements[find.start]?.start ?? 0;
	const end = scene.elements[find.end - 1]?.end ?? start;
	const span = { start, end, ...(find.edits > 0 ? { typo: true } : {}) };
	if (find.kind === "name")
		return {
			...span,
			...nameOf(find, scene),
			strength: strengthOf(find.atoms, find.edits),
		};
	if (find.kind === "company")
		return {
			...span,
			...companyOf(find),
			strength: companyStrength(scene.elements, find.start),
		};
	if (find.kind === "unknown")
		return {
			...span,
			unknown: { near: nearest(find.atoms, scene.index) },
			strength: strengthOf(find.atoms, find.edits),
		};
	if (find.kind === "several")
		return {
			...span,
			...severalOf(find, scene, families),
			strength: strengthOf(find.atoms, find.edits),
		};
	const candidates = (find.headless ?? []).map(({ model }) => model.id);
	if (candidates.length === 0 || find.atoms.length < 2) return undefined;
	return {
		start,
		end: scene.elements[find.headlessEnd - 1]?.end ?? end,
		candidates,
		strength: 0.5,
	};
}

function nameOf(find: Name, scene: Scene): Partial<Mention> {
	if (find.entry !== undefined) return { model: find.entry.model.id };
	const sense =
		find.end - find.start === 1 ? scene.elements[find.start]?.sense : undefined;
	return {
		...(find.family === undefined ? {} : { family: find.family }),
		...companyOf(sense ?? {}),
	};
}

function companyOf({
	lab,
	provider,
}: {
	lab?: string | undefined;
	provider?: string | undefined;
}): Partial<Mention> {
	return {
		...(lab === undefined ? {} : { lab }),
		...(provider === undefined ? {} : { provider }),
	};
}

function severalOf(
	find: Several,
	scene: Scene,
	families: readonly Family[],
): Partial<Mention> {
	const [only, ...others] = find.models;
	if (only !== undefined && others.length === 0) return { model: only };
	const head = find.atoms.find((atom) =>
		scene.index.vocabulary.heads.has(atom),
	);
	const family = families.find(({ id }) => id === head)?.id;
	const prefix = prefixOf(find, scene);
	return {
		...(family === undefined ? {} : { family }),
		...(prefix === undefined ? {} : { prefix }),
		candidates: [...find.models],
	};
}

/** The typed words as the beginning of the models' names, if that is what they are. */
function prefixOf(find: Several, scene: Scene): string | undefined {
	const atomsOf = (model: Model | undefined) =>
		model === undefined ? [] : (scene.index.atomsOf.get(model) ?? []);
	for (const id of find.models) {
		const beginning = atomsOf(scene.index.byId(id)).slice(0, find.atoms.length);
		if (
			beginning.length > 0 &&
			beginning.every((atom) => find.atoms.includes(atom))
		)
			return beginning.join("-");
	}
	return undefined;
}
