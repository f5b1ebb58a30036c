import type { Location } from '#domain/finding.ts';
import type { Encoding } from '#domain/read-choices.ts';
import { failedRecord, type RawRecord } from '#domain/record-raw.ts';

/** The bytes of a text as UTF-8, read in the encoding a person chose; a record that says so when they cannot be read that way. */
export function recode(bytes: Buffer, encoding: Encoding, file: Location): { bytes: Buffer } | { failure: RawRecord } {
  try {
    return { bytes: Buffer.from(new TextDecoder(encoding, { fatal: true }).decode(bytes)) };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { failure: failedRecord(file, 'encoding_chosen_wrong', { encoding }) };
  }
}
