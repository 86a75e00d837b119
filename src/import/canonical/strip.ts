import { withoutMaker } from "./maker.ts";
import wrappers from "./wrappers.json" with { type: "json" };

/** What is left of a host's model id when everything about the serving is taken off. */
export type Stripped = {
	/** Folders that may name the maker, outermost first, lower case. */
	folders: string[];
	/** Folders that only name a route; they tell the maker when nothing else does. */
	routes: string[];
	/** The model's name, lower case. */
	name: string;
	region?: string;
	variant: string[];
	free: boolean;
	/** A price for fine-tunes of the buyer's own. */
	fineTuned: boolean;
};

const ROUTES = new Set(wrappers.routes);
const REGIONS = new Set(wrappers.regions);
const DOTTED = new Set(wrappers.dotted);
const COLON: Record<string, string> = wrappers.colon;

const DATA_CENTRE = /^[a-z]{2}(-gov)?-[a-z]+-\d$/;
const FIREWORKS_POINT = /(\d)p(\d)/g;
const BEDROCK_MINOR = /-v0:(\d)$/;
const BEDROCK_REVISION = /(-v\d+(:\d+)*|-1:0|:0)(:[a-z0-9]+)?$/;
const AT = /@/g;
const FINE_TUNED = /(^|\/)ft:|\.ft-?$/;

function withoutFolders(id: string, out: Stripped): string {
	const parts = id
		.replace(/^hf:/, "")
		.split("/")
		.map((part) => part.trim())
		.filter(Boolean);
	if (parts.at(-1) === "community" && parts.length > 1) {
		parts.pop();
		out.variant.push("community");
	}
	const name = parts.pop() ?? "";
	for (const part of parts) {
		const folder = part.replace(/^~/, "").replace(/ 2$/, "");
		if (DATA_CENTRE.test(folder) || REGIONS.has(folder)) out.region = folder;
		if (ROUTES.has(folder) || DATA_CENTRE.test(folder)) out.routes.push(folder);
		else out.folders.push(folder);
	}
	return name;
}

function withoutDottedVendor(name: string, out: Stripped): string {
	const parts = name.split(".");
	const [first = "", second = ""] = parts;
	if (REGIONS.has(first) && DOTTED.has(second)) {
		out.region = first;
		out.folders.push(second);
		return parts.slice(2).join(".");
	}
	if (DOTTED.has(first) && parts.length > 1) {
		out.folders.push(first);
		return parts.slice(1).join(".");
	}
	return name;
}

function withoutColon(name: string, out: Stripped): string {
	const at = name.lastIndexOf(":");
	const word = name.slice(at + 1);
	const meaning = COLON[word];
	if (at < 0 || meaning === undefined) return name;
	if (word === "free") out.free = true;
	else out.variant.push(meaning);
	return withoutColon(name.slice(0, at), out);
}

/**
 * Takes routes, regions, vendor prefixes and modes such as ":free" off a host's model id. Never throws.
 */
export function strip(provider: string, id: string): Stripped {
	const out: Stripped = {
		folders: [],
		routes: [],
		name: "",
		variant: [],
		free: false,
		fineTuned: FINE_TUNED.test(id),
	};
	const lower = id.trim().toLowerCase();
	let name = withoutFolders(lower, out);
	if (out.routes.includes("fireworks"))
		name = name.replace(FIREWORKS_POINT, "$1.$2");
	const folders = out.folders.length;
	name = withoutDottedVendor(name, out);
	name = withoutColon(name, out);
	const fromBedrock =
		out.folders.length > folders ||
		provider.includes("bedrock") ||
		provider === "aws";
	if (fromBedrock)
		name = name.replace(BEDROCK_MINOR, "-v0.$1").replace(BEDROCK_REVISION, "");
	name = name
		.replace(/@default$/, "")
		.replace(AT, "-")
		.replace(/--/g, "-");
	out.name = withoutMaker(name);
	return out;
}
