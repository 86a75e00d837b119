/**
 * From a host's model id to the canonical model. A pure function: the labs' own ids and the names of the weights'
 * repositories are data beside it (anchors.json, aliases.json), so what an id means never depends on what else was
 * imported, and a model that is not in them yet still gets a tidy id by the same rules.
 *
 * An offer with a `variant` is a serving of the same model: quantised ("fp8"), faster ("fast", "turbo"), in another
 * mode ("thinking", "high"), or on other terms ("batch", "flex", "lte-128k"); its price may differ from the plain
 * offer's, so plain offers come first.
 */
import { anchorOf, anchorWithEnding } from "./anchors.ts";
import { withoutDay } from "./dates.ts";
import { isFineTune } from "./fine-tune.ts";
import { labOf, shopOf } from "./lab.ts";
import { modeSuffix } from "./mode.ts";
import { normalName } from "./normal.ts";
import overrides from "./overrides.json" with { type: "json" };
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

/** Who makes a fine-tune whose id names no maker. */
const COMMUNITY = "community";

/** Hosts that sell a model under another model's name, each seen in the host's own list. */
const EXCEPTIONS: Record<string, string> = overrides;

function atLab(lab: string, name: string): string | undefined {
	const normal = normalName(lab, name);
	const undated = withoutDay(lab, normal);
	return (
		anchorOf(lab, normal) ??
		(undated === undefined
			? anchorWithEnding(lab, normal)
			: anchorOf(lab, undated))
	);
}

/** The lab's own name without a mode of answering, if it is only that which keeps it from being the lab's. */
function inMode(
	lab: string,
	stripped: Stripped,
	name: string,
): string | undefined {
	const mode = modeSuffix(lab, name);
	if (mode === undefined) return undefined;
	const found = atLab(lab, name.slice(0, -mode.length - 1));
	if (found !== undefined) stripped.variant.push(mode);
	return found;
}

/** The lab's own name; serving suffixes come off one by one, and only where the name with them is not the lab's. */
function resolve(
	lab: string,
	stripped: Stripped,
	name: string,
	provider: string,
): string {
	const found = atLab(lab, name) ?? inMode(lab, stripped, name);
	if (found !== undefined) return `${lab}/${found}`;
	const suffix = servingSuffix(name, provider);
	if (suffix !== undefined) {
		if (suffix === "free") stripped.free = true;
		else stripped.variant.push(suffix);
		return resolve(lab, stripped, name.slice(0, -suffix.length - 1), provider);
	}
	const normal = normalName(lab, name);
	const tuned =
		stripped.folders.length === 0 &&
		shopOf(provider) === undefined &&
		isFineTune(lab, normal);
	return `${tuned ? COMMUNITY : lab}/${withoutDay(lab, normal) ?? normal}`;
}

function placed(model: string, stripped: Stripped): Placement {
	const { region, variant, free } = stripped;
	return {
		model,
		lab: model.slice(0, model.indexOf("/")),
		...(region !== undefined && { region }),
		...(variant.length > 0 && { variant: variant.join("-") }),
		...(free && { free }),
	};
}

/** Maps a host's model id to its canonical model. Never throws. */
export function canonicalise(input: HostId): Placement {
	const stripped = strip(input.provider, input.id);
	if (stripped.name === "") return { unplaced: "the id is empty" };
	if (stripped.fineTuned)
		return { unplaced: "a price for the buyer's own fine-tunes" };
	const exception = EXCEPTIONS[`${input.provider}:${input.id}`];
	if (exception !== undefined) return placed(exception, stripped);
	const lab = labOf(stripped, input.provider);
	if (lab === undefined)
		return { unplaced: "nothing in the id says who made the model" };
	return placed(
		resolve(lab, stripped, stripped.name, input.provider),
		stripped,
	);
}
