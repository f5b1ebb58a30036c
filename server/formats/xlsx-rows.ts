import { streamEntry } from '#server/archive/stream-entry.ts';
import { numberText } from './xlsx-number.ts';
import { columnIndex, decodeCellText } from './xlsx-text.ts';
import type { Workbook, WorkbookSheet } from './xlsx-workbook.ts';
import { XmlRefused, xmlReader } from './xlsx-xml.ts';

/** A row with something in it: its number as the spreadsheet counts, from 1, and its cells as texts. */
export type SheetRow = { line: number; cells: string[] };

/** Further to the right nobody has a column; a single cell out there must not make every row a thousand wide. */
const MAX_COLUMNS = 1_000;
const MAX_ROWS = 1_048_576;
const BOOLEANS: Readonly<Record<string, string>> = { '0': 'false', '1': 'true' };

/** The filled rows of one sheet, as they come out of the archive. @throws ArchiveRefused, XmlRefused */
export async function* sheetRows(book: Workbook, { entry }: WorkbookSheet): AsyncGenerator<SheetRow> {
  const rows: SheetRow[] = [];
  const xml = xmlReader(sheetListener(book, rows));
  for await (const piece of streamEntry(book.bytes, book.directory, entry)) {
    xml.write(piece);
    yield* rows.splice(0);
  }
  xml.end();
  yield* rows.splice(0);
}

function sheetListener(book: Workbook, rows: SheetRow[]) {
  let line = 0;
  let cells: string[] = [];
  let column = -1;
  let cell = { type: '', style: '', text: '' };
  let takes = false;
  let isReading = false;
  return {
    open(name: string, attributes: Readonly<Record<string, string>>) {
      if (name === 'row') {
        line = rowNumber(attributes.r, line);
        cells = [];
        column = -1;
      } else if (name === 'c') {
        column = columnOf(attributes.r, column);
        cell = { type: attributes.t ?? 'n', style: attributes.s ?? '', text: '' };
      } else if (name === 'rPh') isReading = true;
      else if (name === 'v' || name === 't') takes = !isReading;
    },
    text(piece: string) {
      if (takes) cell.text += piece;
    },
    close(name: string) {
      if (name === 'v' || name === 't') takes = false;
      else if (name === 'rPh') isReading = false;
      else if (name === 'c') putCell(cells, column, cellText(book, cell));
      else if (name === 'row' && cells.length > 0) rows.push({ line, cells });
    },
  };
}

function putCell(cells: string[], column: number, text: string): void {
  if (text === '') return;
  while (cells.length < column) cells.push('');
  cells[column] = text;
}

function cellText(
  { strings, formats, from1904 }: Workbook,
  { type, style, text }: { type: string; style: string; text: string },
): string {
  switch (type) {
    case 's':
      return strings[Number(text)] ?? '';
    case 'inlineStr':
    case 'str':
      return decodeCellText(text);
    case 'b':
      return BOOLEANS[text.trim()] ?? text;
    case 'd':
      return text.trim().replace(/T00:00(:00(\.0+)?)?Z?$/, '');
    case 'n':
      return numberText(text, formats[Number(style)] ?? 'General', from1904);
    // An error shows as such; whoever reads it sees what the person saw.
    default:
      return text;
  }
}

function rowNumber(stated: string | undefined, before: number): number {
  const line = stated === undefined ? before + 1 : Number(stated);
  if (!Number.isInteger(line) || line <= before || line > MAX_ROWS) throw new XmlRefused('Rows out of order');
  return line;
}

function columnOf(stated: string | undefined, before: number): number {
  const column = stated === undefined ? before + 1 : columnIndex(stated);
  if (column === null || column <= before) throw new XmlRefused('Cells out of order');
  if (column >= MAX_COLUMNS) throw new XmlRefused('Too many columns');
  return column;
}
