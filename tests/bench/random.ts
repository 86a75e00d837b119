/** A seeded source of random numbers: the same seed gives the same run on every machine. */
export interface Random {
  /** A whole number from 0 up to, not including, `below`. */
  below(below: number): number;
  pick<T>(from: readonly T[] | string): T;
  /** The items in random order; the list given stays as it is. */
  shuffled<T>(items: readonly T[]): T[];
}

/** Mulberry32: small, fast, and good enough to draw names and samples. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return Math.floor((((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
  return {
    below,
    pick: <T>(from: readonly T[] | string): T => from[below(from.length)] as T,
    shuffled<T>(items: readonly T[]): T[] {
      const list = [...items];
      for (let at = list.length - 1; at > 0; at -= 1) {
        const other = below(at + 1);
        [list[at], list[other]] = [list[other] as T, list[at] as T];
      }
      return list;
    },
  };
}
