import { Decimal } from "../lib/decimal.ts";
import { daysBetween } from "./days.ts";
import type { CatalogEvent, Follower, UnitChange } from "./event.ts";

/** Hosts take a lab's new price over within this time; data bases may have a host's first. */
const FOLLOWS_DAYS = 21;
const LEADS_DAYS = 3;
/** Prices that differ by less are one price, in percent or percentage points. */
const NEAR = 1;

/**
 * One event for what many sellers of a model did: the lab's own stands for those who took the same price, or moved by
 * the same share, at about that time. Without a lab the first one does. Newest first.
 */
export function groupEvents(events: readonly CatalogEvent[]): CatalogEvent[] {
  const byModel = new Map<string, CatalogEvent[]>();
  for (const event of [...events].sort(leadersFirst)) {
    const key = `${event.model} ${event.kind}`;
    const groups = byModel.get(key) ?? [];
    byModel.set(key, groups);
    const lead = groups.find((one) => follows(one, event));
    if (lead) lead.following.push(followerOf(event));
    else groups.push({ ...event, following: [...event.following] });
  }
  return [...byModel.values()].flat().sort(newestFirst);
}

function leadersFirst(a: CatalogEvent, b: CatalogEvent): number {
  if (a.official !== b.official) return Number(b.official) - Number(a.official);
  return compare(a.effective, b.effective) || compare(a.offer, b.offer);
}

function newestFirst(a: CatalogEvent, b: CatalogEvent): number {
  return compare(b.effective, a.effective) || compare(a.model, b.model) || leadersFirst(a, b);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function follows(lead: CatalogEvent, event: CatalogEvent): boolean {
  const days = daysBetween(lead.effective, event.effective);
  if (days > FOLLOWS_DAYS || days < -LEADS_DAYS) return false;
  if (!("changes" in lead) || !("changes" in event)) return sameLimits(lead, event);
  if (lead.kind === "price" && event.kind === "price" && lead.direction !== event.direction) return false;
  // What has no figures to compare (a new promotion, a price that became free) goes by its days alone.
  return lead.changes.length === 0 || event.changes.length === 0
    ? lead.changes.length === event.changes.length
    : shared(lead, event);
}

/** Limits are one event where they are the same; what is new or gone is, whoever sells it. */
function sameLimits(lead: CatalogEvent, event: CatalogEvent): boolean {
  if (lead.kind !== "limit" || event.kind !== "limit") return true;
  return (
    JSON.stringify(lead.limits.map(({ after }) => after)) === JSON.stringify(event.limits.map(({ after }) => after))
  );
}

type Moved = Extract<CatalogEvent, { changes: UnitChange[] }>;

/** Every unit that both moved ends at the same price or moved by the same share. */
function shared(lead: Moved, event: Moved): boolean {
  let common = 0;
  for (const change of event.changes) {
    const own = lead.changes.find(({ unit, when }) => unit === change.unit && sameWhen(when, change.when));
    if (!own) continue;
    common += 1;
    const same = lead.currency === event.currency && near(own.after, change.after);
    if (!same && !sameShare(own, change)) return false;
  }
  return common > 0;
}

function sameWhen(a: UnitChange["when"], b: UnitChange["when"]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function near(a: string, b: string): boolean {
  const [x, y] = [new Decimal(a), new Decimal(b)];
  return x.eq(y) || x.minus(y).abs().times(100).lte(Decimal.max(x.abs(), y.abs()).times(NEAR));
}

function sameShare(a: UnitChange, b: UnitChange): boolean {
  return a.percent !== null && b.percent !== null && new Decimal(a.percent).minus(b.percent).abs().lte(NEAR);
}

function followerOf(event: CatalogEvent): Follower {
  const { offer, provider, site, official, effective, dated, accepted } = event;
  const moved = "changes" in event ? { currency: event.currency, changes: event.changes } : { changes: [] };
  return { offer, provider, ...(site && { site }), official, effective, dated, accepted, ...moved };
}

/** How many other sellers did the same; further offers of one seller count once. */
export function followersOf({ provider, following }: CatalogEvent): number {
  return new Set(following.map((one) => one.provider).filter((id) => id !== provider)).size;
}
