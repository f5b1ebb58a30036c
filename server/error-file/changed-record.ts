import type { StagedRow } from '#db/queries/staged-items.ts';
import type { RawRecord } from '#domain/record-raw.ts';
import { readHeader } from '#server/formats/csv-header.ts';
import { csvRecord } from '#server/formats/csv-record.ts';
import { json } from '#server/formats/json.ts';
import { shorten } from './error-file.ts';
import { itemRow } from './error-row.ts';
import { storedRecord } from './stored-record.ts';

/**
 * What a person made of an item in an error file; null when they left it as it was. Only what they changed is read anew:
 * an untouched cell means what it meant, and a column that is gone is no wish to clear it.
 */
export function changedRecord(item: StagedRow, found: RawRecord): RawRecord | null {
  const stored = storedRecord(item);
  const identity = { id: found.id ?? stored.record.id, version: found.version ?? stored.record.version };
  if (!found.row) return { ...found, ...identity };
  if (stored.unreadable !== null) return fromContents(stored.unreadable, found);
  const { columns, cells } = itemRow(item);
  const present = new Map(found.row.columns.map(({ name }, at) => [name, found.row?.cells[at] ?? '']));
  const changed = columns.map((name, at) => {
    const cell = present.get(name);
    return cell !== undefined && !isSame(cell, cells[at] ?? '');
  });
  const added = cellsBeyond(columns, found);
  if (!changed.includes(true) && added.length === 0) return null;
  const names = [...columns, ...added.map(([name]) => name)];
  const header = readHeader(names);
  const now = [
    ...columns.map((name, at) => (changed[at] ? (present.get(name) ?? '') : (cells[at] ?? ''))),
    ...added.map(([, cell]) => cell),
  ];
  const read = csvRecord(header, now, found.location, new Map());
  const touched = new Set(
    header.columns.flatMap(({ field, also }, at) => ((changed[at] ?? true) ? [field ?? 'extras', also ?? ''] : [])),
  );
  return { ...read, ...identity, fields: merged(stored.record.fields, read.fields, touched) };
}

/** What is in columns that the item did not have: the others of the same file have them, or somebody added them. */
function cellsBeyond(columns: readonly string[], { row }: RawRecord): [string, string][] {
  const known = new Set(columns);
  return (row?.columns ?? []).flatMap(({ name, errorColumn }, at) => {
    const cell = row?.cells[at] ?? '';
    return errorColumn || known.has(name) || cell.trim() === '' ? [] : [[name, cell] as [string, string]];
  });
}

function merged(
  before: RawRecord['fields'],
  now: RawRecord['fields'],
  touched: ReadonlySet<string>,
): RawRecord['fields'] {
  const fields: RawRecord['fields'] = { ...before };
  for (const field of touched) if (field in now) fields[field] = now[field];
  return fields;
}

/** What was no record: its text may have been put right in its cell, or its fields filled in beside it. */
function fromContents(before: string, found: RawRecord): RawRecord | null {
  const contents = found.contents ?? '';
  if (cellsBeyond([], found).length > 0) return found;
  if (contents.trim() === '' || isSame(contents, before)) return null;
  for (const record of json.read(Buffer.from(contents), found.location.file ?? '') as Generator<RawRecord>) {
    return { ...record, location: found.location };
  }
  return null;
}

/** The same text, give or take what a spreadsheet does to it: line ends, outer white space, what it cannot hold. */
function isSame(cell: string, before: string): boolean {
  const plain = (text: string) =>
    shorten(text)
      .replace(/\r\n?/g, '\n')

      .trim();
  return cell === before || plain(cell) === plain(before);
}
