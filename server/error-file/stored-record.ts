import { isUtf8 } from 'node:buffer';
import type { StagedRow } from '#db/queries/staged-items.ts';
import { contentFromRow } from '#db/row-image.ts';
import { definitionFile } from '#domain/definition-file.ts';
import { hasError, type Location } from '#domain/finding.ts';
import type { RawRecord } from '#domain/record-raw.ts';
import { json } from '#server/formats/json.ts';
import { ownRecord } from '#server/formats/own-json.ts';
import { originalBytes, originalRow } from './original.ts';

/** A kept item as the record it is: what was corrected, else what came in, else what would be written. */
export type StoredRecord = {
  record: RawRecord;
  /** The text it came as, when that was no record at all; then `record` has no fields. */
  unreadable: string | null;
};

export function storedRecord(item: StagedRow): StoredRecord {
  const { image, raw, correction, definitionId, baseVersion } = item;
  const location = locationOf(item);
  const known = { location, findings: [], id: definitionId, version: baseVersion };
  if (correction) {
    const own = identityOf(item);
    const identity = { id: own.id ?? definitionId, version: own.version ?? baseVersion };
    return { record: { ...known, ...identity, fields: correction }, unreadable: null };
  }
  if (image) {
    const { schemaVersion: _, ...fields } = definitionFile(contentFromRow(image));
    return { record: { ...known, fields }, unreadable: null };
  }
  if (raw === null) return { record: { ...known, fields: {} }, unreadable: '' };
  return rawRecord(raw, location);
}

function rawRecord(raw: string, location: Location): StoredRecord {
  const row = originalRow(raw);
  if (row) return { record: { ...ownRecord(row.record, location), location }, unreadable: null };
  const bytes = originalBytes(raw);
  const record = firstRecord(bytes, location);
  if (record) return { record: { ...record, location }, unreadable: null };
  return {
    record: { fields: {}, location, findings: [], id: null, version: null },
    unreadable: textOf(bytes),
  };
}

/** A picture says nothing as text; it is in the archive. */
function textOf(bytes: Buffer): string {
  return isUtf8(bytes) && !bytes.includes(0) ? bytes.toString('utf8') : '';
}

/** The record of a file that holds just one; null when it holds none that can be told apart. */
function firstRecord(bytes: Buffer, { file = '' }: Location): RawRecord | null {
  for (const record of json.read(bytes, file) as Generator<RawRecord>) {
    const isRecord = Object.keys(record.fields).length > 0 || !hasError(record.findings);
    return isRecord ? record : null;
  }
  return null;
}

/** The id and version that a corrected item came with are those of the file it came in. */
function identityOf({ raw, sourceFile, sourceLine }: StagedRow): Pick<RawRecord, 'id' | 'version'> {
  if (raw === null) return { id: null, version: null };
  const { id, version } = rawRecord(raw, locationOf({ sourceFile, sourceLine })).record;
  return { id, version };
}

function locationOf({ sourceFile, sourceLine }: Pick<StagedRow, 'sourceFile' | 'sourceLine'>): Location {
  return { ...(sourceFile === null ? {} : { file: sourceFile }), ...(sourceLine === null ? {} : { line: sourceLine }) };
}
