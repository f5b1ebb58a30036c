import { TIME_ZONE } from './regions.ts';

const offsetFormat = new Intl.DateTimeFormat('en-GB', { timeZone: TIME_ZONE, timeZoneName: 'longOffset' });

/** The first moment of a day (`YYYY-MM-DD`) in Amsterdam, as ISO 8601 with its offset; undefined when it is no date. */
export function startOfDay(day: string | null | undefined): string | undefined {
  return momentOf(day, '00:00:00.000');
}

/** The last millisecond of a day in Amsterdam. */
export function endOfDay(day: string | null | undefined): string | undefined {
  return momentOf(day, '23:59:59.999');
}

function momentOf(day: string | null | undefined, time: string): string | undefined {
  if (!day || !/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined;
  const asUtc = new Date(`${day}T${time}Z`);
  if (Number.isNaN(asUtc.getTime())) return undefined;
  // The clock changes at 03:00, so the offset an hour or two off is still that of this side of the change.
  return `${day}T${time}${offsetAt(new Date(asUtc.getTime() - 90 * 60_000))}`;
}

function offsetAt(moment: Date): string {
  const name = offsetFormat.formatToParts(moment).find((part) => part.type === 'timeZoneName')?.value ?? '';
  return name.replace('GMT', '') || 'Z';
}
