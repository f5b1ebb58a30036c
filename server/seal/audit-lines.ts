import { BYTE_ORDER_MARK, csvLine } from '#server/formats/csv-line.ts';
import type { AuditRecord, EntryRecord } from './audit-file.ts';

/** What a person reads in a table; what only a verifier reads is together in the last column. */
export const TABLE_FIELDS = [
  'id',
  'at',
  'actorId',
  'actorName',
  'role',
  'organisationId',
  'action',
  'subjectType',
  'subjectId',
  'jobId',
  'oldHash',
  'newHash',
  'reason',
  'details',
  'correlationId',
  'ip',
  'userAgent',
] as const satisfies readonly (keyof EntryRecord)[];

/** An entry on its way into a file: its details are canonical JSON already, and stay so to the digit. */
export type WrittenEntry = Omit<EntryRecord, 'details'> & { details: string };
export type WrittenRecord = Exclude<AuditRecord, EntryRecord> | WrittenEntry;

export type LineFormat = 'jsonl' | 'csv';

/** What stands before the first record. */
export const START: Readonly<Record<LineFormat, string>> = {
  jsonl: '',
  csv: BYTE_ORDER_MARK + csvLine(['record', ...TABLE_FIELDS, 'evidence']),
};

export function toLine(format: LineFormat, record: WrittenRecord): string {
  return format === 'jsonl' ? jsonLine(record) : tableLine(record);
}

function jsonLine(record: WrittenRecord): string {
  if (record.record !== 'entry') return `${JSON.stringify(record)}\n`;
  const { details, ...rest } = record;
  // Numbers as they were sealed, which is not always how JavaScript would write them.
  return `${JSON.stringify(rest).slice(0, -1)},"details":${details}}\n`;
}

function tableLine(record: WrittenRecord): string {
  if (record.record !== 'entry') {
    return csvLine([record.record, ...TABLE_FIELDS.map(() => ''), JSON.stringify(record)]);
  }
  const { block, place, salt, commitment, proof } = record;
  // A table cannot tell nothing from an empty text, and a hash can.
  const empty = TABLE_FIELDS.filter((field) => record[field] === '');
  const evidence = { block, place, salt, commitment, proof, ...(empty.length > 0 ? { empty } : {}) };
  return csvLine(['entry', ...TABLE_FIELDS.map((field) => record[field] ?? ''), JSON.stringify(evidence)]);
}
