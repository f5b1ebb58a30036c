import type { Location } from '#domain/finding.ts';
import { failedRecord, type RawRecord } from '#domain/record-raw.ts';
import { decodeText } from './decode-text.ts';
import type { Format } from './format.ts';
import { jsonErrorOffset } from './json-error-offset.ts';
import { jsonRecord } from './json-record.ts';
import { readsText } from './open-text.ts';

/** JSON with one definition a line: what programs write that do not know yet how many there will be. */
export const jsonLines: Format = { name: 'json-lines', detect, read: readsText(records) };

const SAMPLE = 64 * 1024;

function detect(bytes: Uint8Array, fileName: string): number {
  const isNamed = /\.(?:jsonl|ndjson)$/i.test(fileName);
  if (bytes.length === 0) return isNamed ? 0.6 : 0;
  const sample = decodeText(bytes.subarray(0, SAMPLE), { fallback: 'windows-1252' }).text ?? '';
  if (isNamed) return /^\s*\{/.test(sample) ? 1 : 0;
  const [, first] = /^\s*(\{[^\n]*)\n\s*\{/.exec(sample) ?? [];
  return first !== undefined && jsonErrorOffset(first) === null ? 1 : 0;
}

function* records(text: string, file: Location): Generator<RawRecord, void> {
  let from = 0;
  for (let line = 1; from <= text.length; line++) {
    const end = text.indexOf('\n', from);
    const own = text.slice(from, end < 0 ? text.length : end);
    if (own.trim() !== '') yield lineRecord(own, { ...file, line, pointer: '' });
    if (end < 0) return;
    from = end + 1;
  }
}

function lineRecord(text: string, location: Location): RawRecord {
  try {
    return jsonRecord(JSON.parse(text) as unknown, location);
  } catch {
    const column = (jsonErrorOffset(text) ?? text.length) + 1;
    return failedRecord(location, 'json_broken', { line: location.line ?? 1, column }, text);
  }
}
