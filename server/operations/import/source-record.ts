import type { RawRecord } from '#domain/record-raw.ts';

/** One record of an upload, with what an error file needs to give it back. */
export type SourceRecord = {
  raw: RawRecord;
  /** The file when it holds just this record, the row when it came from a table, else the record's own fields (see original.ts). */
  original: () => string;
};
