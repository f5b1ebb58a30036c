import { type ArchiveLimits, DEFAULT_ARCHIVE_LIMITS } from '#domain/archive-limits.ts';
import type { Limits } from '#server/config.ts';

/** What a manifest says of one file, with room to spare. */
const INDEX_BYTES_PER_ENTRY = 670;

/** What an uploaded archive may be at most, as it is configured here. */
export function archiveLimits(limits: Limits): ArchiveLimits {
  return {
    ...DEFAULT_ARCHIVE_LIMITS,
    uploadBytes: limits.maxUploadBytes,
    entries: limits.maxEntries,
    directoryBytes: limits.maxCentralDirectoryBytes,
    entryBytes: limits.maxEntryBytes,
    indexBytes: Math.max(DEFAULT_ARCHIVE_LIMITS.indexBytes, limits.maxEntries * INDEX_BYTES_PER_ENTRY),
    totalBytes: limits.maxUnpackedBytes,
    ratio: limits.maxCompressionRatio,
    depth: limits.maxPathDepth,
    segmentBytes: limits.maxNameBytes,
    cpuTimeMs: limits.maxUnpackSeconds * 1000,
  };
}
