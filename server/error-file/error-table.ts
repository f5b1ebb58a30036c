import type pg from 'pg';
import type { StagedRow } from '#db/queries/staged-items.ts';
import { fieldLabel } from '#domain/field-labels.ts';
import { readHeader } from '#server/formats/csv-header.ts';
import { ERROR_COLUMNS } from '#server/formats/error-columns.ts';
import { errorItems } from './error-items.ts';
import { itemRow } from './error-row.ts';
import { rowId } from './row-id.ts';
import { whatIsWrong } from './what-is-wrong.ts';

/** What stands before the columns of the records. */
const FIRST = ['rowId', 'message', 'messageEn', 'field', 'code', 'file', 'line'] as const;

export type ErrorTable = {
  /** The columns an error file adds come first, where they are seen. */
  added: readonly string[];
  columns: readonly string[];
  rows: () => AsyncGenerator<string[]>;
};

/** The failed items of an import as one table: what is wrong with each, and its own columns, all there are among them. */
export async function errorTable(pool: pg.Pool, jobId: string): Promise<ErrorTable> {
  const columns = await columnsOf(pool, jobId);
  const place = new Map(columns.map((name, at) => [name, at + FIRST.length]));
  return {
    added: FIRST.map((column) => ERROR_COLUMNS[column]),
    columns,
    async *rows() {
      for await (const items of errorItems(pool, jobId)) {
        for (const item of items) {
          const { columns: names, cells } = itemRow(item);
          const row = [...remarks(jobId, item), ...columns.map(() => '')];
          for (const [at, name] of names.entries()) row[place.get(name) as number] = cells[at] ?? '';
          yield row;
        }
      }
    },
  };
}

/** A file can only be read with a term and a definition, so those are there even when no item has them. */
async function columnsOf(pool: pg.Pool, jobId: string): Promise<string[]> {
  const names = new Set<string>();
  for await (const items of errorItems(pool, jobId))
    for (const item of items) for (const name of itemRow(item).columns) names.add(name);
  const { missing } = readHeader([...names]);
  for (const field of missing) names.add(fieldLabel(field, 'nl').toLowerCase());
  return [...names];
}

function remarks(jobId: string, item: StagedRow): string[] {
  const wrong = whatIsWrong(item);
  const texts = (of: (one: (typeof wrong)[number]) => string) => [...new Set(wrong.map(of).filter(Boolean))].join('\n');
  const cells: Record<(typeof FIRST)[number], string> = {
    rowId: rowId(jobId, item.position),
    message: texts(({ nl }) => nl),
    messageEn: texts(({ en }) => en),
    field: texts(({ field }) => (field ? fieldLabel(field, 'nl') : '')),
    code: texts(({ code }) => code),
    file: item.sourceFile ?? '',
    line: item.sourceLine === null ? '' : String(item.sourceLine),
  };
  return FIRST.map((column) => cells[column]);
}
