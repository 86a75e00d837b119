/** The middle of the figures; of an even number, the upper one of the two. */
export function median(figures: readonly number[]): number {
  return quantile(figures, 0.5);
}

/** The figure below which that share of them lies (0–1). */
export function quantile(figures: readonly number[], share: number): number {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** What rounds of the same work took. All times are in milliseconds. */
export interface Rounds {
  /** The median round. */
  round: number;
  /** Each piece of work of each round. */
  each: number[];
  /** CPU time (all threads: garbage collection and compilation too) a wall time. */
  cpu: number;
}

export interface Effort {
  warmUp: number;
  rounds: number;
  /** Called before each round. */
  before?: () => void;
}

/** Does `work` on every item, round after round: first to warm up, then measured. */
export function measure<T>(items: readonly T[], work: (item: T) => unknown, effort: Effort): Rounds {
  const { warmUp, rounds, before = () => undefined } = effort;
  for (let round = 0; round < warmUp; round += 1) {
    before();
    for (const item of items) work(item);
  }
  const each: number[] = [];
  const whole: number[] = [];
  const cpu = process.cpuUsage();
  const begin = performance.now();
  for (let round = 0; round < rounds; round += 1) {
    before();
    const start = performance.now();
    let last = start;
    for (const item of items) {
      work(item);
      const now = performance.now();
      each.push(now - last);
      last = now;
    }
    whole.push(last - start);
  }
  const wall = performance.now() - begin;
  const { user, system } = process.cpuUsage(cpu);
  return { round: median(whole), each, cpu: (user + system) / 1000 / wall };
}
