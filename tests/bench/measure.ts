/** The middle of the figures; of an even number, the upper one of the two. */
export function median(figures: readonly number[]): number {
  return quantile(figures, 0.5);
}

/** The figure below which that share of them lies (0–1). */
export function quantile(figures: readonly number[], share: number): number {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/**
 * What rounds of the same work took, in milliseconds. CPU time, since other programs on the machine do not add to it;
 * on one core, since V8 is told to use no thread of its own: garbage collection and compilation are in it.
 */
export interface Rounds {
  /** CPU time of the median round. */
  round: number;
  /** Wall time of the median round. */
  wall: number;
  /** CPU time of each piece of work of each round, where asked for. */
  each: number[];
}

export interface Effort {
  /** How long to work before measuring, and how long to measure, in milliseconds of CPU time. */
  warmUp: number;
  measured: number;
  /** Rounds to do of each even where the time is up before. */
  rounds: number;
  /** Called before each round. */
  before?: () => void;
  /** Times every piece of work too, which costs some 2 µs each. */
  each?: boolean;
}

/** Does `work` on every item, round after round: first to warm up, then measured. */
export function measure<T>(items: readonly T[], work: (item: T) => unknown, effort: Effort): Rounds {
  const each: number[] = [];
  const cpu: number[] = [];
  const wall: number[] = [];
  const round = () => {
    effort.before?.();
    const begin = performance.now();
    const start = cpuTime();
    const times = effort.each ? timed(items, work) : plain(items, work);
    cpu.push(cpuTime() - start);
    wall.push(performance.now() - begin);
    each.push(...times);
  };
  if (effort.warmUp > 0) repeat(round, effort.warmUp, effort.rounds);
  for (const warm of [each, cpu, wall]) warm.length = 0;
  repeat(round, effort.measured, effort.rounds);
  return { round: median(cpu), wall: median(wall), each };
}

function repeat(round: () => void, time: number, least: number): void {
  const end = cpuTime() + time;
  for (let done = 0; done < least || cpuTime() < end; done += 1) round();
}

/** The CPU time of this process so far, in milliseconds. */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function timed<T>(items: readonly T[], work: (item: T) => unknown): number[] {
  let last = cpuTime();
  return items.map((item) => {
    work(item);
    const before = last;
    last = cpuTime();
    return last - before;
  });
}

function plain<T>(items: readonly T[], work: (item: T) => unknown): number[] {
  for (const item of items) work(item);
  return [];
}
