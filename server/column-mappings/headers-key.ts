import { createHash } from 'node:crypto';
import { columnsText } from '#server/formats/same-columns.ts';

/** By what a table is known again: the set of the names of its columns. SHA-256, hex. */
export function headersKey(headers: readonly string[]): string {
  return createHash('sha256').update(columnsText(headers)).digest('hex');
}
