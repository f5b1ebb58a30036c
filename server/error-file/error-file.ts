import type pg from 'pg';
import { BYTE_ORDER_MARK, csvLine } from '#server/formats/csv-line.ts';
import { type KeepBytes, MAX_CELL_LENGTH, type Sheet, writeXlsx } from '#server/formats/write-xlsx.ts';
import { type ErrorTable, errorTable } from './error-table.ts';
import { errorZip } from './error-zip.ts';
import { EXPLANATION } from './explanation.ts';

export const ERROR_FILE_FORMATS = ['zip', 'csv', 'xlsx'] as const;
export type ErrorFileFormat = (typeof ERROR_FILE_FORMATS)[number];

const LINES_AT_ONCE = 200;
/** Stands where the rest of a text would, that a cell cannot hold. */
const CUT = '… (afgekapt: de rest staat in het ZIP-bestand)';

/** The failed items of an import, to be corrected outside and uploaded again. */
export async function errorFile(
  pool: pg.Pool,
  jobId: string,
  format: ErrorFileFormat,
  keep: KeepBytes,
): Promise<AsyncIterable<Uint8Array>> {
  if (format === 'zip') return errorZip(pool, jobId);
  const table = await errorTable(pool, jobId);
  return format === 'csv' ? csvOf(table) : writeXlsx([sheetOf(table), EXPLANATION], keep);
}

async function* csvOf({ added, columns, rows }: ErrorTable): AsyncGenerator<Uint8Array> {
  let text = BYTE_ORDER_MARK + csvLine([...added, ...columns]);
  let lines = 0;
  for await (const row of rows()) {
    text += csvLine(row);
    lines += 1;
    if (lines % LINES_AT_ONCE !== 0) continue;
    yield Buffer.from(text);
    text = '';
  }
  yield Buffer.from(text);
}

/** How wide the columns are that an error file adds, in their order; messages are to be read at once. */
const WIDTHS = [14, 48, 30, 16, 18, 20, 10];

function sheetOf({ added, columns, rows }: ErrorTable): Sheet {
  return {
    name: 'Te corrigeren',
    hasHeader: true,
    columns: [
      ...added.map((name, at) => ({ name, width: WIDTHS[at] ?? 20, isMarked: true })),
      ...columns.map((name) => ({ name, width: /defini/i.test(name) ? 60 : 24 })),
    ],
    rows: shortened(rows()),
  };
}

async function* shortened(rows: AsyncIterable<string[]>): AsyncGenerator<string[]> {
  for await (const row of rows) yield row.map(shorten);
}

/** What a cell of a spreadsheet holds of a text: all of it, in all but the oddest cases. */
export function shorten(cell: string): string {
  if (cell.length <= MAX_CELL_LENGTH) return cell;
  return cell.slice(0, MAX_CELL_LENGTH - CUT.length).replace(/[\ud800-\udbff]$/, '') + CUT;
}
