import { withoutRevision } from "./bedrock.ts";
import { withoutMaker } from "./maker.ts";
import wrappers from "./wrappers.json" with { type: "json" };

/** What is left of a host's model id when the way to it is taken off. */
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
/** Routes and prefixes that name another seller or a special serving, so that the price is not the plain one. */
const SERVED = new Set(wrappers.served);
/** Providers whose folders name the vendor that serves the model there. */
const RESELLERS = new Set(wrappers.resellers);
const COLON: Record<string, string> = wrappers.colon;

const DATA_CENTRE = /^[a-z]{2}(-gov)?-[a-z]+-\d$/;
const POINT = /(\d)p(\d)/g;
const BLANKS = /[\s_]+/g;
const PUBLISHER = /^.*@(?=[a-z])/;
const DEFAULT = /@default$/;
const FINE_TUNED = /(^|\/)ft:|\.ft-?$/;
const COPY = / 2$/;
const HUB = /^hf:/;
const LATEST = /^~/;
/** A thinking budget or a commit behind a colon says nothing about the model. */
const NOISE = /^(\d+|[0-9a-f]{16,})$/;

function withoutFolders(id: string, out: Stripped): string {
  const parts = id
    .replace(HUB, "")
    .replaceAll("%2f", "/")
    .split("/")
    .map((part) => part.trim())
    .filter(Boolean);
  if (parts.at(-1) === "community" && parts.length > 1) out.variant.push(parts.pop() ?? "");
  const name = parts.pop() ?? "";
  for (const part of parts) {
    const folder = part.replace(LATEST, "").replace(COPY, "");
    const place = DATA_CENTRE.test(folder) || REGIONS.has(folder);
    if (place) out.region = folder;
    (place || ROUTES.has(folder) ? out.routes : out.folders).push(folder);
  }
  return name;
}

function withoutVendor(name: string, out: Stripped): string {
  const [first = "", second = "", ...rest] = name.split(".");
  if (REGIONS.has(first) && DOTTED.has(second)) {
    out.region = first;
    out.folders.push(second);
    return rest.join(".");
  }
  if (!DOTTED.has(first) || second === "") return name;
  out.folders.push(first);
  return [second, ...rest].join(".");
}

function withoutColon(name: string, out: Stripped): string {
  const at = name.lastIndexOf(":");
  if (at < 0) return name;
  const word = name.slice(at + 1);
  const meaning = COLON[word];
  if (meaning === undefined && !NOISE.test(word)) return name;
  if (word === "free") out.free = true;
  else if (meaning !== undefined) out.variant.push(meaning);
  return withoutColon(name.slice(0, at), out);
}

/** The seller behind the seller, as far as folders and prefixes name one. */
function sellers(provider: string, prefix: string, out: Stripped): string[] {
  const words = [...out.routes, ...prefix.split("-")].filter((word) => SERVED.has(word) && !provider.includes(word));
  return RESELLERS.has(provider) ? [...words, ...out.folders] : words;
}

const tidy = (name: string): string =>
  name.replace(POINT, "$1.$2").replace(BLANKS, "-").replaceAll("@", "-").replaceAll(":", "-").replaceAll("--", "-");

/** Takes routes, regions, vendor prefixes and modes such as ":free" off a host's model id. Never throws. */
export function strip(provider: string, id: string): Stripped {
  const out: Stripped = {
    folders: [],
    routes: [],
    name: "",
    variant: [],
    free: false,
    fineTuned: FINE_TUNED.test(id),
  };
  const name = withoutFolders(id.trim().toLowerCase(), out).replace(DEFAULT, "").replace(PUBLISHER, "");
  const folders = out.folders.length;
  const plain = withoutVendor(name, out);
  const bedrock = out.folders.length > folders || provider.includes("bedrock") || provider === "aws";
  const full = tidy(withoutColon(bedrock ? withoutRevision(plain) : plain, out));
  out.name = withoutMaker(full);
  out.variant.unshift(...sellers(provider, full.slice(0, full.length - out.name.length), out));
  return out;
}
