/**
 * Reads a day as people write it here: `22-11-2026`, `1-2-2026`, `22/11/2026`, `22.11.2026`, or `2026-11-22`.
 * Answers `YYYY-MM-DD`, '' for nothing written, null for what is no day.
 */
export function parseDay(text: string): string | null {
  const written = text.trim();
  if (written === '') return '';
  const dutch = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(written);
  const iso = dutch ? `${dutch[3]}-${dutch[2]?.padStart(2, '0')}-${dutch[1]?.padStart(2, '0')}` : written;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return null;
  const moment = new Date(`${iso}T00:00:00Z`);
  // A day that does not exist, such as 31 February, is either no date at all or another one.
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(iso) ? iso : null;
}

/** `2026-11-22` as `22-11-2026`; what is no day stays as it is. */
export function dayText(day: string): string {
  return day.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3-$2-$1');
}
