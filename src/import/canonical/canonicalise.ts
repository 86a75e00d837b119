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
import { prefersUndated, withoutDay } from "./dates.ts";
import { isFineTune } from "./fine-tune.ts";
import { labOf, shopOf } from "./lab.ts";
import { modeSuffix } from "./mode.ts";
import { normalName } from "./normal.ts";
import overrides from "./overrides.json" with { type: "json" };
import { type Stripped, strip } from "./strip.ts";
import { formatSuffix, servingSuffix } from "./suffix.ts";

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
  return anchorOf(lab, normal) ?? (undated === undefined ? anchorWithEnding(lab, normal) : anchorOf(lab, undated));
}

type Found = { name: string; variant: string[] };

const without = (name: string, suffix: string): string => name.slice(0, -suffix.length - 1);

/**
 * The lab's own name, once modes of answering and serving suffixes are off; nothing if the lab has no such model.
 * They come off one by one, and only where the name with them is not the lab's.
 */
function known(lab: string, name: string, provider: string): Found | undefined {
  const own = atLab(lab, name);
  if (own !== undefined) return { name: own, variant: [] };
  const mode = modeSuffix(lab, name);
  const suffix =
    mode !== undefined && atLab(lab, without(name, mode)) !== undefined ? mode : servingSuffix(name, provider);
  const found = suffix === undefined ? undefined : known(lab, without(name, suffix), provider);
  return found && suffix !== undefined ? { name: found.name, variant: [...found.variant, suffix] } : undefined;
}

/** A tidy name for a model that the lab's list does not have: only the format of the weights comes off. */
function unknown(lab: string, name: string): Found {
  const suffix = formatSuffix(name);
  if (suffix !== undefined) {
    const found = unknown(lab, without(name, suffix));
    return { name: found.name, variant: [...found.variant, suffix] };
  }
  const normal = normalName(lab, name);
  return {
    name: (prefersUndated(lab) ? withoutDay(lab, normal) : undefined) ?? normal,
    variant: [],
  };
}

function withoutFree(variant: string[], stripped: Stripped): string[] {
  if (variant.includes("free")) stripped.free = true;
  return variant.filter((word) => word !== "free");
}

function resolve(lab: string, stripped: Stripped, provider: string): string {
  const listed = known(lab, stripped.name, provider);
  const found = listed ?? unknown(lab, stripped.name);
  stripped.variant.push(...withoutFree(found.variant, stripped));
  const anonymous = listed === undefined && stripped.folders.length === 0 && shopOf(provider) === undefined;
  return `${anonymous && isFineTune(lab, found.name) ? COMMUNITY : lab}/${found.name}`;
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
  if (stripped.fineTuned) return { unplaced: "a price for the buyer's own fine-tunes" };
  const exception = EXCEPTIONS[`${input.provider}:${input.id}`];
  if (exception !== undefined) return placed(exception, stripped);
  const lab = labOf(stripped, input.provider);
  if (lab === undefined) return { unplaced: "nothing in the id says who made the model" };
  return placed(resolve(lab, stripped, input.provider), stripped);
}
