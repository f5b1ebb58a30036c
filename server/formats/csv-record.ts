import type { DefinitionContent } from '#domain/definition.ts';
import type { Finding, Location } from '#domain/finding.ts';
import { isUuid } from '#domain/record-links.ts';
import type { RawRecord } from '#domain/record-raw.ts';
import type { Column, Header } from './csv-header.ts';
import type { ErrorColumn } from './error-columns.ts';
import { nlSbbReferences, nlSbbSource } from './nl-sbb-columns.ts';
import { ownEntries, ownValue } from './own-cell.ts';
import { withoutMarker, withoutTags } from './residue.ts';
import { splitExamples, splitList } from './split-list.ts';

type Fields = Record<string, unknown>;

const LISTS: ReadonlySet<string> = new Set<keyof DefinitionContent>([
  'organisationalContext',
  'legalContext',
  'legalBasis',
  'synonyms',
  'antonyms',
  'chainPartners',
]);
/** Fields that a cell can only hold as JSON, or as a plain list of texts. */
const LISTS_OF_OBJECTS: ReadonlySet<string> = new Set<keyof DefinitionContent>([
  'sources',
  'caseReferences',
  'relations',
]);
const OBJECTS: ReadonlySet<string> = new Set<keyof DefinitionContent>(['legalMetadata', 'examples', 'extras']);

/** Turns one row into a record. `titles` gives the term for each page title that relations of this file may point to. */
export function csvRecord(
  header: Header,
  cells: readonly string[],
  location: Location,
  titles: ReadonlyMap<string, string>,
): RawRecord {
  const record: RawRecord = {
    fields: {},
    location,
    findings: [],
    version: null,
    id: null,
    places: header.places,
    row: { columns: header.columns, cells },
  };
  const extras: Fields = {};
  const cleaned = new Set<string>();
  for (const [index, column] of header.columns.entries()) {
    const cell = cells[index];
    // A row that ends early says nothing about the rest of its columns.
    if (cell === undefined || column.isNumbering || column.isLeftOut) continue;
    if (column.errorColumn) noteErrorColumn(record, column.errorColumn, cell);
    else readCell(record, extras, cleaned, column, cell, titles);
  }
  if (Object.keys(extras).length > 0) record.fields.extras = { ...(record.fields.extras as Fields), ...extras };
  if (cleaned.size > 0) record.findings.push(residueFinding(cleaned, location));
  const ragged = raggedFinding(header, cells, location);
  if (ragged) record.findings.push(ragged);
  return record;
}

/** What an error file said of the row is no content; the number of the row is how it is known again. */
function noteErrorColumn(record: RawRecord, column: ErrorColumn, cell: string): void {
  if (column === 'rowId') record.rowId = cell.trim();
  else if (column === 'contents') record.contents = cell;
}

function readCell(
  record: RawRecord,
  extras: Fields,
  cleaned: Set<string>,
  column: Column,
  cell: string,
  titles: ReadonlyMap<string, string>,
): void {
  const { field, kind, relation, name } = column;
  const { fields } = record;
  if (field === null || field === 'id' || field === 'version' || field === 'contentHash') {
    if (!readIdentity(record, field, cell) && cell.trim() !== '') extras[name] = withoutTags(cell).text;
    return;
  }
  if (column.isOurs && field !== 'schemaVersion') {
    readOwnCell(fields, field, kind, cell);
    return;
  }
  if (cell.includes('"@')) cleaned.add(field);
  if (kind) {
    fields.examples = { ...(fields.examples as Fields), [kind]: splitExamples(cell) };
  } else if (relation) {
    const separator = column.partedBySemicolons ? /[;\n]/ : ',';
    const related = nlSbbReferences(cell, separator).map((title) => ({
      type: relation,
      target: titles.get(title) ?? title,
    }));
    fields.relations = [...((fields.relations as unknown[]) ?? []), ...related];
  } else if (LISTS.has(field)) {
    const list = splitList(cell, { commas: column.splitsAtCommas });
    fields[field] = [...((fields[field] as string[]) ?? []), ...list];
  } else if (LISTS_OF_OBJECTS.has(field) || OBJECTS.has(field)) fields[field] = structured(field, cell);
  else if (field === 'schemaVersion') fields[field] = cell.trim() === '' ? undefined : Number(cell);
  else if (field === 'definition') fields[field] = definitionText(cell, extras, cleaned);
  else fields[field] = meantBy(column, withoutTags(cell).text);
  if (field === 'sources' && Array.isArray(fields.sources)) fields.sources = fields.sources.map(nlSbbSource);
  if (column.also) fields[column.also] = fields[field];
}

/** What a person said the word in this column means; else the word. */
function meantBy({ values }: Column, text: string): string {
  return values?.get(text.trim().toLowerCase()) ?? text;
}

function readOwnCell(fields: Fields, field: string, kind: Column['kind'], cell: string): void {
  if (kind) fields.examples = { ...(fields.examples as Fields), [kind]: ownEntries(cell, 'examples') };
  else if (LISTS.has(field)) fields[field] = ownEntries(cell, 'list');
  else if (OBJECTS.has(field)) fields[field] = ownValue(cell);
  else if (field === 'relations') fields[field] = structured(field, cell);
  else if (LISTS_OF_OBJECTS.has(field)) fields[field] = ownEntries(cell, 'list');
  else fields[field] = cell;
}

/** Our own id and version; another system's id is no id of ours and false. */
function readIdentity(record: RawRecord, field: string | null, cell: string): boolean {
  const text = cell.trim();
  if (field === 'id' && isUuid(text)) record.id = text.toLowerCase();
  else if (field === 'version' && /^[1-9]\d{0,8}$/.test(text)) record.version = Number(text);
  else return field === 'contentHash';
  return true;
}

function definitionText(cell: string, extras: Fields, cleaned: Set<string>): string {
  const { text, marker } = withoutMarker(withoutTags(cell).text);
  if (marker !== null) {
    extras.marker = marker;
    cleaned.add('definition');
  }
  return text;
}

/** A cell with JSON in it as that value; other text as a list of texts where that means something, else for the check to refuse. */
function structured(field: string, cell: string): unknown {
  const text = cell.trim();
  if (text === '') return null;
  if (text.startsWith('[') || text.startsWith('{')) {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      return text;
    }
  }
  if (field === 'relations') return splitList(text, { commas: false }).map(relationOf);
  return OBJECTS.has(field) ? text : splitList(text, { commas: false });
}

/** `broader: strafvordering` as a relation. */
function relationOf(text: string): unknown {
  const colon = text.indexOf(':');
  return colon < 0 ? text : { type: text.slice(0, colon).trim(), target: text.slice(colon + 1).trim() };
}

function residueFinding(cleaned: ReadonlySet<string>, location: Location): Finding {
  return { code: 'residue_cleaned', severity: 'info', location, params: { fields: [...cleaned].join(', ') } };
}

/** Missing cells at the end lose nothing; text beyond the last column belongs somewhere else. */
function raggedFinding({ columns }: Header, cells: readonly string[], location: Location): Finding | null {
  const params = { found: cells.length, expected: columns.length };
  if (cells.length < columns.length) return { code: 'row_ragged', severity: 'warning', location, params };
  const surplus = cells.slice(columns.length).filter((cell) => cell.trim() !== '');
  if (surplus.length === 0) return null;
  return {
    code: 'row_ragged',
    severity: 'error',
    location,
    params,
    value: surplus.join(' … ').slice(0, 200).toWellFormed(),
  };
}
