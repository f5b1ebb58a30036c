import type { RawRecord } from '#domain/record-raw.ts';

/** One record of an upload, with what an error file needs to give it back. */
export type SourceRecord = {
  raw: RawRecord;
  /** The file when it holds just this record (see original.ts), else the record's own fields as JSON. */
  original: () => string;
};
