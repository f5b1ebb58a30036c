import type { Location } from '#domain/finding.ts';
import { failedRecord, type RawRecord } from '#domain/record-raw.ts';
import { ownRecord } from './own-json.ts';
import { predecessorRecord } from './predecessor-json.ts';

const OURS = ['term', 'definition', 'schemaVersion'];
const PREDECESSORS = ['begrip', 'definitie', 'export_info'];

/** One definition as JSON, YAML or front matter has it: under our own names, or under the predecessor's. */
export function jsonRecord(value: unknown, location: Location): RawRecord {
  if (!isObject(value)) return failedRecord(location, 'not_an_object', undefined, value);
  const isOurs = OURS.some((name) => name in value) || !PREDECESSORS.some((name) => name in value);
  return isOurs ? ownRecord(value, location) : predecessorRecord(value, location);
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
