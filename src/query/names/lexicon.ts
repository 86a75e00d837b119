import data from "./lexicon.json" with { type: "json" };

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** Name words that are ordinary words too: alone they are hardly a name. */
export const ORDINARY = set(data.ordinary);
/** Words that name an ability or a kind of use: part of a name only where nothing else fits. */
export const ABILITIES = set(data.abilities);
/** Words after which an ability word is about prices, not part of a name ("gpt-4o audio input"). */
export const PRICED = set(data.priced);
/** Words that make another model of a name ("gpt-5.5" and "gpt-5.5 mini"). */
export const VARIANTS = set(data.variants);
/** Words after which a variant word is an ordinary one ("max output"). */
export const PLAIN = set(data.plain);
export const COSTS = set(data.costs);
/** Words after which a figure is an amount. */
export const UNITS = set(data.units);
/** Words of things that a whole number counts. */
export const NOUNS = set(data.nouns);
/** Characters after which a figure is an amount of money, or a count. */
export const MONEY = set(data.money);
export const COUNTS = set(data.counts);
/** What may stand between a family and its version ("the haiku one, 4.5"). */
export const FILLERS = set(data.fillers);
/** What may stand between two names of a list or a comparison. */
export const CONNECTORS = set(data.connectors);
/** Those of them after which a bare number is an amount ("is 4.5", "more 4.5"). */
export const LOOSE = set(data.loose);
/** What stands before and after a variant that alone is a follow-up ("and mini?", 那large呢). */
export const CUES = set(data.cues);
export const CUES_AFTER = set(data.cuesAfter);
/** Words before a name that make it a provider. */
export const HOSTING = set(data.hosting);
/** Characters after a name that make it a provider. */
export const HOSTING_AFTER = set(data.hostingAfter);
/** Spoken words for words of names. */
export const SYNONYMS: Readonly<Record<string, string>> = data.synonyms;
/** Characters typed for others that sound or look alike. */
export const HOMOPHONES: Readonly<Record<string, string>> = data.homophones;
export const CURRENCY_SIGNS = set("$ ¥ € £ < > ≤ ≥ × *");
