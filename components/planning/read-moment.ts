import { parseDay } from '#components/i18n/day-text.ts';
import { momentOf, wallClockAt } from '#domain/wall-clock.ts';

/** A day and a time as they were typed. */
export type MomentText = { day: string; time: string };
export type MomentProblem = 'day' | 'time' | 'past';

/** The time of day, `06:30`, as people type it: `6:30`, `06.30`, `6`; null when it is none. */
export function readTime(text: string): string | null {
  const [, hours = '', minutes = '00'] = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(text.trim()) ?? [];
  const valid = hours !== '' && Number(hours) < 24 && Number(minutes) < 60;
  return valid ? `${hours.padStart(2, '0')}:${minutes}` : null;
}

/** The moment meant, as ISO 8601, or what is wrong with it; by the clock of Amsterdam. */
export function readMoment(text: MomentText, now: Date): { at: string } | { wrong: MomentProblem } {
  const day = parseDay(text.day);
  if (!day) return { wrong: 'day' };
  const time = readTime(text.time);
  if (!time) return { wrong: 'time' };
  const moment = momentOf(new Date(`${day}T${time}:00Z`));
  return moment > now ? { at: moment.toISOString() } : { wrong: 'past' };
}

/** Tomorrow at six in the morning, as a first guess. */
export function tomorrow(now: Date): MomentText {
  const wall = wallClockAt(now);
  wall.setUTCDate(wall.getUTCDate() + 1);
  const [year, month, day] = wall.toISOString().slice(0, 10).split('-');
  return { day: `${day}-${month}-${year}`, time: '06:00' };
}
