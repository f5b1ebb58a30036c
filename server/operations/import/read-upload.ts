import { hash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import type { UploadRow } from '#db/queries/find-upload.ts';
import { type ArchiveLimits, DEFAULT_ARCHIVE_LIMITS, isIndexFile } from '#domain/archive-limits.ts';
import type { Finding } from '#domain/finding.ts';
import { failedRecord, type RawRecord } from '#domain/record-raw.ts';
import { compareManifest, MANIFEST_NAME, parseManifest } from '#server/archive/manifest.ts';
import { readDirectory, readEntries } from '#server/archive/read-archive.ts';
import { ArchiveRefused } from '#server/archive/refusal.ts';
import type { Limits } from '#server/config.ts';
import { detectFormat } from '#server/formats/formats.ts';
import type { Storage } from '#server/storage/storage.ts';
import { originalText } from './original.ts';
import type { SourceRecord } from './source-record.ts';

/** What operating systems and we ourselves put into archives beside definitions. */
const IGNORED = /(^|\/)(__MACOSX\/.*|\.DS_Store|Thumbs\.db|desktop\.ini|lexport-errors\.(json|csv))$/;

/** What is learnt about the upload as a whole while it is read. */
export type UploadFacts = { findings: Finding[]; files: number };

type Reading = { upload: UploadRow; storage: Storage; limits: Limits; signal: AbortSignal };

/**
 * Every record of an upload, in the order of its files, one file in memory at a time. What is wrong with the upload as a
 * whole goes into `facts`; an archive that is refused yields nothing.
 */
export async function* readUpload(reading: Reading, facts: UploadFacts): AsyncGenerator<SourceRecord> {
  const file = await reading.storage.open(reading.upload.storageKey);
  try {
    // What kind of file it is was judged by its content when it came in.
    if (reading.upload.mediaType === 'application/zip') yield* readArchive(file, reading, facts);
    else {
      facts.files = 1;
      yield* recordsOf(await file.readFile(), reading.upload.fileName);
    }
  } finally {
    await file.close();
  }
}

async function* readArchive(file: FileHandle, reading: Reading, facts: UploadFacts): AsyncGenerator<SourceRecord> {
  const limits = archiveLimits(reading.limits);
  const directory = await readDirectory(file, limits);
  facts.findings.push(...directory.refusals);
  if (directory.refusals.length > 0) return;
  facts.files = directory.entries.length;
  const hasManifest = directory.entries.some(({ name }) => name === MANIFEST_NAME);
  const digests: { name: string; sha256: string }[] = [];
  let manifest: ReturnType<typeof parseManifest> | null = null;
  try {
    for await (const { name, bytes } of readEntries(file, directory, { limits, signal: reading.signal })) {
      if (name === MANIFEST_NAME) manifest = parseManifest(bytes);
      else if (!isIndexFile(name) && !IGNORED.test(name)) {
        if (hasManifest) digests.push({ name, sha256: hash('sha256', bytes) });
        yield* recordsOf(bytes, name);
      }
    }
  } catch (error) {
    if (!(error instanceof ArchiveRefused)) throw error;
    facts.findings.push(...error.findings);
    return;
  }
  if (!manifest) return;
  // A manifest of somebody else's making, or one that no longer fits, is worth a remark and no more.
  const remarks = 'code' in manifest ? [manifest] : compareManifest(manifest, digests);
  facts.findings.push(...remarks.map((finding) => ({ ...finding, severity: lower(finding) })));
}

const lower = (finding: Finding) => (finding.severity === 'error' ? 'warning' : finding.severity);

async function* recordsOf(bytes: Buffer, name: string): AsyncGenerator<SourceRecord> {
  const format = detectFormat(bytes, name);
  if (!format) {
    const raw = failedRecord({ file: name }, bytes.length === 0 ? 'file_empty' : 'format_unknown');
    yield { raw, original: () => originalText(bytes) };
    return;
  }
  let previous: RawRecord | null = null;
  let alone = format.name === 'json';
  for await (const raw of format.read(bytes, name)) {
    if (previous) {
      alone = false;
      yield withFields(previous);
    }
    previous = raw;
  }
  if (!previous) return;
  yield alone ? { raw: previous, original: () => originalText(bytes) } : withFields(previous);
}

function withFields(raw: RawRecord): SourceRecord {
  return {
    raw,
    original: () => JSON.stringify({ schemaVersion: 1, ...(raw.id ? { id: raw.id } : {}), ...raw.fields }),
  };
}

function archiveLimits(limits: Limits): ArchiveLimits {
  return {
    ...DEFAULT_ARCHIVE_LIMITS,
    uploadBytes: limits.maxUploadBytes,
    entries: limits.maxEntries,
    directoryBytes: limits.maxCentralDirectoryBytes,
    entryBytes: limits.maxEntryBytes,
    totalBytes: limits.maxUnpackedBytes,
    ratio: limits.maxCompressionRatio,
    depth: limits.maxPathDepth,
    segmentBytes: limits.maxNameBytes,
    wallTimeMs: limits.maxUnpackSeconds * 1000,
  };
}
