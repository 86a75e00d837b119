import type { CatalogEvent, UnitChange } from "../catalog/event.ts";
import { Decimal } from "../lib/decimal.ts";
import type { Watch } from "../ports/records.ts";
import { type Condition, conditionOf, orderOf } from "./condition.ts";
import type { Convert } from "./seen.ts";
import { isMove, ofSide, type Step } from "./step.ts";

const NOTHING: Step = { fires: false };

/**
 * What an event means to a watch of a lab or a family: a new model, or what a vendor's own offer did. Such a watch
 * keeps no price: a line is crossed by the event's own figures.
 */
export function groupStep(watch: Watch, event: CatalogEvent, convert: Convert): Step {
  const order = orderOf(watch);
  const condition = conditionOf(watch);
  const key = `${event.model} ${event.kind} ${event.effective}`;
  if (watch.told === key) return NOTHING;
  const fires =
    condition.kind === "new_model"
      ? event.kind === "new_model"
      : isMove(event) && event.official && "changes" in event && moved(event, condition, order.on ?? "price", convert);
  return fires ? { watch: { ...watch, told: key }, fires } : NOTHING;
}

type Moved = Extract<CatalogEvent, { changes: UnitChange[] }>;

function moved(
  event: Moved,
  condition: Condition,
  on: NonNullable<ReturnType<typeof orderOf>["on"]>,
  convert: Convert,
) {
  const changes = ofSide(event.changes, on);
  if (condition.kind === "any") return changes.length > 0 || event.kind === "free" || event.kind === "paid";
  if (condition.kind === "down" || condition.kind === "up")
    return changes.some(({ before, after }) => new Decimal(after).lt(before) === (condition.kind === "down"));
  if (condition.kind !== "below" && condition.kind !== "above") return false;
  const { amount, currency, kind } = condition;
  const isBeyond = (figure: string) => {
    const own = convert(new Decimal(figure), event.currency, currency);
    return own !== undefined && (kind === "below" ? own.lt(amount) : own.gt(amount));
  };
  return (
    changes.length > 0 &&
    changes.every(({ after }) => isBeyond(after)) &&
    changes.some(({ before }) => !isBeyond(before))
  );
}
