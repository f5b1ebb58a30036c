import { CsvError, parse } from 'csv-parse/sync';
import type { Finding, Location } from '#domain/finding.ts';
import { failedRecord, type RawRecord } from '#domain/record-raw.ts';
import { DELIMITERS, type Delimiter, guessDelimiter } from './csv-delimiter.ts';
import { unescapeCell } from './csv-line.ts';
import { decodeText } from './decode-text.ts';
import { DEFAULT_READ_LIMITS, type Format, type ReadLimits } from './format.ts';
import { isBlank, isFilled, isTable, noteTitle, openTable, tableRecord } from './table.ts';

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
): Generator<RawRecord, void> {
  const file: Location = { file: fileName };
  if (bytes.length > limits.maxBytes) {
    yield failedRecord(file, 'file_too_large', { bytes: bytes.length, limit: limits.maxBytes });
    return;
  }
  const { text, encoding } = textOf(bytes);
  if (text.trim() === '') yield failedRecord(file, 'file_empty');
  else if (text.includes('\u0000')) yield failedRecord(file, 'not_text');
  else yield* table(text, file, encoding === 'windows-1252' ? [assumed(encoding, file)] : [], limits);
}

/** Never without text: every byte means something in Windows-1252. */
function textOf(bytes: Uint8Array): { text: string; encoding: string } {
  const decoded = decodeText(bytes, { fallback: 'windows-1252' });
  return decoded.text === null ? { text: '', encoding: 'utf-8' } : decoded;
}

function* table(text: string, file: Location, remarks: Finding[], limits: ReadLimits): Generator<RawRecord, void> {
  const hint = SEPARATOR_LINE.exec(text);
  const body = hint ? text.slice(hint[0].length) : text;
  const asked = DELIMITERS.find((delimiter) => delimiter === hint?.[1]);
  const parsed = parseRows(body, asked ?? guessDelimiter(body).delimiter, file);
  if ('failure' in parsed) {
    yield parsed.failure;
    return;
  }
  const { rows } = parsed;
  const top = rows.findIndex((row) => !isBlank(row));
  const opened = openTable(rows[top] ?? [], file, top + 1);
  if (!isTable(opened)) {
    yield opened;
    return;
  }
  opened.remarks.unshift(...remarks);
  const firstLine = hint ? 2 : 1;
  const numbered = rows.map((row, index) => ({ row, line: index + firstLine })).slice(top + 1);
  const filled = numbered.filter(({ row }) => isFilled(opened, row));
  if (filled.length === 0) yield failedRecord(file, 'no_records');
  if (filled.length > limits.maxRecords) {
    yield failedRecord(file, 'too_many_records', { count: filled.length, limit: limits.maxRecords });
    return;
  }
  for (const { row } of filled) noteTitle(opened, row);
  for (const { row, line } of filled) yield tableRecord(opened, row.map(unescapeCell), line);
}

function parseRows(text: string, delimiter: Delimiter, file: Location): { rows: string[][] } | { failure: RawRecord } {
  try {
    const options = {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      // Counted as a spreadsheet counts them, so that row 12 is row 12 there too.
      skip_empty_lines: false,
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
