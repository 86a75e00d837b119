/**
 * From a host's model id to the canonical model. A pure function: the labs' own ids and the names of the weights'
 * repositories are data beside it (anchors.json), so what an id means never depends on what else was imported.
 */
import { anchorOf, anchorWithEnding } from "./anchors.ts";
import { withoutDay } from "./dates.ts";
import { labOf } from "./lab.ts";
import { normalName } from "./normal.ts";
import { type Stripped, strip } from "./strip.ts";
import { servingSuffix } from "./suffix.ts";

/** A model id as a host writes it. `provider` is the catalog's or the source's provider id; either will do. */
export type HostId = {
	provider: string;
	id: string;
	name?: string | undefined;
	family?: string | undefined;
};

/**
 * Where an offer belongs: the canonical `lab/name`, and what the host's id says about the serving (`region` "us",
 * `variant` "fp8", `free` for ids that end in ":free" or "-free"); or why it belongs nowhere.
 */
export type Placement =
	| {
			model: string;
			lab: string;
			region?: string;
			variant?: string;
			free?: boolean;
	  }
	| { unplaced: string };

function atLab(lab: string, name: string): string | undefined {
	const undated = withoutDay(lab, name);
	return (
		anchorOf(lab, name) ??
		(undated === undefined
			? anchorWithEnding(lab, name)
			: anchorOf(lab, undated))
	);
}

/** The lab's own name; serving suffixes come off one by one, and only where the name with them is not the lab's. */
function resolve(
	lab: string,
	stripped: Stripped,
	name: string,
	provider: string,
): string {
	const found = atLab(lab, normalName(lab, name));
	if (found !== undefined) return found;
	const suffix = servingSuffix(name, provider);
	if (suffix === undefined)
		return withoutDay(lab, normalName(lab, name)) ?? normalName(lab, name);
	if (suffix === "free") stripped.free = true;
	else stripped.variant.push(suffix);
	return resolve(lab, stripped, name.slice(0, -suffix.length - 1), provider);
}

/** Maps a host's model id to its canonical model. Never throws. */
export function canonicalise(input: HostId): Placement {
	const stripped = strip(input.provider, input.id);
	if (stripped.name === "") return { unplaced: "the id is empty" };
	if (stripped.fineTuned)
		return { unplaced: "a price for the buyer's own fine-tunes" };
	const lab = labOf(stripped, input.provider);
	if (lab === undefined)
		return { unplaced: "nothing in the id says who made the model" };
	const name = resolve(lab, stripped, stripped.name, input.provider);
	return {
		model: `${lab}/${name}`,
		lab,
		...(stripped.region !== undefined && { region: stripped.region }),
		...(stripped.variant.length > 0 && { variant: stripped.variant.join("-") }),
		...(stripped.free && { free: true }),
	};
}
