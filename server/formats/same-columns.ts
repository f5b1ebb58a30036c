import type { NamedMapping, TableMapping } from '#domain/read-choices.ts';
import { columnNames } from './csv-header.ts';
import { errorColumnOf } from './error-columns.ts';
import { foldName } from './field-names.ts';

/** The names of the columns of a table as one text: whatever their order and case, and without those an error file of ours adds. */
export function columnsText(headers: readonly string[]): string {
  const names = [...new Set(headers.map(foldName).filter((name) => errorColumnOf(name) === null))].sort();
  return JSON.stringify(names);
}

const TEXTS = new WeakMap<readonly NamedMapping[], Map<string, TableMapping>>();

/** What was said of a table with this header row; absent: nothing. */
export function mappingFor(mappings: readonly NamedMapping[], cells: readonly string[]): TableMapping | undefined {
  let known = TEXTS.get(mappings);
  if (!known) {
    known = new Map(mappings.map(({ headers, mapping }) => [columnsText(headers), mapping]));
    TEXTS.set(mappings, known);
  }
  const names = columnNames(cells);
  const mapping = known.get(columnsText(names));
  return mapping && asNamed(mapping, names);
}

/** A mapping with the names of columns as this table writes them. */
export function asNamed(mapping: TableMapping, names: readonly string[]): TableMapping {
  const byFolded = new Map(names.map((name) => [foldName(name), name]));
  const columns = mapping.columns.map(({ column, use }) => ({
    column: names.includes(column) ? column : (byFolded.get(foldName(column)) ?? column),
    use,
  }));
  return { ...mapping, columns };
}
