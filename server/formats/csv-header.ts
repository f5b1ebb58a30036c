import type { Examples, RelationType } from '#domain/definition.ts';
import type { ColumnTarget, ColumnUse, TableMapping } from '#domain/read-choices.ts';
import { type ErrorColumn, errorColumnOf } from './error-columns.ts';
import { fieldTarget, foldName, isBookkeeping } from './field-names.ts';
import { asNlSbb, isNlSbbColumn, nlSbbTarget } from './nl-sbb-columns.ts';

export type Column = {
  /** The header text; made up for a column without one. */
  name: string;
  /** Our field, or `id`, `version`, `schemaVersion`; null keeps the cells in extras. */
  field: string | null;
  /** A second field the same text goes to. */
  also?: string;
  kind?: keyof Examples;
  relation?: RelationType;
  /** Names of relations are parted by `;`, because a term may have a comma. */
  partedBySemicolons?: boolean;
  /** A template's own numbers before its lines. */
  isNumbering?: boolean;
  /** One of the columns an error file adds: see error-columns.ts. */
  errorColumn?: ErrorColumn;
  /** The predecessor writes lists with commas; in our own columns a comma is part of an entry. */
  splitsAtCommas: boolean;
  /** A person said not to read it. */
  isLeftOut?: boolean;
  /** What a person said its words mean, by word in lower case. */
  values?: ReadonlyMap<string, string>;
  /** Of a table we wrote ourselves: the cells are read word for word. */
  isOurs?: boolean;
};

export type Header = {
  columns: Column[];
  /** The first column of each field, for locations. */
  places: Record<string, string>;
  /** Columns nobody knows, or that repeat one; their cells are kept in extras. */
  unknown: string[];
  /** Required fields that have no column, in our names. */
  missing: ('term' | 'definition')[];
  /** Columns a person spoke of that are not there. */
  notThere: string[];
};

/** Fields that several columns may fill together. */
const SHARED = new Set(['synonyms', 'relations']);

/** Reads a header row: what each column means, by what a person said of it or else by its name, and what is missing. */
export function readHeader(cells: readonly string[], mapping?: TableMapping): Header {
  const header: Header = { columns: [], places: {}, unknown: [], missing: [], notThere: [] };
  const uses = new Map(mapping?.columns.map(({ column, use }) => [column, use]));
  const names = columnNames(cells);
  // The wiki's preferred term wins over the name of the page, whichever column comes first.
  const folded = asNlSbb(cells.map(foldName));
  const hasPreferredTerm = folded.includes('nlsbbvoorkeursterm');
  for (const [index, name] of names.entries()) {
    const use = uses.get(name);
    if (use === undefined) header.columns.push(columnOf(header, name, folded[index] ?? '', hasPreferredTerm));
    else header.columns.push(columnFor(header, name, use));
    uses.delete(name);
  }
  // Only our own tables say which version of our format they are in.
  if (header.columns.some(({ field }) => field === 'schemaVersion')) {
    for (const column of header.columns) if (column.field !== null) column.isOurs = true;
  }
  header.notThere.push(...uses.keys());
  for (const column of header.columns) giveValues(column, mapping);
  for (const field of ['term', 'definition'] as const) if (!(field in header.places)) header.missing.push(field);
  return header;
}

/** The column as a person wants it used. */
function columnFor(header: Header, name: string, use: ColumnUse): Column {
  const column: Column = { name, field: null, splitsAtCommas: false };
  if (use === 'keep') return column;
  if (use === 'leave') return { ...column, isLeftOut: true };
  return claim(header, { ...column, ...targetFields(use), splitsAtCommas: true });
}

function targetFields(target: ColumnTarget): Pick<Column, 'field' | 'kind' | 'relation' | 'partedBySemicolons'> {
  const [field = '', part] = target.split('.');
  if (field === 'examples') return { field, kind: part as keyof Examples };
  return field === 'relations' ? { field, relation: part as RelationType, partedBySemicolons: true } : { field };
}

function giveValues(column: Column, mapping: TableMapping | undefined): void {
  const values = mapping?.values.filter(({ field }) => field === column.field) ?? [];
  if (values.length > 0) column.values = new Map(values.map(({ from, to }) => [from.trim().toLowerCase(), to]));
}

function columnOf(header: Header, name: string, folded: string, hasPreferredTerm: boolean): Column {
  const kept: Column = { name, field: null, splitsAtCommas: false };
  const errorColumn = errorColumnOf(folded);
  if (errorColumn) return { ...kept, errorColumn };
  if (name === '#') return { ...kept, isNumbering: true };
  if (isBookkeeping(name)) return kept;
  if (isNlSbbColumn(folded)) {
    const target = nlSbbTarget(folded);
    if (!target || (folded === 'nlsbbnaambegrip' && hasPreferredTerm)) return kept;
    return claim(header, { ...kept, ...target, partedBySemicolons: !isNlSbbColumn(foldName(name)) });
  }
  const found = fieldTarget(name);
  if (found) return claim(header, { ...kept, ...found.target, splitsAtCommas: !found.isOwn });
  if (folded !== 'titel') header.unknown.push(name);
  return kept;
}

/** The column, unless an earlier one already fills its field: then its cells are kept apart. */
function claim(header: Header, column: Column): Column {
  const { field, kind, name } = column;
  const key = kind ? `${field}.${kind}` : (field ?? '');
  if (key in header.places && !SHARED.has(key)) {
    header.unknown.push(name);
    return { name, field: null, splitsAtCommas: false };
  }
  header.places[key] ??= name;
  if (kind) header.places.examples ??= name;
  return column;
}

/** What the columns of a table are called, each by another name. */
export function columnNames(cells: readonly string[]): string[] {
  const names = new Set<string>();
  return cells.map((cell, index) => uniqueName(cell.trim() || `kolom ${index + 1}`, names));
}

function uniqueName(name: string, names: Set<string>): string {
  let unique = name;
  for (let n = 2; names.has(unique); n++) unique = `${name} (${n})`;
  names.add(unique);
  return unique;
}
