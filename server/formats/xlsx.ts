import type { Finding, Location } from '#domain/finding.ts';
import { failedRecord, type RawRecord } from '#domain/record-raw.ts';
import { ArchiveRefused } from '#server/archive/refusal.ts';
import { DEFAULT_READ_LIMITS, type Format, type ReadLimits, type TableChoices } from './format.ts';
import { findTable, HEADER_WITHIN, hasTitles, isBlank, isFilled, noteTitle, type Table, tableRecord } from './table.ts';
import { isTemplateTable, TemplateSheets } from './template-sheets.ts';
import { type SheetRow, sheetRows } from './xlsx-rows.ts';
import { openWorkbook, type Workbook, type WorkbookSheet } from './xlsx-workbook.ts';
import { XmlRefused } from './xlsx-xml.ts';

/** Workbooks of Excel and everything that writes the same: tables with the same columns as in CSV. */
export const xlsx: Format = { name: 'xlsx', detect, read };

/** Names of parts stand unpacked in an archive, and its table of contents comes last. */
const TAIL = 64 * 1024;

function detect(bytes: Uint8Array, fileName: string): number {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return 0;
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (!all.subarray(-TAIL).includes('[Content_Types].xml')) return 0;
  return /\.xls[xm]$/i.test(fileName) ? 1 : 0.8;
}

async function* read(
  bytes: Uint8Array,
  fileName: string,
  limits: ReadLimits = DEFAULT_READ_LIMITS,
  choices: TableChoices = {},
): AsyncGenerator<RawRecord, void> {
  const file: Location = { file: fileName };
  if (bytes.length > limits.maxBytes) {
    yield failedRecord(file, 'file_too_large', { bytes: bytes.length, limit: limits.maxBytes });
    return;
  }
  try {
    const book = await openWorkbook(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
    yield* workbookRecords(book, file, limits, choices);
  } catch (error) {
    if (error instanceof ArchiveRefused) yield refused(file, error);
    else if (error instanceof XmlRefused) yield failedRecord(file, 'workbook_broken');
    else throw error;
  }
}

async function* workbookRecords(
  book: Workbook,
  file: Location,
  limits: ReadLimits,
  choices: TableChoices,
): AsyncGenerator<RawRecord, void> {
  if (!hasSheet(book, choices)) {
    yield sheetNotThere(file, choices);
    return;
  }
  const { tables, others } = await findTables(book, file, choices);
  const [first] = tables;
  if (!first) {
    yield others[0]?.failure ?? failedRecord(file, 'no_records');
    return;
  }
  const beside = await readTemplateSheets(book, tables, file, limits);
  const passed = others.filter(({ sheet }) => !beside.read.has(sheet.name));
  first.table.remarks.unshift(...passed.map(({ sheet }) => passedOver(file, sheet)), ...beside.findings);
  let count = 0;
  for (const { sheet, table, top } of tables) {
    if (hasTitles(table)) for await (const row of filledRows(book, sheet, table, top)) noteTitle(table, row.cells);
    const isTemplate = isTemplateTable(table);
    for await (const { line, cells } of filledRows(book, sheet, table, top)) {
      count += 1;
      if (count > limits.maxRecords) {
        yield failedRecord(file, 'too_many_records', { count, limit: limits.maxRecords });
        return;
      }
      const record = tableRecord(table, cells, line);
      if (isTemplate) beside.sheets.complete(record);
      yield record;
    }
  }
  if (count === 0) yield failedRecord(file, 'no_records');
}

/** What stands beside the concepts of the Geonovum template, on whichever sheet was chosen; nothing for any other workbook. */
async function readTemplateSheets(
  book: Workbook,
  tables: readonly Found[],
  file: Location,
  limits: ReadLimits,
): Promise<{ sheets: TemplateSheets; read: ReadonlySet<string>; findings: Finding[] }> {
  const sheets = new TemplateSheets();
  const read = new Set<string>();
  const templates = tables.filter(({ table }) => isTemplateTable(table));
  if (templates.length === 0) return { sheets, read, findings: [] };
  for (const sheet of book.sheets)
    if (await sheets.add(sheet.name, sheetRows(book, sheet), limits.maxRecords)) read.add(sheet.name);
  const terms: string[] = [];
  for (const { sheet, table, top } of templates) {
    const column = table.header.columns.findIndex(({ field }) => field === 'term');
    for await (const { cells } of filledRows(book, sheet, table, top)) terms.push(cells[column] ?? '');
  }
  return { sheets, read, findings: sheets.unknownTerms(terms, file) };
}

/** The first rows of the sheet that would be read first, or else of the first with a table of any kind; and the names of all sheets. */
export async function firstRows(
  bytes: Buffer,
  file: Location,
  choices: TableChoices,
  most: number,
): Promise<{ rows: SheetRow[]; sheet: string; sheets: string[] } | { failure: RawRecord }> {
  try {
    const book = await openWorkbook(bytes);
    if (!hasSheet(book, choices)) return { failure: sheetNotThere(file, choices) };
    const sheets = book.sheets.map(({ name }) => name);
    let other: { rows: SheetRow[]; sheet: string; sheets: string[] } | null = null;
    for (const sheet of sheetsToRead(book, choices)) {
      const rows: SheetRow[] = [];
      for await (const row of sheetRows(book, sheet)) if (rows.push(row) >= most) break;
      if (rows[0] && isOurs(rows[0])) continue;
      const look = { rows, sheet: sheet.name, sheets };
      if ('table' in findTable(rows, file, choices)) return look;
      if (rows.some(({ cells }) => cells.filter(Boolean).length > 1)) other ??= look;
    }
    return other ?? { failure: failedRecord(file, 'no_records') };
  } catch (error) {
    if (error instanceof ArchiveRefused) return { failure: refused(file, error) };
    if (error instanceof XmlRefused) return { failure: failedRecord(file, 'workbook_broken') };
    throw error;
  }
}

type Found = { sheet: WorkbookSheet; table: Table; top: number };
type Other = { sheet: WorkbookSheet; failure: RawRecord };

/** The sheets with definitions, and the others with anything in them and what they lack. */
async function findTables(
  book: Workbook,
  file: Location,
  choices: TableChoices,
): Promise<{ tables: Found[]; others: Other[] }> {
  const tables: Found[] = [];
  const others: Other[] = [];
  for (const sheet of sheetsToRead(book, choices)) {
    const found = await findHeader(book, sheet, { file: `${file.file} – ${sheet.name}` }, choices);
    if (found && 'table' in found) tables.push(found);
    else if (found) others.push(found);
  }
  const [only] = tables;
  // One table among other sheets needs no name to be told from them.
  if (tables.length === 1 && only) only.table.file = file;
  return { tables, others };
}

/** The first row that is a header, or the one that was chosen. Null for a sheet that is empty, or our own explanation. */
async function findHeader(
  book: Workbook,
  sheet: WorkbookSheet,
  file: Location,
  choices: TableChoices,
): Promise<Found | Other | null> {
  const { headerRow } = choices;
  const rows: SheetRow[] = [];
  for await (const row of sheetRows(book, sheet)) {
    if (isBlank(row.cells)) continue;
    if (isOurs(row)) return null;
    rows.push(row);
    const found = findTable([row], file, choices);
    if ('table' in found) return { sheet, ...found };
    if (headerRow === undefined ? rows.length === HEADER_WITHIN : row.line >= headerRow) break;
  }
  return rows.length === 0 ? null : { sheet, failure: findTable(rows, file, choices) as RawRecord };
}

function sheetsToRead(book: Workbook, { sheet }: TableChoices): WorkbookSheet[] {
  return book.sheets.filter(({ name }) => sheet === undefined || name === sheet);
}

function hasSheet(book: Workbook, choices: TableChoices): boolean {
  return choices.sheet === undefined || sheetsToRead(book, choices).length > 0;
}

function sheetNotThere(file: Location, { sheet = '' }: TableChoices): RawRecord {
  return failedRecord(file, 'sheet_not_there', { sheet });
}

/** The sheet that explains an error file of ours. */
function isOurs({ cells }: SheetRow): boolean {
  return cells[0]?.startsWith('Lexport ') === true && cells.filter(Boolean).length === 1;
}

/** Rows below the header with something in them. An empty cell at the end of a row is a cell like any other. */
async function* filledRows(book: Workbook, sheet: WorkbookSheet, table: Table, top: number): AsyncGenerator<SheetRow> {
  for await (const { line, cells } of sheetRows(book, sheet)) {
    if (line <= top || !isFilled(table, cells)) continue;
    while (cells.length < table.header.columns.length) cells.push('');
    yield { line, cells };
  }
}

function passedOver(location: Location, { name }: WorkbookSheet): Finding {
  return {
    code: 'sheet_passed_over',
    severity: 'info',
    location,
    params: { sheet: name.slice(0, 100).toWellFormed() },
  };
}

function refused(file: Location, { findings }: ArchiveRefused): RawRecord {
  const encrypted = findings.some(({ code }) => code === 'archive_encrypted');
  return failedRecord(file, encrypted ? 'workbook_encrypted' : 'workbook_broken');
}
