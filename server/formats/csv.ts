import { CsvError, parse } from 'csv-parse/sync';
import type { Finding, Location } from '#domain/finding.ts';
import { DELIMITERS, type Delimiter } from '#domain/read-choices.ts';
import { failedRecord, type RawRecord } from '#domain/record-raw.ts';
import { guessDelimiter } from './csv-delimiter.ts';
import { unescapeCell } from './csv-line.ts';
import { decodeText } from './decode-text.ts';
import { DEFAULT_READ_LIMITS, type Format, type ReadLimits, type TableChoices } from './format.ts';
import { findTable, isFilled, noteTitle, type TableRow, tableRecord } from './table.ts';

/** Tables as text: the predecessor's import and export files, NL-SBB tables of the JenV wiki, and our own columns. */
export const csv: Format = { name: 'csv', detect, read };

/** The line with which Excel is told the delimiter. */
const SEPARATOR_LINE = /^sep=(.)\r?\n/;

function detect(bytes: Uint8Array, fileName: string): number {
  const isNamed = /\.(?:csv|tsv|txt)$/i.test(fileName);
  const { text } = decodeText(bytes.subarray(0, 8_000), { fallback: 'windows-1252' });
  if (text === null || text.includes('\u0000') || /^\s*[<{[]|^%PDF|^PK/.test(text)) return 0;
  const { knownNames, width } = guessDelimiter(text);
  if (knownNames >= 2) return isNamed ? 1 : 0.8;
  if (isNamed) return 0.6;
  return width > 1 && knownNames === 1 ? 0.4 : 0;
}

function* read(
  bytes: Uint8Array,
  fileName: string,
  limits: ReadLimits = DEFAULT_READ_LIMITS,
  choices: TableChoices = {},
): Generator<RawRecord, void> {
  const file: Location = { file: fileName };
  if (bytes.length > limits.maxBytes) {
    yield failedRecord(file, 'file_too_large', { bytes: bytes.length, limit: limits.maxBytes });
    return;
  }
  const { text, encoding } = textOf(bytes);
  if (text.trim() === '') yield failedRecord(file, 'file_empty');
  else if (text.includes('\u0000')) yield failedRecord(file, 'not_text');
  else yield* records(text, file, encoding === 'windows-1252' ? [assumed(encoding, file)] : [], limits, choices);
}

/** Never without text: every byte means something in Windows-1252. */
function textOf(bytes: Uint8Array): { text: string; encoding: string } {
  const decoded = decodeText(bytes, { fallback: 'windows-1252' });
  return decoded.text === null ? { text: '', encoding: 'utf-8' } : decoded;
}

function* records(
  text: string,
  file: Location,
  remarks: Finding[],
  limits: ReadLimits,
  choices: TableChoices,
): Generator<RawRecord, void> {
  const parsed = csvRows(text, file, choices.delimiter);
  if ('failure' in parsed) {
    yield parsed.failure;
    return;
  }
  const { rows } = parsed;
  const found = findTable(rows, file, choices);
  if (!('table' in found)) {
    yield found;
    return;
  }
  const { table, top } = found;
  table.remarks.unshift(...remarks);
  const filled = rows.filter(({ line, cells }) => line > top && isFilled(table, cells));
  if (filled.length === 0) yield failedRecord(file, 'no_records');
  if (filled.length > limits.maxRecords) {
    yield failedRecord(file, 'too_many_records', { count: filled.length, limit: limits.maxRecords });
    return;
  }
  for (const { cells } of filled) noteTitle(table, cells);
  for (const { line, cells } of filled) yield tableRecord(table, cells.map(unescapeCell), line);
}

/** The rows of a table (at most so many), numbered as a spreadsheet does, and the delimiter they were parted by. */
export function csvRows(
  text: string,
  file: Location,
  chosen: Delimiter | undefined,
  most?: number,
): { rows: TableRow[]; delimiter: Delimiter } | { failure: RawRecord } {
  const hint = SEPARATOR_LINE.exec(text);
  const body = hint ? text.slice(hint[0].length) : text;
  const asked = chosen ?? DELIMITERS.find((delimiter) => delimiter === hint?.[1]);
  const delimiter = asked ?? guessDelimiter(body).delimiter;
  const parsed = parseRows(body, delimiter, file, most);
  if ('failure' in parsed) return parsed;
  const firstLine = hint ? 2 : 1;
  return { rows: parsed.rows.map((cells, index) => ({ cells, line: index + firstLine })), delimiter };
}

function parseRows(
  text: string,
  delimiter: Delimiter,
  file: Location,
  most: number | undefined,
): { rows: string[][] } | { failure: RawRecord } {
  try {
    const options = {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      // Counted as a spreadsheet counts them, so that row 12 is row 12 there too.
      skip_empty_lines: false,
      ...(most === undefined ? {} : { to: most }),
    };
    return { rows: parse(text, options) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number(error.lines ?? 1);
    return { failure: failedRecord({ ...file, line }, 'csv_broken', { line }) };
  }
}

function assumed(encoding: string, location: Location): Finding {
  return { code: 'encoding_assumed', severity: 'info', location, params: { encoding } };
}
