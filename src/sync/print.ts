import type { Change } from "./change.ts";
import type { Report as WrongPriceReport } from "./disk/desk.ts";
import type { Outcome, Report } from "./report.ts";
import type { Figures, Held, Reason } from "./review.ts";

/** The operator's view of a sync and of what is held, in plain lines. */

const WHY: Record<Reason, string> = {
  jump: "more than 5 times the price before",
  yuan: "looks like yuan in a dollar field",
  zero: "a price that vanished to 0 is not free",
  far: "far from what all others take for the model",
  dust: "too little for tokens on both sides",
  cache_as_input: "the price of cached tokens in the field of input",
  slip: "a figure that is known to be wrong",
  half_gone: "half of the provider's models gone at once",
};

const SHOWN = 20;

/** What was fetched, what changed, what is held. */
export function reportLines({ outcomes, changes, held, version, faults, unplaced }: Report): string[] {
  return [
    ...faults.map((fault) => `could not be read, passed over: ${fault}`),
    ...outcomes.flatMap(outcomeLines),
    ...changeLines(changes),
    ...(unplaced > 0 ? [`${unplaced} records fit no provider or model of the catalog`] : []),
    `${held.length} held for review${held.length > 0 ? ": npm run sync -- --review" : ""}`,
    version ? `new catalog: ${version}` : "nothing was written",
  ];
}

function outcomeLines({ source, fetched, unchanged, faults, records, rejected }: Outcome): string[] {
  const files = fetched > 0 ? `${fetched} new` : "";
  const same = unchanged > 0 ? `${unchanged} unchanged` : "";
  const state = [files, same, faults.length > 0 ? `${faults.length} failed` : ""].filter(Boolean).join(", ");
  return [
    `${source}: ${state}; ${records} records${rejected.length > 0 ? `, ${rejected.length} not read` : ""}`,
    ...faults.map((fault) => `  failed: ${fault}`),
    ...rejected.slice(0, SHOWN).map(({ where, why }) => `  not read: ${where}: ${why}`),
  ];
}

function changeLines(changes: readonly Change[]): string[] {
  const told = changes.map(changeLine);
  const listed = changes.filter(({ what }) => what === "new" || what === "gone" || what === "back");
  const counts = (["new", "gone", "back"] as const).map((what) => [
    what,
    listed.filter((one) => one.what === what).length,
  ]);
  return [
    ...told.filter((line) => line !== ""),
    ...counts
      .filter(([, count]) => count !== 0)
      .map(([what, count]) => `${LISTED[what as keyof typeof LISTED]}: ${count}`),
  ];
}

const LISTED = { new: "offers new", gone: "offers no longer listed", back: "offers listed again" };
const KINDS: Record<string, string> = {
  move: "moved",
  correction: "corrected",
  first_seen: "listed",
  announced: "announced",
};

function changeLine(change: Change): string {
  switch (change.what) {
    case "price": {
      const released = change.released ? " (released from review)" : "";
      return `${KINDS[change.kind] ?? change.kind}: ${change.offer} ${from(change)}${sides(change.after)}${released}`;
    }
    case "held":
      return `held: ${change.offer} ${from(change)}${sides(change.after)}: ${WHY[change.why]}`;
    case "withdrawn":
      return `no longer said: ${change.offer} ${sides(change.after)}`;
    case "announced":
      return `announced: ${change.offer} ${sides(change.after)} from ${change.from}`;
    default:
      return "";
  }
}

function from({ before }: { before: Figures | null }): string {
  return before ? `${sides(before)} -> ` : "";
}

function sides({ currency, input, output }: Figures): string {
  return `${currency} ${input ?? "?"}/${output ?? "?"}`;
}

/** All that waits for a decision, with the ids by which it is accepted or rejected. */
export function reviewLines(held: readonly Held[], reports: readonly WrongPriceReport[]): string[] {
  if (held.length + reports.length === 0) return ["nothing is held for review"];
  return [
    ...held.map((one) =>
      one.what === "price"
        ? `${one.id}  ${one.offer}  ${from({ before: one.stands })}${pair(one.fact)}  since ${one.since}, ${one.source}: ${WHY[one.why]}`
        : `${one.id}  ${one.provider}  ${one.offers.length} offers gone  since ${one.since}, ${one.source}: ${WHY[one.why]}`,
    ),
    ...reports.map(
      ({ id, model, provider, shown, figure, link, at }) =>
        `${id}  ${model} at ${provider}  said to be wrong${shown ? ` (${sides(shown)})` : ""}` +
        `${figure ? `, should be ${JSON.stringify(figure)}` : ""}${link ? `, see ${JSON.stringify(link)}` : ""}  ${at}`,
    ),
    "to decide: npm run sync -- --accept ID, or --reject ID",
  ];
}

function pair(fact: {
  currency: "USD" | "CNY";
  rates: { units: Record<string, string | null | undefined> }[];
}): string {
  const units = fact.rates[0]?.units ?? {};
  return sides({ currency: fact.currency, input: units.input ?? null, output: units.output ?? null });
}
