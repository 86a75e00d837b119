import labs from "./labs.json" with { type: "json" };
import type { Stripped } from "./strip.ts";
import { labOfName } from "./words.ts";

const FOLDER_LAB = new Map(
	Object.entries(labs.folders).flatMap(([lab, folders]) =>
		folders.map((folder) => [folder, lab]),
	),
);
const SHOPS: Record<string, string> = labs.shops;
/** The lab that a folder of a host's id names, if it is one we know. */
export function labOfFolder(folder: string): string | undefined {
	return FOLDER_LAB.get(folder);
}

/**
 * Who made the model: the folder's organisation (a fine-tune belongs to its maker, whatever its name
 * begins with), else the word its name begins with, else the lab whose shop sells it.
 */
export function labOf(
	stripped: Stripped,
	provider: string,
): string | undefined {
	const folder = stripped.folders.at(-1);
	const fromName = labOfName(stripped.name);
	if (folder === undefined) {
		const route = stripped.routes
			.map(labOfFolder)
			.find((lab) => lab !== undefined);
		return (
			(stripped.name.includes("nemotron") ? "nvidia" : fromName) ??
			SHOPS[provider] ??
			route
		);
	}
	const fromFolder = labOfFolder(folder);
	if (fromFolder === undefined) return folder;
	const resold =
		fromName !== undefined &&
		fromFolder === SHOPS[provider] &&
		stripped.folders.length === 1;
	return resold ? fromName : fromFolder;
}
