/**
 * Loaded into a processor before anything else: its wall clock is off by so many milliseconds, as a machine's is whose clock nobody
 * sets. Timers and `performance.now()` are not: they count, and do not tell the time.
 */
const shift = Number(process.env.CHAOS_CLOCK_SHIFT_MS ?? 0);
const RightDate = Date;

class ShiftedDate extends RightDate {
  constructor(...given: []) {
    if (given.length === 0) super(ShiftedDate.now());
    else super(...given);
  }

  static override now(): number {
    return RightDate.now() + shift;
  }
}

globalThis.Date = ShiftedDate as DateConstructor;
