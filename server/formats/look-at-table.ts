import type { Location } from '#domain/finding.ts';
import type { Delimiter, ReadChoices } from '#domain/read-choices.ts';
import type { RawRecord } from '#domain/record-raw.ts';
import { csvRows } from './csv.ts';
import { type Header, readHeader } from './csv-header.ts';
import { unescapeCell } from './csv-line.ts';
import { guessHeader } from './guess-header.ts';
import { findTable, isBlank, type TableRow } from './table.ts';
import { firstRows } from './xlsx.ts';

/** The first rows of a table, parted into what stands above, the names of its columns, and what stands below. */
export type TableLook = {
  delimiter: Delimiter | null;
  /** Of a workbook: the sheet looked at, and all there are. */
  sheet: string | null;
  sheets: string[];
  /** The row with names, and what they say by themselves; null when no row looks like it. */
  top: { line: number; cells: string[]; header: Header } | null;
  rows: TableRow[];
  /** From the first row on, filled ones only. */
  first: TableRow[];
};

const SHOWN = 10;

/** Looks at the first `most` rows of a table, as it would be read with these choices: a workbook, or a text. */
export async function lookAtTable(
  contents: Buffer | string,
  file: Location,
  choices: ReadChoices,
  most: number,
): Promise<TableLook | { failure: RawRecord }> {
  const opened: Opened =
    typeof contents === 'string'
      ? csvTop(contents, file, choices, most)
      : { delimiter: null, ...(await firstRows(contents, file, choices, most)) };
  if ('failure' in opened) return opened;
  const { rows } = opened;
  const line = headerLine(rows, file, choices);
  const cells = rows.find((row) => row.line === line)?.cells ?? null;
  return {
    delimiter: opened.delimiter,
    sheet: opened.sheet,
    sheets: opened.sheets,
    top: line !== null && cells && !isBlank(cells) ? { line, cells, header: readHeader(cells) } : null,
    rows: line === null ? [] : rows.filter((row) => row.line > line && !isBlank(row.cells)),
    first: rows.filter(({ cells }) => !isBlank(cells)).slice(0, SHOWN),
  };
}

type Opened = (Pick<TableLook, 'delimiter' | 'sheet' | 'sheets'> & { rows: TableRow[] }) | { failure: RawRecord };

function csvTop(text: string, file: Location, choices: ReadChoices, most: number): Opened {
  const parsed = csvRows(text, file, choices.delimiter, most);
  if ('failure' in parsed) return parsed;
  return {
    ...parsed,
    sheet: null,
    sheets: [],
    rows: parsed.rows.map(({ line, cells }) => ({ line, cells: cells.map(unescapeCell) })),
  };
}

function headerLine(rows: readonly TableRow[], file: Location, choices: ReadChoices): number | null {
  if (choices.headerRow !== undefined) return choices.headerRow;
  const found = findTable(rows, file, choices);
  return 'table' in found ? found.top : guessHeader(rows);
}
