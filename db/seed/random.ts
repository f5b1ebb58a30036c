/** Random choices that come out the same every time for the same numbers (mulberry32 behind a mixing step). */
export type Random = {
  /** A fraction from 0 up to but not including 1. */
  fraction: () => number;
  /** A whole number from 0 up to but not including `end`. */
  below: (end: number) => number;
  chance: (probability: number) => boolean;
  pick: <T>(values: readonly T[]) => T;
};

export function createRandom(...numbers: readonly number[]): Random {
  let state = numbers.reduce((mixed, number) => mix(mixed ^ number), 0x9e3779b9);
  const fraction = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end: number) => Math.floor(fraction() * end);
  return {
    fraction,
    below,
    chance: (probability) => fraction() < probability,
    pick: <T>(values: readonly T[]) => values[below(values.length)] as T,
  };
}

/** Spreads neighbouring numbers over all 32 bits (the finaliser of MurmurHash3). */
function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
