import { type PlacedPrice, startOf } from "../merge/placed.ts";
import { runsOf } from "../merge/runs.ts";
import { FAR, factor, worth } from "./worth.ts";

/** Beyond this factor two neighbours cannot both be right. */
const ABSURD = 50;

/**
 * Facts of one source about one id that leave its own line: they return after a while, or differ from a neighbour by
 * an absurd factor and lie farther than that from `middle`, what the model costs elsewhere.
 */
export function spikes(facts: PlacedPrice[], middle: number): PlacedPrice[] {
  const runs = runsOf(facts);
  const wrong = runs.flatMap((run, at) => {
    const [before, after] = [runs[at - 1], runs[at + 1]];
    const neighbours = [before, after].filter((one) => one !== undefined);
    const slips = returned(run, neighbours) || isAbsurd(run, neighbours, middle);
    return slips ? [{ from: startOf(run), to: after ? startOf(after) : undefined }] : [];
  });
  return facts.filter((fact) =>
    wrong.some(({ from, to }) => startOf(fact) >= from && (to === undefined || startOf(fact) < to)),
  );
}

function returned(run: PlacedPrice, neighbours: PlacedPrice[]): boolean {
  if (neighbours.length < 2) return false;
  const up = neighbours.every((one) => worth(run) > worth(one));
  const down = neighbours.every((one) => worth(run) < worth(one));
  return (up || down) && neighbours.every((one) => factor(worth(run), worth(one)) > FAR);
}

function isAbsurd(run: PlacedPrice, neighbours: PlacedPrice[], middle: number): boolean {
  return neighbours.some(
    (one) => factor(worth(run), worth(one)) > ABSURD && factor(worth(run), middle) > factor(worth(one), middle),
  );
}
