import { setImmediate as nextTurn } from 'node:timers/promises';
import { type ArchiveLimits, DEFAULT_ARCHIVE_LIMITS, formatSize, isIndexFile } from '#domain/archive-limits.ts';
import type { Finding } from '#domain/finding.ts';
import type { ArchiveDirectory } from './archive-directory.ts';
import { ArchiveEntries } from './archive-entries.ts';
import type { ArchiveEntry, ArchiveFile, EntryContents } from './archive-entry.ts';
import { blockReader } from './block-reader.ts';
import { checkLayout, checkNames } from './check-layout.ts';
import { inflateEntry } from './inflate-entry.ts';
import { matchLocalHeader } from './match-local-header.ts';
import { openArchive, readAt } from './read-at.ts';
import { type DirectoryPlace, readEnd, tooManyEntries } from './read-end.ts';
import { isFolder, readRecord } from './read-record.ts';
import { ArchiveRefused, refusal } from './refusal.ts';
import { StoredRecords } from './stored-records.ts';
import { CENTRAL_LENGTH } from './zip-format.ts';

/** After this many refusals the rest is only counted. */
const REFUSALS_LISTED = 100;
/** After this many records the event loop gets a turn: a large directory takes a few hundred milliseconds. */
const RECORDS_PER_TURN = 4096;

type ReadOptions = {
  limits?: ArchiveLimits;
  signal?: AbortSignal;
  /** What is passed over, to be read with `streamEntry` instead. */
  except?: (entry: ArchiveEntry) => boolean;
};

/**
 * Reads the table of contents and checks everything that can be known before anything is inflated. Any refusal is about
 * the whole archive: nothing in it is skipped. Throws for real I/O errors only.
 */
export async function readDirectory(
  file: ArchiveFile,
  limits: ArchiveLimits = DEFAULT_ARCHIVE_LIMITS,
): Promise<ArchiveDirectory> {
  const { handle, release } = await openArchive(file);
  try {
    const place = await readEnd(handle, (await handle.stat()).size, limits);
    if ('code' in place) return refused([place]);
    const staysOpen = typeof file !== 'string' && !Buffer.isBuffer(file);
    const stored = staysOpen
      ? StoredRecords.inFile(file, place)
      : StoredRecords.inMemory(await readAt(handle, place.offset, place.size));
    return await parseDirectory(stored, place, limits);
  } finally {
    await release();
  }
}

/**
 * The contents of every file, in the order in which they stand in the archive (`index` is the order of the directory),
 * each checked against the directory before it is given. Throws ArchiveRefused for anything that is not as stated,
 * the signal's reason when aborted. For the limit only the processor's time counts that unpacking and checking take: an archive is not to
blame for a slow disk or a busy machine.
 */
export async function* readEntries(
  file: ArchiveFile,
  directory: ArchiveDirectory,
  { limits = DEFAULT_ARCHIVE_LIMITS, signal, except }: ReadOptions = {},
): AsyncGenerator<EntryContents, void, undefined> {
  if (directory.refusals.length > 0) throw new ArchiveRefused(directory.refusals);
  const { handle, release } = await openArchive(file);
  const read = blockReader(handle);
  const timer = stopwatch(limits);
  try {
    for (const entry of directory.entries.inFileOrder()) {
      signal?.throwIfAborted();
      timer.check();
      if (except?.(entry)) continue;
      const extent = await read(entry.offset, entry.end - entry.offset);
      const bytes = timer.time(Math.max(extent.length, entry.size), () => readChecked(extent, entry, directory));
      if (!isFolder(entry)) yield { name: entry.name, index: entry.index, bytes };
    }
    timer.check();
  } finally {
    await release();
  }
}

/** The contents of one file of the archive, with the same checks and errors as `readEntries`. */
export async function readEntry(file: ArchiveFile, directory: ArchiveDirectory, entry: ArchiveEntry): Promise<Buffer> {
  if (directory.refusals.length > 0) throw new ArchiveRefused(directory.refusals);
  const { handle, release } = await openArchive(file);
  try {
    return readChecked(await readAt(handle, entry.offset, entry.end - entry.offset), entry, directory);
  } finally {
    await release();
  }
}

async function parseDirectory(
  stored: StoredRecords,
  place: DirectoryPlace,
  limits: ArchiveLimits,
): Promise<ArchiveDirectory> {
  // The end may promise any number; this many have room.
  const entries = new ArchiveEntries(stored, Math.min(place.count, Math.floor(stored.length / CENTRAL_LENGTH)));
  const findings: Finding[] = [];
  let at = 0;
  let totalBytes = 0;
  let counted = 0;
  while (at < stored.length && entries.count < place.count) {
    const record = readRecord(stored, at, limits);
    if (record === null) return refused([refusal('archive_directory_inconsistent')]);
    if (record.problem === null) totalBytes += record.entry.size;
    else findings.push(record.problem);
    entries.add(record.entry);
    if (!isIndexFile(record.entry.name)) counted += 1;
    at = record.next;
    if (entries.count % RECORDS_PER_TURN === 0) await nextTurn();
  }
  if (at !== place.size || entries.count !== place.count) return refused([refusal('archive_directory_inconsistent')]);

  if (counted > limits.entries) return refused([tooManyEntries(counted, limits)]);
  if (entries.length === 0) findings.push(refusal('archive_empty'));
  if (totalBytes > limits.totalBytes) {
    const limit = formatSize(limits.totalBytes);
    findings.push(
      refusal('archive_total_too_large', {
        value: formatSize(totalBytes),
        limit,
      }),
    );
  }
  // Sizes that are wrong in themselves say nothing about where the entries lie.
  const misplaced = findings.length === 0 ? checkLayout(entries, place.offset) : [];
  const refusals = firstOf([findings, misplaced, checkNames(entries)].flat());
  return { entries, totalBytes, refusals };
}

function readChecked(extent: Buffer, entry: ArchiveEntry, directory: ArchiveDirectory): Buffer {
  if (extent.length !== entry.end - entry.offset) throw new ArchiveRefused([refusal('archive_truncated')]);
  const dataStart = matchLocalHeader(extent, entry, directory.entries.recordOf(entry));
  if (typeof dataStart !== 'number') throw new ArchiveRefused([dataStart]);
  const contents = inflateEntry(extent.subarray(dataStart, dataStart + entry.compressedSize), entry);
  if (!Buffer.isBuffer(contents)) throw new ArchiveRefused([contents]);
  return contents;
}

function refused(refusals: Finding[]): ArchiveDirectory {
  const none = StoredRecords.inMemory(Buffer.alloc(0));
  return { entries: new ArchiveEntries(none, 0), totalBytes: 0, refusals };
}

function firstOf(findings: Finding[]): Finding[] {
  if (findings.length <= REFUSALS_LISTED) return findings;
  const value = findings.length - REFUSALS_LISTED;
  const rest = refusal('archive_more_refusals', {
    value,
    limit: REFUSALS_LISTED,
  });
  return [...findings.slice(0, REFUSALS_LISTED), rest];
}

/** So many bytes are unpacked in less than a millisecond: asking the processor twice what that took would take as long. */
const SMALL_BYTES = 64 * 1024;
const SMALL_MS = 1;

/**
 * Adds up the processor's time that work takes on so many bytes, that of little by the clock, which runs on while others have the
 * processor, but for a millisecond at the most; `check` throws once it is up.
 */
function stopwatch({ cpuTimeMs }: ArchiveLimits) {
  let spent = 0;
  return {
    time<T>(size: number, work: () => T): T {
      if (size <= SMALL_BYTES) {
        const before = performance.now();
        const result = work();
        spent += Math.min(performance.now() - before, SMALL_MS);
        return result;
      }
      const before = process.threadCpuUsage();
      const result = work();
      const { user, system } = process.threadCpuUsage(before);
      spent += (user + system) / 1000;
      return result;
    },
    check() {
      if (spent < cpuTimeMs) return;
      throw new ArchiveRefused([refusal('archive_time_limit', { limit: Math.round(cpuTimeMs / 1000) })]);
    },
  };
}
