import { type Money, type Op, sense } from "../item.ts";
import type { Filters, Intent } from "../query.ts";
import type { Placed } from "../refiners/comparisons.ts";
import { type Scene, says, take } from "../scene.ts";
import { freeMoney } from "./money.ts";
import type { Read } from "./workload.ts";

type Cost = NonNullable<Filters["cost"]>;

const costOf = ({ amount, currency }: Money, op: Op | string | undefined): Cost =>
  op === "over" || op === "min" ? { min: amount, currency } : { max: amount, currency };

/** "$200 a month" beside "which models fit": what the workload may cost. */
export function costFilter(scene: Scene, intent: Intent, counted: boolean): Cost | undefined {
  if (intent !== "list" && intent !== "rank") return undefined;
  const first = freeMoney(scene).find(({ money }) => money.per === undefined);
  if (first === undefined || !(first.money.each !== undefined || counted || says(scene, "cue.cap"))) return undefined;
  const { money, at } = first;
  const cmp = sense(scene.items[at - 1], "cmp");
  take(scene, money, "cost bound");
  take(scene, scene.items[at - 1], "cost bound");
  return costOf(money, cmp);
}

const isCost = ({ value, said, on }: Placed): boolean =>
  value.kind === "money" && value.per === undefined && !said && on === "price";

/** "under $300" beside calls and tokens: what they may cost, no price of a token. Returns the other bounds too. */
export function splitCost(placed: readonly Placed[], { workload }: Read): { cost?: Cost; prices: readonly Placed[] } {
  const found = workload?.requests === undefined ? undefined : placed.find(isCost);
  if (found?.value.kind !== "money") return { prices: placed };
  return { cost: costOf(found.value, found.op), prices: placed.filter((bound) => bound !== found) };
}
