import type { Clock } from "../../src/ports/clock.ts";

/** How richly a message is drawn; a refused block takes it one rung down. `bare` is its text and nothing else. */
export const RUNGS = ["chart", "table", "text", "bare"] as const;
export type Rung = (typeof RUNGS)[number];

const REMEMBERED_MS = 24 * 60 * 60 * 1000;

export interface Ladder {
  /** Where to begin in this workspace. */
  from(tenant: string): Rung;
  /** A message of this rung was refused. @returns the next simpler one; none below the last. */
  down(tenant: string, rung: Rung): Rung | undefined;
}

/** What workspaces refused, remembered for a day. Plain text is never remembered: it would take away the buttons. */
export function createLadder(clock: Clock): Ladder {
  const refused = new Map<string, { rung: Rung; until: number }>();
  return {
    from(tenant) {
      const known = refused.get(tenant);
      if (known && known.until > clock.now().getTime()) return known.rung;
      refused.delete(tenant);
      return "chart";
    },
    down(tenant, rung) {
      const next = RUNGS[RUNGS.indexOf(rung) + 1];
      if (next !== undefined && next !== "bare") {
        refused.set(tenant, { rung: next, until: clock.now().getTime() + REMEMBERED_MS });
      }
      return next;
    },
  };
}
