import type { Classification, DefinitionContent } from '#domain/definition.ts';
import type { DefinitionFileMeta } from '#domain/definition-file.ts';
import type { ExportFormat } from '#domain/export-formats.ts';
import type { Finding } from '#domain/finding.ts';
import type { Locale } from '#domain/locale.ts';
import type { ReadChoices, ReadFormat } from '#domain/read-choices.ts';
import type { RawRecord } from '#domain/record-raw.ts';

/** How much one file may hold. What is over a limit is refused with a finding, never cut off. */
export type ReadLimits = { maxBytes: number; maxRecords: number };

export const DEFAULT_READ_LIMITS: ReadLimits = { maxBytes: 32 * 1024 * 1024, maxRecords: 100_000 };

/** One kind of file definitions can be read from. */
export type Format = {
  name: ReadFormat;
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
    choices?: TableChoices,
  ): Generator<RawRecord, void> | AsyncGenerator<RawRecord, void>;
};

/** What a person can say of a table beside its format and encoding. */
export type TableChoices = Pick<ReadChoices, 'delimiter' | 'headerRow' | 'sheet' | 'mapping' | 'mappings'>;

/** One definition to write; without `meta` when nobody stored it yet. */
export type WriteRecord = { content: DefinitionContent; meta: DefinitionFileMeta | null };

/** What a file says of itself, where its format has room for it. */
export type WriteFacts = {
  title: string;
  application: string;
  organisation: string;
  /** ISO 8601, in UTC. */
  createdAt: string;
  /** The strictest of its definitions; absent: nobody said. */
  classification?: Classification;
  /** What a document to be read speaks of itself in; absent: Dutch. */
  language?: Locale;
};

/** One kind of file definitions can be written to; what it carries of them says `fidelityOf` its name. */
export type Writer = {
  name: Exclude<ExportFormat, 'json'>;
  /** Without a dot. */
  extension: string;
  mediaType: string;
  /** Why such a file has no room for a definition, as the code of a finding; absent: it has room for any. */
  refuses?(record: WriteRecord): string | null;
  /** What such a file does not show of a definition as it is; absent: nothing of the kind. Travels with the item of the export. */
  remarks?(record: WriteRecord): Finding[];
  /** How many definitions a whole file holds; absent: our own readers tell. Throws when it is not whole. */
  count?(bytes: Uint8Array): Promise<number>;
  /** Its definitions, read with less memory than an import takes; absent: read as an import does. Throws when it is not whole. */
  readBack?(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<RawRecord, void>;
  /** The file, piece by piece; holds no more than a few records at a time. */
  write(records: AsyncIterable<WriteRecord> | Iterable<WriteRecord>, facts: WriteFacts): AsyncIterable<Uint8Array>;
};
