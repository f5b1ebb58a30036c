import type { Location } from '#domain/finding.ts';
import { failedRecord, type RawRecord } from '#domain/record-raw.ts';
import { decodeText } from './decode-text.ts';
import { DEFAULT_READ_LIMITS, type Format, type ReadLimits } from './format.ts';

/** The text of a file, or a record that says why it has none. */
export function openText(
  bytes: Uint8Array,
  file: Location,
  limits: ReadLimits,
): { text: string } | { failure: RawRecord } {
  if (bytes.length > limits.maxBytes) {
    return { failure: failedRecord(file, 'file_too_large', { bytes: bytes.length, limit: limits.maxBytes }) };
  }
  const decoded = decodeText(bytes, { fallback: null });
  if (decoded.text === null) {
    const params = { line: decoded.line, offset: decoded.offset };
    return { failure: failedRecord({ ...file, line: decoded.line }, 'encoding_invalid', params) };
  }
  if (decoded.text.trim() === '') return { failure: failedRecord(file, 'file_empty') };
  if (decoded.text.includes('\u0000')) return { failure: failedRecord(file, 'not_text') };
  return { text: decoded.text };
}

/** The records as far as there may be; one more says that there are too many. */
export function* atMost(
  records: Iterable<RawRecord>,
  file: Location,
  { maxRecords }: ReadLimits,
): Generator<RawRecord, void> {
  let count = 0;
  for (const record of records) {
    count += 1;
    if (count > maxRecords) {
      yield failedRecord(file, 'too_many_records', { count, limit: maxRecords });
      return;
    }
    yield record;
  }
  if (count === 0) yield failedRecord(file, 'no_records');
}

/** A reader of files that are text: `records` says which records a text holds, and knows of neither bytes nor limits. */
export function readsText(records: (text: string, file: Location) => Iterable<RawRecord>): Format['read'] {
  return function* read(bytes, fileName, limits = DEFAULT_READ_LIMITS) {
    const file: Location = { file: fileName };
    const opened = openText(bytes, file, limits);
    if ('failure' in opened) yield opened.failure;
    else yield* atMost(records(opened.text, file), file, limits);
  };
}
