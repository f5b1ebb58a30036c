import { type CheckedRecord, checkRecord } from '#domain/check-record.ts';
import type { Finding } from '#domain/finding.ts';
import type { RawRecord } from '#domain/record-raw.ts';
import type { Format, ReadLimits } from './format.ts';

/** All records of a file, as its reader gives them. For tests. */
export async function readAll(
  format: Format,
  input: string | Uint8Array,
  fileName = 'x',
  limits?: ReadLimits,
): Promise<RawRecord[]> {
  const bytes = typeof input === 'string' ? Buffer.from(input) : input;
  return Array.fromAsync(format.read(bytes, fileName, limits));
}

export async function checkAll(format: Format, input: string | Uint8Array, fileName = 'x'): Promise<CheckedRecord[]> {
  return (await readAll(format, input, fileName)).map(checkRecord);
}

/** How often each code occurs, as `severity code`. */
export function countFindings(records: readonly { findings: readonly Finding[] }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { code, severity } of records.flatMap(({ findings }) => findings)) {
    counts[`${severity} ${code}`] = (counts[`${severity} ${code}`] ?? 0) + 1;
  }
  return counts;
}
