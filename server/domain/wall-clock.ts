/**
 * What the clock on the wall says in Amsterdam, and when it says so. A wall time is written as if it were UTC, so that one can
 * calculate with it: half past six in the morning is `06:30Z`, in summer as in winter.
 */

const ZONE = 'Europe/Amsterdam';
const DAY_MS = 24 * 3_600_000;
const format = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, timeZoneName: 'longOffset' });

/** What the clock says at a moment. */
export function wallClockAt(moment: Date): Date {
  return new Date(moment.getTime() + offsetAt(moment.getTime()));
}

/**
 * When the clock says this. A time it says twice, in autumn, is the first of the two; one it skips, in spring, is as much later
 * as the clock was put forward: half past two is half past three.
 */
export function momentOf(wall: Date): Date {
  const time = wall.getTime();
  const [before, after] = [offsetAt(time - DAY_MS), offsetAt(time + DAY_MS)];
  const fits = (offset: number) => offsetAt(time - offset) === offset;
  return new Date(time - (fits(before) || !fits(after) ? before : after));
}

/** How far the clock is ahead of UTC, in milliseconds. */
function offsetAt(time: number): number {
  const name = format.formatToParts(time).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours, minutes] = /^GMT([+-])(\d\d):(\d\d)$/.exec(name) ?? [];
  const offset = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000;
  return sign === '-' ? -offset : offset;
}
