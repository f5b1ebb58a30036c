import type { DefinitionContent } from './definition.ts';
import { type Finding, hasError, type Location, type Severity } from './finding.ts';

/**
 * One record as a reader found it, before anything was checked. A key of `fields` that is absent keeps what is there, null
 * or empty clears it, anything else sets it. Keys are our content field names; what a reader could not map stands in
 * `extras`, or stays under its own name when the file is in our own format.
 */
export type RawRecord = {
  fields: Record<string, unknown>;
  location: Location;
  findings: Finding[];
  /** The version of the definition this record was exported from; null when the file does not say. */
  version: number | null;
  /** Our own id (a UUID) when the file carries one. */
  id: string | null;
  /** Where a field stands in the file when that is not under its own name: a column, or a JSON pointer within the record. */
  places?: Readonly<Record<string, string>>;
  /** The cells it was read from, under the names of their columns, when it was a row of a table. */
  row?: { columns: readonly { name: string; errorColumn?: string }[]; cells: readonly string[] };
  /** Of a row of an error file: which item it is, and the text of an item that was no record. */
  rowId?: string;
  contents?: string;
};

/** What a check of one record gathers on its way. */
export type RecordCheck = {
  raw: Pick<RawRecord, 'fields' | 'location' | 'places'>;
  findings: Finding[];
  given: (keyof DefinitionContent)[];
};

export type Params = Record<string, string | number>;

/** Adds a finding that points at the cell or property of `field`. */
export function note(
  check: RecordCheck,
  code: string,
  severity: Severity,
  field: string,
  value?: unknown,
  params?: Params,
): void {
  const finding: Finding = { code, severity, field, location: placeOf(check.raw, field) };
  if (value !== undefined) finding.value = preview(value);
  if (params) finding.params = params;
  check.findings.push(finding);
}

/** A record that only says what is wrong with its file, or with its place in the file. */
export function failedRecord(location: Location, code: string, params?: Params, value?: unknown): RawRecord {
  const finding: Finding = { code, severity: 'error', location };
  if (params) finding.params = params;
  if (value !== undefined) finding.value = preview(value);
  return { fields: {}, location, findings: [finding], version: null, id: null };
}

/** Whether nothing of the record can be used: the reader has already said why. */
export function isUnreadable(raw: Pick<RawRecord, 'fields' | 'findings'>): boolean {
  if (!hasError(raw.findings)) return false;
  for (const _ in raw.fields) return false;
  return true;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
const UNSHOWABLE = /[\u0000-\u0008\u000b-\u001f\u007f]/g;

/**
 * A value to show, clipped to 200 characters, safe to store. Never serialises: a list in a list in a list a million deep is
 * no value to show.
 */
export function preview(value: unknown): string {
  if (typeof value === 'string') {
    const text = value.length > 200 ? `${value.slice(0, 199)}…` : value;
    return text.toWellFormed().replace(UNSHOWABLE, '\ufffd');
  }
  if (Array.isArray(value)) return `[… ${value.length}]`;
  return typeof value === 'object' && value !== null ? '{…}' : String(value);
}

function placeOf(raw: RecordCheck['raw'], field: string): Location {
  const place = raw.places?.[field];
  const { location } = raw;
  if (location.pointer !== undefined) return { ...location, pointer: location.pointer + (place ?? `/${field}`) };
  return place === undefined ? location : { ...location, column: place };
}
