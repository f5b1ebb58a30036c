import type { Finding } from '#domain/finding.ts';
import type { ArchiveEntries } from './archive-entries.ts';

/** The table of contents of an archive, checked as far as it can be before anything is inflated. */
export type ArchiveDirectory = {
  entries: ArchiveEntries;
  /** What all files are together, uncompressed, as stated. */
  totalBytes: number;
  /** Not empty: the archive as a whole is refused, and `readEntries` will not read it. */
  refusals: Finding[];
};
