/** When something is repeated, as people say it; what does not fit any of these stays the cron expression it is. */
export type When =
  | { kind: 'minutes'; every: number }
  | { kind: 'hourly'; minute: number }
  | { kind: 'daily' | 'workdays'; time: string }
  /** Days from 1, Monday, to 7. */
  | { kind: 'weekly'; days: number[]; time: string }
  /** A day of the month, or its last. */
  | { kind: 'monthly'; day: number | 'last'; time: string }
  | { kind: 'cron'; cron: string };

/** The cron expression, of five fields, that says the same. */
export function cronOf(when: When): string {
  if (when.kind === 'cron') return when.cron;
  if (when.kind === 'minutes') return `*/${when.every} * * * *`;
  if (when.kind === 'hourly') return `${when.minute} * * * *`;
  const [hour, minute] = when.time.split(':').map(Number);
  const at = `${minute} ${hour}`;
  if (when.kind === 'monthly') return `${at} ${when.day === 'last' ? 'L' : when.day} * *`;
  if (when.kind === 'weekly') return `${at} * * ${when.days.toSorted((a, b) => a - b).join(',')}`;
  return `${at} * * ${when.kind === 'workdays' ? '1-5' : '*'}`;
}

/** What a cron expression says, where that is one of the usual things. */
export function whenOf(cron: string): When {
  const [minute = '', hour = '', day = '', month = '', weekday = ''] = cron.split(' ');
  const other: When = { kind: 'cron', cron };
  if (month !== '*') return other;
  if (hour === '*' && day === '*' && weekday === '*') return oftenOf(minute) ?? other;
  if (!/^\d+$/.test(minute) || !/^\d+$/.test(hour)) return other;
  const time = `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
  if (day === '*') return weekdaysOf(weekday, time) ?? other;
  if (weekday !== '*') return other;
  if (day.toUpperCase() === 'L') return { kind: 'monthly', day: 'last', time };
  return /^\d+$/.test(day) ? { kind: 'monthly', day: Number(day), time } : other;
}

/** Within the hour. An interval that does not divide it is none: every 25 minutes comes at 0, 25, 50 and again at 0. */
function oftenOf(minute: string): When | null {
  if (minute === '*') return { kind: 'minutes', every: 1 };
  const every = Number(/^\*\/(\d+)$/.exec(minute)?.[1] ?? 0);
  if (every > 0) return 60 % every === 0 && every < 60 ? { kind: 'minutes', every } : null;
  return /^\d+$/.test(minute) ? { kind: 'hourly', minute: Number(minute) } : null;
}

const NAMES = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

function weekdaysOf(text: string, time: string): When | null {
  if (text === '*') return { kind: 'daily', time };
  const days = new Set<number>();
  for (const part of text.split(',')) {
    const [first, last = first] = part.split('-').map(weekdayOf);
    if (!first || !last || last < first) return null;
    for (let day = first; day <= last; day++) days.add(day);
  }
  const sorted = [...days].sort((a, b) => a - b);
  if (sorted.length === 7) return { kind: 'daily', time };
  return sorted.join() === '1,2,3,4,5' ? { kind: 'workdays', time } : { kind: 'weekly', days: sorted, time };
}

/** Sunday is 0 and 7 to cron, and 7 to us. */
function weekdayOf(text: string): number | null {
  const number = /^[0-7]$/.test(text) ? Number(text) : NAMES.indexOf(text.toUpperCase());
  return number === -1 ? null : number || 7;
}
