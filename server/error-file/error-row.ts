import type { StagedRow } from '#db/queries/staged-items.ts';
import { CONTENT_FIELDS, type Examples } from '#domain/definition.ts';
import { ERROR_COLUMNS } from '#server/formats/error-columns.ts';
import { cellText } from './cell-text.ts';
import { originalRow } from './original.ts';
import { storedRecord } from './stored-record.ts';

/** The cells of an item under the names of their columns. */
export type ItemRow = { columns: readonly string[]; cells: readonly string[] };

const ORDER = new Map<string, number>(CONTENT_FIELDS.map((field, at) => [field, at]));
const KINDS: readonly (keyof Examples)[] = ['sentence', 'practical', 'counter'];

/**
 * An item as a row of a table: word for word when it came as one, else its fields, else the text that was no record. A character
 * that makes a file no text stands as the sign for that.
 */
export function itemRow(item: StagedRow): ItemRow {
  const { columns, cells } = rowOf(item);
  return { columns, cells: cells.map((cell) => cell.replaceAll('\u0000', '\ufffd')) };
}

function rowOf(item: StagedRow): ItemRow {
  const row = item.correction || item.raw === null ? null : originalRow(item.raw);
  if (row) return withSurplus(row);
  const { record, unreadable } = storedRecord(item);
  if (unreadable !== null) return { columns: [ERROR_COLUMNS.contents], cells: [unreadable] };
  const entries = Object.entries(record.fields).flatMap(([field, value]) => cellsOf(field, value));
  entries.sort(([a], [b]) => (ORDER.get(a.split('.')[0] ?? '') ?? 99) - (ORDER.get(b.split('.')[0] ?? '') ?? 99));
  return { columns: entries.map(([name]) => name), cells: entries.map(([, cell]) => cell) };
}

/** Text beyond the last column stands under a name of its own; that is what was wrong with it. */
function withSurplus({ columns, cells }: ItemRow): ItemRow {
  const length = Math.max(columns.length, cells.length);
  const all = Array.from({ length }, (_, at) => at);
  return {
    columns: all.map((at) => columns[at] ?? `kolom ${at + 1}`),
    cells: all.map((at) => cells[at] ?? ''),
  };
}

/** What is known by other means than its cells: see row-id.ts. */
const ELSEWHERE = ['schemaVersion', 'id', 'version', 'contentHash', '$schema'];

function cellsOf(field: string, value: unknown): [string, string][] {
  if (ELSEWHERE.includes(field)) return [];
  if (field === 'examples' && isExamples(value))
    return KINDS.map((kind) => [`examples.${kind}`, examplesText(value[kind])]);
  return [[field, cellText(value)]];
}

function isExamples(value: unknown): value is Partial<Examples> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.entries(value).every(([kind, list]) => KINDS.includes(kind as keyof Examples) && Array.isArray(list));
}

/** Examples are sentences, with semicolons of their own: a list of several is always written as one. */
function examplesText(list: readonly unknown[] | undefined): string {
  const [only, ...others] = list ?? [];
  if (only === undefined) return '';
  const isPlain = others.length === 0 && typeof only === 'string' && !/[;|\n]|^\s*\[|"@/.test(only);
  return isPlain ? only : JSON.stringify(list);
}
