import type { RawRecord } from '#domain/record-raw.ts';

/** How much one file may hold. What is over a limit is refused with a finding, never cut off. */
export type ReadLimits = { maxBytes: number; maxRecords: number };

export const DEFAULT_READ_LIMITS: ReadLimits = { maxBytes: 32 * 1024 * 1024, maxRecords: 100_000 };

/** One kind of file definitions can be read from. */
export type Format = {
  name: FormatName;
  /** How sure this reader is that the file is its own, by content first and name second: 0 (surely not) to 1. */
  detect(bytes: Uint8Array, fileName: string): number;
  /**
   * The records of a file, one at a time. Never throws on what a file holds: what cannot be read is a record with an error
   * finding and no fields. Remarks about the file as a whole travel with its first record.
   */
  read(
    bytes: Uint8Array,
    fileName: string,
    limits?: ReadLimits,
  ): Generator<RawRecord, void> | AsyncGenerator<RawRecord, void>;
};

export const FORMAT_NAMES = ['json', 'csv', 'xlsx'] as const;
type FormatName = (typeof FORMAT_NAMES)[number];
