/** Something that took place, in milliseconds of one clock. */
export type Interval = { start: number; end: number };

/** A stretch of time in which something took place, and where it is drawn. */
type Stretch = Interval & { from: number; to: number };

/** A stretch without anything that was cut short: where its mark is drawn, and how long it really was. */
export type Gap = { at: number; ms: number };

export type Tick = { at: number; ms: number };

export type TimeAxis = {
  /** Where a moment is drawn, in pixels. */
  place: (ms: number) => number;
  gaps: readonly Gap[];
  /** Round times since the first start, so far apart that their words do not touch. */
  ticks: readonly Tick[];
};

/** How wide a stretch without anything is drawn, however long it was. */
const GAP_WIDTH = 44;
/** Shorter than this is no gap: a breath between two chunks, and a short wait in a long job. */
const LEAST_GAP_MS = 3_000;
const LEAST_GAP_SHARE = 0.1;
/** Room for the words of a tick. */
const TICK_WIDTH = 84;

/**
 * Where moments are drawn on `width` pixels: in proportion while something took place, and cut short while nothing did for long
 * (a job can wait for days), so that what was done stays visible.
 */
export function timeAxis(intervals: readonly Interval[], width: number): TimeAxis {
  const stretches = stretchesOf(intervals);
  const busy = stretches.reduce((sum, { start, end }) => sum + end - start, 0);
  const gapsWidth = Math.min(GAP_WIDTH * (stretches.length - 1), width / 2);
  const gapWidth = stretches.length > 1 ? gapsWidth / (stretches.length - 1) : 0;
  const perMs = busy > 0 ? (width - gapsWidth) / busy : 0;
  const drawn: Stretch[] = [];
  for (const { start, end } of stretches) {
    const from = drawn.length === 0 ? 0 : (drawn.at(-1)?.to ?? 0) + gapWidth;
    drawn.push({ start, end, from, to: from + (end - start) * perMs });
  }
  const zero = drawn[0]?.start ?? 0;
  const place = (ms: number): number => {
    const stretch = drawn.findLast(({ start }) => start <= ms) ?? drawn[0];
    return stretch ? stretch.from + (Math.min(ms, stretch.end) - stretch.start) * perMs : 0;
  };
  const gaps = drawn.slice(1).map((next, index): Gap => {
    const before = drawn[index] as Stretch;
    return { at: (before.to + next.from) / 2, ms: next.start - before.end };
  });
  return { place, gaps, ticks: ticksOf(drawn, zero, perMs) };
}

function stretchesOf(intervals: readonly Interval[]): Interval[] {
  const sorted = intervals.toSorted((a, b) => a.start - b.start);
  const busy = mergeWithin(sorted, 0).reduce((sum, { start, end }) => sum + end - start, 0);
  return mergeWithin(sorted, Math.max(LEAST_GAP_MS, busy * LEAST_GAP_SHARE));
}

/** Puts together what overlaps, or has no more than so much time in between. */
function mergeWithin(sorted: readonly Interval[], ms: number): Interval[] {
  const merged: Interval[] = [];
  for (const { start, end } of sorted) {
    const last = merged.at(-1);
    if (last && start - last.end <= ms) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

function ticksOf(stretches: readonly Stretch[], zero: number, perMs: number): Tick[] {
  const ticks: Tick[] = [];
  if (perMs === 0) return [{ at: 0, ms: 0 }];
  const step = roundStep(TICK_WIDTH / perMs);
  for (const { start, end, from } of stretches) {
    for (let ms = Math.ceil((start - zero) / step) * step; ms <= end - zero; ms += step) {
      const at = from + (ms - (start - zero)) * perMs;
      if (ticks.length === 0 || at - (ticks.at(-1)?.at ?? 0) >= TICK_WIDTH) ticks.push({ at, ms });
    }
  }
  return ticks;
}

/** The smallest round number of milliseconds that is not below this one: 1, 2 or 5 of a power of ten, then minutes and hours. */
export function roundStep(ms: number): number {
  const clock = [60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 14_400, 28_800, 86_400].map((seconds) => seconds * 1_000);
  if (ms > 30_000) return clock.find((step) => step >= ms) ?? Math.ceil(ms / 86_400_000) * 86_400_000;
  const power = 10 ** Math.floor(Math.log10(Math.max(ms, 1)));
  const step = [1, 2, 5, 10].map((one) => one * power).find((one) => one >= ms) ?? 10 * power;
  return step > 20_000 ? 30_000 : step;
}
