import { exportedFormat, isBareExport } from './export-formats.ts';

/** What an archive may be at most. Sizes in bytes, `depth` in path segments, `cpuTimeMs` in milliseconds of a processor. */
export type ArchiveLimits = {
  uploadBytes: number;
  /** Files and folders, index files left out: so our own largest export comes back in. */
  entries: number;
  /** The table of contents at the end of the archive. */
  directoryBytes: number;
  /** One entry, uncompressed. */
  entryBytes: number;
  /** A file with all definitions of an export of ours in one format; as large as one that is uploaded by itself may be. */
  exportFileBytes: number;
  /** The index files in the root: they grow with the number of entries, so they get more room. */
  indexBytes: number;
  /** All entries together, uncompressed. */
  totalBytes: number;
  /** Uncompressed divided by compressed, for entries larger than `ratioFromBytes`. */
  ratio: number;
  ratioFromBytes: number;
  depth: number;
  /** One part of a path, in UTF-8. */
  segmentBytes: number;
  cpuTimeMs: number;
};

const KB = 1024;
const MB = 1024 * KB;

export const DEFAULT_ARCHIVE_LIMITS: Readonly<ArchiveLimits> = Object.freeze({
  uploadBytes: 200 * MB,
  entries: 100_000,
  directoryBytes: 16 * MB,
  entryBytes: 1 * MB,
  exportFileBytes: 32 * MB,
  indexBytes: 64 * MB,
  totalBytes: 512 * MB,
  ratio: 100,
  ratioFromBytes: 64 * KB,
  depth: 10,
  segmentBytes: 255,
  cpuTimeMs: 60_000,
});

/** The files that describe an archive instead of being part of its contents. */
export const INDEX_FILES = ['manifest.json', 'report.json', 'manifest.signature.json'] as const;

export function isIndexFile(name: string): boolean {
  return (INDEX_FILES as readonly string[]).includes(name);
}

/** What the signature of a file that stands by itself is called: the name of that file, with this behind it. */
export const FILE_SIGNATURE_END = '.signature.json';

/** Whether this is, by its name, the signature of another file; a browser that has one already numbers the next. */
export function isFileSignature(name: string): boolean {
  return /[^/]\.signature( ?\(\d+\))?\.json$/i.test(name) && !isIndexFile(name);
}

/** How many of these names count as entries. */
export function countEntries(names: readonly string[]): number {
  return names.reduce((count, name) => (isIndexFile(name) ? count : count + 1), 0);
}

/** With more records than this there are too many entries, whatever their names are. */
export function mostRecords({ entries }: Pick<ArchiveLimits, 'entries'>): number {
  return entries + INDEX_FILES.length;
}

/** The largest uncompressed size allowed for the entry with this name. */
export function entryLimit(name: string, limits: ArchiveLimits): number {
  if (isIndexFile(name)) return limits.indexBytes;
  const isExport = exportedFormat(name) !== null || isBareExport(name);
  return isExport ? Math.max(limits.exportFileBytes, limits.entryBytes) : limits.entryBytes;
}

/** A size as whole units, rounded up, so that it reads the same in every language: "1024 kB", "101 MB". */
export function formatSize(bytes: number): string {
  return bytes < 10 * MB ? `${Math.ceil(bytes / KB)} kB` : `${Math.ceil(bytes / MB)} MB`;
}
