import type { Finding } from '#domain/finding.ts';
import type { ArchiveEntries } from './archive-entries.ts';

/**
 * The table of contents of an archive, checked as far as it can be before anything is inflated. Disposing of it gives its memory back at
 * once: of a hundred thousand files it is more than ten megabytes, which would wait for a collection.
 */
export type ArchiveDirectory = Disposable & {
  entries: ArchiveEntries;
  /** What all files are together, uncompressed, as stated. */
  totalBytes: number;
  /** Not empty: the archive as a whole is refused, and `readEntries` will not read it. */
  refusals: Finding[];
  /** The directory as stored; each local header is compared with its record in here. */
  bytes: Buffer;
};
