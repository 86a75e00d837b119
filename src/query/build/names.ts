import { type Item, means, type Name, sense } from "../item.ts";
import type { Mention } from "../names.ts";
import { isMark } from "../recognisers/recogniser.ts";
import { beside, type Scene, take } from "../scene.ts";

/** A name that is not one model's, with the ids that may be meant. */
export interface Unclear {
  typed: string;
  near: string[];
  start: number;
  end: number;
}

/** The names of a question by what they are; `out` were denied. */
export interface Names {
  models: string[];
  families: string[];
  labs: string[];
  providers: string[];
  out: { models: string[]; families: string[]; labs: string[]; providers: string[] };
  unknown: Unclear[];
  /** Names that several models bear and no family covers. */
  several: Unclear[];
  /** Beginnings of names that stand for all that begin so ("gemini 2.5"). */
  prefixes: string[];
  readAs: { typed: string; id: string }[];
  /** Where each model or family stands, in order. */
  places: { id: string; at: number; kind: "model" | "family" }[];
}

const add = (list: string[], id: string): void => {
  if (!list.includes(id)) list.push(id);
};

const SELLING = new Set([
  "on",
  "via",
  "through",
  "at",
  "using",
  "from inside",
  "sold by",
  "served by",
  "hosted by",
  "hosted on",
  "over",
]);
const SOLD =
  /^\s*(?:上(?![上个月周星礼半季次一年旬回新线市架调涨了过])|平台|家的api|国内站|国际站|中国站|海外站|站|'s site|site\b)/;
const WORD_BEFORE = /([a-z]+(?: by)?)\s*(?:the\s)?$/i;

/** After a model's name: all whose names begin so. */
const SERIES = /^\s*(?:系列|家族|全系|series|family|lineup|line-up|variants?|variations|generation|models\b)/i;

/** No list of sellers is longer, so that the work stays linear. */
const LISTED = 6;

const lists = (item: Item | undefined): boolean =>
  means(item, "join") || means(item, "cue.compare") || isMark(item, "、", "/", ",", "，", "+", "&");

/** The names that are said in one list with a name, in one direction: "groq、togetherai和deepinfra上的". */
function listed({ items }: Scene, i: number, step: 1 | -1): Name[] {
  const found: Name[] = [];
  for (let at = i + 2 * step; found.length < LISTED && lists(items[at - step]); at += 2 * step) {
    const item = items[at];
    if (item?.kind !== "name") break;
    found.push(item);
  }
  return found;
}

/** Whether the words around a company, or around the list that it stands in, say that it sells rather than makes. */
const isSeller = (scene: Scene, name: Name, i: number): boolean => {
  const others = [...listed(scene, i, -1), ...listed(scene, i, 1)];
  return [name, ...others].some((one) => isSold(scene, one)) || others.some(onlySells);
};

/** A company that makes no models: what stands in one list with it sells as well. */
const onlySells = ({ mention: { provider, lab, family, model } }: Name): boolean =>
  provider !== undefined && (lab ?? family ?? model) === undefined;

function isSold({ context: { text } }: Scene, name: Name): boolean {
  const before = WORD_BEFORE.exec(text.slice(Math.max(0, name.start - 16), name.start).toLowerCase());
  const words = before?.[1] ?? "";
  return (
    SELLING.has(words) || SELLING.has(words.split(" ").at(-1) ?? "") || SOLD.test(text.slice(name.end, name.end + 6))
  );
}

const ABROAD = /^\s*(?:国际|海外|international|global|intl)/i;

function readProvider(names: Names, scene: Scene, name: Name, provider: string): void {
  // A domain or 国际站 says which site is meant; else the language does.
  const explicit = name.text.includes(".") || ABROAD.test(scene.context.text.slice(name.end, name.end + 12));
  const site = explicit ? provider : scene.facts.site(provider, scene.context.language);
  add(name.not ? names.out.providers : names.providers, site);
}

function idOf({ model, family, lab, provider }: Mention): string | undefined {
  return model ?? family ?? lab ?? provider;
}

function readName(names: Names, scene: Scene, name: Name, i: number): void {
  const { mention } = name;
  const { model, family, lab, provider } = mention;
  take(scene, name, "name");
  if (mention.unknown) {
    names.unknown.push({ typed: name.text, near: mention.unknown.near, start: name.start, end: name.end });
    return;
  }
  if (mention.prefix !== undefined && model === undefined && !name.not) {
    add(names.prefixes, mention.prefix);
    names.places.push({ id: mention.prefix, at: i, kind: "family" });
    return;
  }
  const sold =
    model === undefined && family === undefined && mention.candidates
      ? scene.facts.providerNamed(name.text)
      : undefined;
  if (sold !== undefined) {
    readProvider(names, scene, name, sold);
    return;
  }
  if (idOf(mention) === undefined && mention.candidates !== undefined) {
    names.several.push({ typed: name.text, near: mention.candidates, start: name.start, end: name.end });
    return;
  }
  const id = idOf(mention);
  if (mention.typo && id !== undefined) names.readAs.push({ typed: name.text, id });
  const side = name.not ? names.out : names;
  if (model !== undefined && !name.not && SERIES.test(scene.context.text.slice(name.end, name.end + 12))) {
    const prefix = model.slice(model.indexOf("/") + 1);
    add(names.prefixes, prefix);
    names.places.push({ id: prefix, at: i, kind: "family" });
  } else if (model !== undefined) {
    add(side.models, model);
    if (!name.not) names.places.push({ id: model, at: i, kind: "model" });
  } else if (
    provider !== undefined &&
    (isSeller(scene, name, i) ||
      (family === undefined && (lab === undefined || (lab === provider && scene.facts.resells(provider)))))
  ) {
    readProvider(names, scene, name, provider);
  } else if (family !== undefined && (lab === undefined || !scene.facts.isLabName(lab, name.text))) {
    add(side.families, family);
    if (!name.not) names.places.push({ id: family, at: i, kind: "family" });
  } else if (lab !== undefined) {
    add(side.labs, lab);
    if (family !== undefined && !name.not) names.places.push({ id: family, at: i, kind: "family" });
  }
}

const SNAPSHOT = /snapshot|version|版本|快照|那版|版/i;

/** "4o: the may 13 snapshot vs the 2024-08-06 snapshot": days beside the word name dated models. */
function snapshots(names: Names, scene: Scene): void {
  const [base] = names.models;
  if (base === undefined || names.models.length > 1 || !SNAPSHOT.test(scene.context.text)) return;
  const found: string[] = [];
  for (const [i, item] of scene.items.entries()) {
    if (item.kind !== "when" || !item.point || item.from === undefined || item.by !== undefined) continue;
    const after = scene.context.text.slice(item.end, (scene.items[i + 1]?.end ?? item.end) + 12);
    const model = SNAPSHOT.test(after) ? scene.facts.snapshot(base, item.from) : undefined;
    if (model === undefined) continue;
    take(scene, item, "snapshot");
    add(found, model);
  }
  if (found.length > 0) names.models = found;
}

/** No name of any kind. */
export const noNames = (): Names => ({
  models: [],
  families: [],
  labs: [],
  providers: [],
  out: { models: [], families: [], labs: [], providers: [] },
  unknown: [],
  several: [],
  prefixes: [],
  readAs: [],
  places: [],
});

/** Sorts the names that nobody took yet. */
export function readNames(scene: Scene): Names {
  const names = noNames();
  for (const [i, item] of scene.items.entries()) {
    if (item.kind !== "name" || item.by !== undefined) continue;
    if (means(scene.items[beside(scene, i, -1, 1)], "starts") && sense(scene.items[i - 1], "starts")) continue;
    readName(names, scene, item, i);
  }
  snapshots(names, scene);
  return names;
}
