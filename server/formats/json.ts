import type { Location } from '#domain/finding.ts';
import { failedRecord, type RawRecord } from '#domain/record-raw.ts';
import { decodeText } from './decode-text.ts';
import { DEFAULT_READ_LIMITS, type Format, type ReadLimits } from './format.ts';
import { jsonErrorOffset } from './json-error-offset.ts';
import { isObject, jsonRecord } from './json-record.ts';

/** Properties under which a file lists its definitions: ours, then the predecessor's. */
const LISTS = ['definitions', 'definities', 'begrippen'];

/** Our own JSON (one definition, or a list of them) and the JSON exports of the predecessor. */
export const json: Format = { name: 'json', detect, read };

function detect(bytes: Uint8Array, fileName: string): number {
  const isNamed = /\.json$/i.test(fileName);
  const start = decodeText(bytes.subarray(0, 400), { fallback: 'windows-1252' }).text?.trimStart() ?? '';
  const looksLikeIt = /^(?:\{\s*(?:["}]|$)|\[\s*(?:[[{\]"]|$))/.test(start);
  if (looksLikeIt) return isNamed ? 1 : 0.9;
  return isNamed ? 0.5 : 0;
}

function* read(
  bytes: Uint8Array,
  fileName: string,
  limits: ReadLimits = DEFAULT_READ_LIMITS,
): Generator<RawRecord, void> {
  const file: Location = { file: fileName };
  if (bytes.length > limits.maxBytes) {
    yield failedRecord(file, 'file_too_large', { bytes: bytes.length, limit: limits.maxBytes });
    return;
  }
  const decoded = decodeText(bytes, { fallback: null });
  if (decoded.text === null) {
    yield failedRecord({ ...file, line: decoded.line }, 'encoding_invalid', { offset: decoded.offset });
    return;
  }
  if (decoded.text.trim() === '') {
    yield failedRecord(file, 'file_empty');
    return;
  }
  const parsed = parse(decoded.text, file);
  if ('failure' in parsed) yield parsed.failure;
  else yield* records(parsed.value, file, limits);
}

function parse(text: string, file: Location): { value: unknown } | { failure: RawRecord } {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    const before = text.slice(0, jsonErrorOffset(text) ?? text.length);
    const line = before.split('\n').length;
    const column = before.length - before.lastIndexOf('\n');
    return { failure: failedRecord({ ...file, line }, 'json_broken', { line, column }) };
  }
}

function* records(value: unknown, file: Location, limits: ReadLimits): Generator<RawRecord, void> {
  const list = listOf(value);
  if (!list) {
    yield jsonRecord(value, { ...file, pointer: '' });
    return;
  }
  if (list.entries.length === 0) yield failedRecord(file, 'no_records');
  if (list.entries.length > limits.maxRecords) {
    yield failedRecord(file, 'too_many_records', { count: list.entries.length, limit: limits.maxRecords });
    return;
  }
  for (const [index, entry] of list.entries.entries()) {
    yield jsonRecord(entry, { ...file, pointer: `${list.pointer}/${index}` });
  }
}

/** The definitions of a file that lists them; null for a file that is one definition itself. */
function listOf(value: unknown): { entries: unknown[]; pointer: string } | null {
  if (Array.isArray(value)) return { entries: value, pointer: '' };
  if (!isObject(value) || 'term' in value || 'begrip' in value) return null;
  for (const name of LISTS) {
    const entries = value[name];
    if (Array.isArray(entries)) return { entries, pointer: `/${name}` };
  }
  return null;
}
