import { CronExpressionParser } from 'cron-parser';
import { Problem } from '#domain/errors.ts';
import { momentOf, wallClockAt } from '#domain/wall-clock.ts';

/** What each of the five fields may be made of. Names of days and months, and L for the last day; no chance (H), no seconds. */
const NUMBERS = /^[\d*,/-]+$/;
const FIELDS = [NUMBERS, NUMBERS, /^[\dL*,/-]+$/i, /^[\da-z*,/-]+$/i, /^[\da-z*,/-]+$/i];
/** As much as the clock is ever put forward by. */
const HOUR_MS = 3_600_000;

/**
 * A cron expression of five fields, as it is kept: single blanks between them.
 * @throws Problem `invalid_cron`, `cron_never_fires`
 */
export function readCron(text: string): string {
  const fields = text.trim().split(/\s+/);
  const cron = fields.join(' ');
  const wellFormed = fields.length === FIELDS.length && fields.every((field, index) => FIELDS[index]?.test(field));
  if (!wellFormed) throw new Problem('invalid_cron', { cron });
  if (momentsOnTheWall(cron) !== null) return cron;
  // In any month it would do, so that it is the month that does not have such a day.
  const anyMonth = fields.with(3, '*').join(' ');
  const month = ['*', '*', '*', fields[3], '*'].join(' ');
  const never = momentsOnTheWall(anyMonth) !== null && momentsOnTheWall(month) !== null;
  throw new Problem(never ? 'cron_never_fires' : 'invalid_cron', { cron });
}

/**
 * The next moments, after a given one, at which the clock in Amsterdam says what the expression says. Each time it names comes
 * once a day: also when the clock says it twice, and also when it skips it; see `momentOf`.
 */
export function nextMoments(cron: string, after: Date, count: number): Date[] {
  // From an hour earlier: a time that was skipped comes as late as that.
  const walls = momentsOnTheWall(cron, new Date(wallClockAt(after).getTime() - HOUR_MS));
  const moments: Date[] = [];
  while (walls !== null && moments.length < count) {
    const moment = momentOf(walls.next().toDate());
    if (moment > after && moment.getTime() !== moments.at(-1)?.getTime()) moments.push(moment);
  }
  return moments;
}

/** @throws Problem `cron_never_fires` */
export function nextMoment(cron: string, after: Date): Date {
  const [moment] = nextMoments(cron, after, 1);
  if (!moment) throw new Problem('cron_never_fires', { cron });
  return moment;
}

/** What the clock says at those moments, one after the other; null when there are none. */
function momentsOnTheWall(cron: string, after = new Date()) {
  try {
    const walls = CronExpressionParser.parse(cron, { tz: 'UTC', currentDate: after });
    return walls.hasNext() ? walls : null;
  } catch {
    return null;
  }
}
