import type { Finding, Location } from '#domain/finding.ts';
import type { TableMapping } from '#domain/read-choices.ts';
import { failedRecord, type RawRecord } from '#domain/record-raw.ts';
import { type Header, readHeader } from './csv-header.ts';
import { csvRecord } from './csv-record.ts';
import { foldName } from './field-names.ts';
import type { TableChoices } from './format.ts';
import { withoutTags } from './residue.ts';
import { mappingFor } from './same-columns.ts';

/** A table of definitions, its header read: what every row of it needs to become a record. */
export type Table = { header: Header; file: Location; titles: Map<string, string>; remarks: Finding[] };

/** A row and its number, as a spreadsheet counts: from 1. */
export type TableRow = { line: number; cells: string[] };

/** Reads the header of a table; a record that says what is missing when it has no definitions. */
export function openTable(
  cells: readonly string[],
  file: Location,
  line: number,
  mapping?: TableMapping,
): Table | RawRecord {
  const header = readHeader(cells, mapping);
  if (header.missing.length > 0) {
    return failedRecord({ ...file, line }, 'header_missing', { columns: header.missing.join(', ') });
  }
  const remarks = header.unknown.length > 0 ? [unknownColumns(header, file, line)] : [];
  if (header.notThere.length > 0) remarks.push(notThere(header, file, line));
  return { header, file, titles: new Map(), remarks };
}

export function isTable(opened: Table | RawRecord): opened is Table {
  return 'header' in opened;
}

/** A header is one of the first filled rows: people put a title above it. */
export const HEADER_WITHIN = 10;

/** The first of the rows that is a header, or the one that was chosen; a record that says what the first lacks when there is none. */
export function findTable(
  rows: Iterable<TableRow>,
  file: Location,
  { headerRow, mapping, mappings = [] }: TableChoices,
): { table: Table; top: number } | RawRecord {
  let failure: RawRecord | null = null;
  let tried = 0;
  for (const { line, cells } of rows) {
    if (isBlank(cells) || line < (headerRow ?? 0)) continue;
    if (headerRow !== undefined && line > headerRow) break;
    const opened = openTable(cells, file, line, mapping ?? mappingFor(mappings, cells));
    if (isTable(opened)) return { table: opened, top: line };
    failure ??= opened;
    tried += 1;
    if (tried === HEADER_WITHIN) break;
  }
  return failure ?? emptyHeaderRow(file, headerRow ?? 1);
}

function emptyHeaderRow(file: Location, row: number): RawRecord {
  return failedRecord({ ...file, line: row }, 'header_row_empty', { line: row });
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

function notThere({ notThere }: Header, file: Location, line: number): Finding {
  const columns = notThere.join(', ').slice(0, 500).toWellFormed();
  return { code: 'column_not_there', severity: 'warning', location: { ...file, line }, params: { columns } };
}

function unknownColumns({ unknown }: Header, file: Location, line: number): Finding {
  const columns = unknown.join(', ').slice(0, 500).toWellFormed();
  return { code: 'column_unknown', severity: 'info', location: { ...file, line }, params: { columns } };
}
