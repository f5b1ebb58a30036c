import { createHash } from 'node:crypto';
import { errorColumnOf } from '#server/formats/error-columns.ts';
import { foldName } from '#server/formats/field-names.ts';

/**
 * By what a table is known again: the set of the names of its columns, whatever their order and case, without those that an error
 * file of ours adds to it. SHA-256, hex.
 */
export function headersKey(headers: readonly string[]): string {
  const names = [...new Set(headers.map(foldName).filter((name) => errorColumnOf(name) === null))].sort();
  return createHash('sha256').update(JSON.stringify(names)).digest('hex');
}
