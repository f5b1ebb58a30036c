import type { Finding, Location } from '#domain/finding.ts';
import { failedRecord, type RawRecord } from '#domain/record-raw.ts';
import { type Header, readHeader } from './csv-header.ts';
import { csvRecord } from './csv-record.ts';
import { foldName } from './field-names.ts';
import { withoutTags } from './residue.ts';

/** A table of definitions, its header read: what every row of it needs to become a record. */
export type Table = { header: Header; file: Location; titles: Map<string, string>; remarks: Finding[] };

/** Reads the header of a table; a record that says what is missing when it has no definitions. */
export function openTable(cells: readonly string[], file: Location, line: number): Table | RawRecord {
  const header = readHeader(cells);
  if (header.missing.length > 0) {
    return failedRecord({ ...file, line }, 'header_missing', { columns: header.missing.join(', ') });
  }
  const remarks = header.unknown.length > 0 ? [unknownColumns(header, file, line)] : [];
  return { header, file, titles: new Map(), remarks };
}

export function isTable(opened: Table | RawRecord): opened is Table {
  return 'header' in opened;
}

/** Whether the table has names for its rows that its relations may point to: the term of each has to be known beforehand. */
export function hasTitles({ header }: Table): boolean {
  return titleColumn(header) >= 0;
}

/** In the wiki's tables relations name pages; the file itself says which term is on each page. */
export function noteTitle({ header, titles }: Table, row: readonly string[]): void {
  const title = titleColumn(header);
  if (title < 0) return;
  const term = header.columns.findIndex(({ field }) => field === 'term');
  const found = withoutTags(row[term] ?? '').text.trim();
  if (found) titles.set((row[title] ?? '').trim(), found);
}

/** One row as a record. Remarks on the table as a whole travel with the first. */
export function tableRecord(table: Table, row: readonly string[], line: number): RawRecord {
  const { header, file, titles, remarks } = table;
  const record = csvRecord(header, row, { ...file, line }, titles);
  record.findings.unshift(...remarks.splice(0));
  return record;
}

export function isBlank(row: readonly string[]): boolean {
  return row.every((cell) => cell.trim() === '');
}

/** Whether a row says anything: numbers that a template puts before its empty lines do not. */
export function isFilled({ header }: Table, row: readonly string[]): boolean {
  return row.some((cell, index) => cell.trim() !== '' && !header.columns[index]?.isNumbering);
}

function titleColumn({ columns }: Header): number {
  return columns.findIndex(({ name, field }) => field === null && foldName(name) === 'titel');
}

function unknownColumns({ unknown }: Header, file: Location, line: number): Finding {
  const columns = unknown.join(', ').slice(0, 500).toWellFormed();
  return { code: 'column_unknown', severity: 'info', location: { ...file, line }, params: { columns } };
}
