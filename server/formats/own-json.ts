import { CONTENT_FIELDS } from '#domain/definition.ts';
import type { Finding, Location } from '#domain/finding.ts';
import { isUuid } from '#domain/record-links.ts';
import { preview, type RawRecord } from '#domain/record-raw.ts';
import { fieldTarget } from './field-names.ts';

type Fields = Record<string, unknown>;

const KNOWN: ReadonlySet<string> = new Set([
  ...CONTENT_FIELDS,
  'schemaVersion',
  'id',
  'version',
  'contentHash',
  '$schema',
]);

/** A definition in our own JSON, taken as it is; only properties with another system's name get ours. */
export function ownRecord(source: Fields, location: Location): RawRecord {
  const findings: Finding[] = [];
  const fields = hasOnlyOurNames(source) ? source : withOurNames(source);
  return {
    fields,
    location,
    findings,
    id: readId(fields.id, location, findings),
    version: readVersion(fields.version, location, findings),
  };
}

function hasOnlyOurNames(source: Fields): boolean {
  for (const name in source) if (!KNOWN.has(name)) return false;
  return true;
}

/** The same properties; one with another name for a field that is not there itself, under the name of that field. */
function withOurNames(source: Fields): Fields {
  const entries = Object.entries(source).map(([name, value]): [string, unknown] => {
    if (KNOWN.has(name)) return [name, value];
    const target = fieldTarget(name)?.target;
    const isFree = target && !target.kind && !Object.hasOwn(source, target.field);
    return [isFree ? target.field : name, value];
  });
  return Object.fromEntries(entries);
}

function readId(value: unknown, location: Location, findings: Finding[]): string | null {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value === 'string' && isUuid(value)) return value.toLowerCase();
  findings.push({ code: 'id_ignored', severity: 'warning', field: 'id', location, value: preview(value) });
  return null;
}

function readVersion(value: unknown, location: Location, findings: Finding[]): number | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number' && Number.isInteger(value) && value > 0 && value < 2 ** 31) return value;
  findings.push({ code: 'version_ignored', severity: 'warning', field: 'version', location, value: preview(value) });
  return null;
}
