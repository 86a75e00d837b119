import { means, textOf } from "../item.ts";
import type { Query } from "../query.ts";
import type { Placed } from "../refiners/comparisons.ts";
import type { Than } from "../refiners/than/parts.ts";
import { type Scene, says, stillSays } from "../scene.ts";
import type { Said } from "./filters.ts";
import type { Limit } from "./limit.ts";
import { type Names, noNames } from "./names.ts";
import type { Ordering } from "./sort.ts";
import type { Read } from "./workload.ts";

/** What the parts of a question were read as, before it is known what is asked. */
export interface Parts {
  names: Names;
  than: Than[];
  bounds: Placed[];
  order: Ordering;
  limit: Limit;
  groupBy: Query["groupBy"];
  abilities: Said;
  workload: Read;
  /** An amount of money that is to be spent. */
  budget: boolean;
}

/** How many models or families are asked about. */
export const targets = ({ names }: Parts): number =>
  names.models.length + names.families.length + names.prefixes.length;

export const asksList = (scene: Scene): boolean => says(scene, "cue.list") || says(scene, "cue.which");

const HOSTS =
  /host|provider|serve|sell|where|place|platform|平台|托管|哪家|谁家|渠道|供应商|第三方|在哪|哪里|上哪|全网|[一二两三四五六七八九十几\d]家/i;

/** Whether the rows asked for are the offers of one model. */
export function asksHosts(scene: Scene): boolean {
  return (
    says(scene, "dim", "providers") ||
    says(scene, "offers", "hosted") ||
    says(scene, "noun", "provider") ||
    HOSTS.test(scene.context.text)
  );
}

const COUNTS = /多少|how many|count|number|几|数/i;

/** Whether a number of rows is asked for; never of tokens, calls or times. */
export function asksCount(scene: Scene): boolean {
  for (const [i, item] of scene.items.entries()) {
    if (!means(item, "cue.howmany")) continue;
    const after = scene.items.slice(i + 1, i + 5);
    const unit = after.findIndex((next) => means(next, "unit") && !means(next, "noun"));
    const noun = after.findIndex((next) => means(next, "noun") || next.kind === "name");
    if (unit >= 0 && (noun < 0 || unit <= noun)) continue;
    if (unit > noun && after.slice(noun, unit).some((next) => next.kind === "name" || means(next, "side"))) continue;
    if (COUNTS.test(textOf(item))) return true;
  }
  return false;
}

/** Words that ask what a price did, with no doubt. */
export const asksMoves = (scene: Scene): boolean => stillSays(scene, "move") || says(scene, "cue.changes");

/** The parts of a message that has none. */
export const noParts = (): Parts => ({
  names: noNames(),
  than: [],
  bounds: [],
  order: {},
  limit: {},
  groupBy: undefined,
  abilities: { all: [], none: [], items: [] },
  workload: { counted: false, assumed: [] },
  budget: false,
});
