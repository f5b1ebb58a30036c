import { realDate } from './real-date.ts';
import { note, type RecordCheck } from './record-raw.ts';

const ISO = /^([1-9]\d{3})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}.*)?$/;
const DUTCH = /^(\d{1,2})[-/.](\d{1,2})[-/.]([1-9]\d{3})$/;

/** A date as `YYYY-MM-DD`: undefined when absent, null when cleared or wrong. Dutch dates are converted, and that is said. */
export function readDate(check: RecordCheck, field: 'validFrom' | 'validUntil'): string | null | undefined {
  const value = check.raw.fields[field];
  if (value === undefined) return undefined;
  check.given.push(field);
  if (value === null || value === '') return null;
  const text = typeof value === 'string' ? value.trim() : '';
  const date = parseDate(text);
  if (date === null) {
    if (typeof value === 'string' && text === '') return null;
    note(check, 'date_invalid', 'error', field, value);
    return null;
  }
  if (date !== text) note(check, 'date_converted', 'info', field, text, { date });
  return date;
}

function parseDate(text: string): string | null {
  const iso = ISO.exec(text);
  if (iso) return realDate(iso[1], iso[2], iso[3]);
  const dutch = DUTCH.exec(text);
  return dutch ? realDate(dutch[3], dutch[2], dutch[1]) : null;
}
