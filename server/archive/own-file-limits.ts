import { type ArchiveLimits, DEFAULT_ARCHIVE_LIMITS } from '#domain/archive-limits.ts';

/** For reading what we wrote ourselves: it may be larger than what we take in from anybody. */
export const OWN_FILE_LIMITS: ArchiveLimits = {
  ...DEFAULT_ARCHIVE_LIMITS,
  uploadBytes: Number.MAX_SAFE_INTEGER,
  entries: Number.MAX_SAFE_INTEGER,
  directoryBytes: Number.MAX_SAFE_INTEGER,
  entryBytes: Number.MAX_SAFE_INTEGER,
  exportFileBytes: Number.MAX_SAFE_INTEGER,
  indexBytes: Number.MAX_SAFE_INTEGER,
  totalBytes: Number.MAX_SAFE_INTEGER,
  ratio: Number.MAX_SAFE_INTEGER,
};
