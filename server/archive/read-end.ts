import type { FileHandle } from 'node:fs/promises';
import { type ArchiveLimits, formatSize, mostRecords } from '#domain/archive-limits.ts';
import type { Finding } from '#domain/finding.ts';
import { readAt } from './read-at.ts';
import { refusal } from './refusal.ts';
import {
  CENTRAL_SIGNATURE,
  DESCRIPTOR_SIGNATURE,
  END_LENGTH,
  END_SIGNATURE,
  LOCAL_SIGNATURE,
  MAX_UINT16,
  MAX_UINT32,
  readUint64,
  ZIP64_END_LENGTH,
  ZIP64_END_SIGNATURE,
  ZIP64_LOCATOR_LENGTH,
  ZIP64_LOCATOR_SIGNATURE,
} from './zip-format.ts';

/** Where the table of contents is, in bytes from the start of the file, and how many records it has. */
export type DirectoryPlace = { offset: number; size: number; count: number };

const LONGEST_COMMENT = 0xffff;
/** In front of the first entry of a split archive, or of one that was going to be split. */
const SPANNING_MARKERS = [DESCRIPTOR_SIGNATURE, 0x30304b50];

/**
 * Finds the one end of the archive and checks that it points at a directory that stops exactly where the end begins.
 * Two possible ends, a gap, anything before or after: refused, because another program could read something else.
 */
export async function readEnd(
  file: FileHandle,
  fileSize: number,
  limits: ArchiveLimits,
): Promise<DirectoryPlace | Finding> {
  if (fileSize === 0) return refusal('archive_zero_bytes');
  if (fileSize > limits.uploadBytes) {
    return refusal('archive_upload_too_large', {
      value: formatSize(fileSize),
      limit: formatSize(limits.uploadBytes),
    });
  }
  const tailStart = Math.max(0, fileSize - LONGEST_COMMENT - END_LENGTH - ZIP64_LOCATOR_LENGTH);
  const tail = await readAt(file, tailStart, fileSize - tailStart);
  const end = findEnd(tail);
  if (typeof end !== 'number') return end ?? withoutEnd(await readAt(file, 0, Math.min(4, fileSize)));

  const place = await directoryPlace(file, tail, tailStart, end);
  if ('code' in place) return place;
  const directoryEnd = place.endsAt;
  if (place.offset + place.size !== directoryEnd) return misplaced(file, place, directoryEnd);
  if (place.count > mostRecords(limits)) return tooManyEntries(place.count, limits);
  if (place.size > limits.directoryBytes) {
    const limit = formatSize(limits.directoryBytes);
    return refusal('archive_directory_too_large', {
      value: formatSize(place.size),
      limit,
    });
  }
  return { offset: place.offset, size: place.size, count: place.count };
}

export function tooManyEntries(count: number, { entries: limit }: ArchiveLimits): Finding {
  return refusal('archive_too_many_entries', { value: Number.isFinite(count) ? count : '?', limit });
}

/** The position in the tail of the only end record whose comment stops where the file stops. */
function findEnd(tail: Buffer): number | Finding | null {
  const signatures = positionsOf(tail, END_SIGNATURE);
  const exact = signatures.filter((at) => commentEnd(tail, at) === tail.length);
  const [end] = exact;
  if (end !== undefined)
    return exact.length === 1 && signatures.at(-1) === end ? end : refusal('archive_ambiguous_end');
  const last = signatures.at(-1);
  if (last === undefined) return null;
  const stopsAt = commentEnd(tail, last);
  return refusal(stopsAt === null || stopsAt > tail.length ? 'archive_truncated' : 'archive_trailing_data');
}

function positionsOf(tail: Buffer, signature: number): number[] {
  const needle = Buffer.alloc(4);
  needle.writeUInt32LE(signature);
  const found: number[] = [];
  for (let at = tail.indexOf(needle); at !== -1; at = tail.indexOf(needle, at + 1)) found.push(at);
  return found;
}

function commentEnd(tail: Buffer, at: number): number | null {
  return at + END_LENGTH > tail.length ? null : at + END_LENGTH + tail.readUInt16LE(at + 20);
}

function withoutEnd(head: Buffer): Finding {
  if (head.length < 4) return refusal('archive_not_a_zip');
  const signature = head.readUInt32LE(0);
  if (SPANNING_MARKERS.includes(signature)) return refusal('archive_multi_disk');
  return refusal(signature === LOCAL_SIGNATURE ? 'archive_truncated' : 'archive_not_a_zip');
}

type Place = DirectoryPlace & { endsAt: number };

async function directoryPlace(
  file: FileHandle,
  tail: Buffer,
  tailStart: number,
  end: number,
): Promise<Place | Finding> {
  const disks = [tail.readUInt16LE(end + 4), tail.readUInt16LE(end + 6)];
  const counts = [tail.readUInt16LE(end + 8), tail.readUInt16LE(end + 10)] as const;
  const size = tail.readUInt32LE(end + 12);
  const offset = tail.readUInt32LE(end + 16);
  const locator = end - ZIP64_LOCATOR_LENGTH;
  if (locator < 0 || tail.readUInt32LE(locator) !== ZIP64_LOCATOR_SIGNATURE) {
    if (disks.some((disk) => disk !== 0) || counts[0] !== counts[1]) return refusal('archive_multi_disk');
    return { offset, size, count: counts[1], endsAt: tailStart + end };
  }
  const zip64 = await zip64Place(file, tail, tailStart, locator);
  if ('code' in zip64) return zip64;
  const agrees =
    disks.every((disk) => disk === 0 || disk === MAX_UINT16) &&
    counts.every((count) => count === MAX_UINT16 || count === zip64.count) &&
    (size === MAX_UINT32 || size === zip64.size) &&
    (offset === MAX_UINT32 || offset === zip64.offset);
  return agrees ? zip64 : refusal('archive_directory_inconsistent');
}

/** The zip64 end record stands right in front of its locator and has the length it says it has. */
async function zip64Place(
  file: FileHandle,
  tail: Buffer,
  tailStart: number,
  locator: number,
): Promise<Place | Finding> {
  if (tail.readUInt32LE(locator + 4) !== 0 || tail.readUInt32LE(locator + 16) > 1) return refusal('archive_multi_disk');
  const at = readUint64(tail, locator + 8);
  if (at + ZIP64_END_LENGTH !== tailStart + locator) return refusal('archive_directory_inconsistent');
  const record = await readAt(file, at, ZIP64_END_LENGTH);
  if (record.length < ZIP64_END_LENGTH || record.readUInt32LE(0) !== ZIP64_END_SIGNATURE) {
    return refusal('archive_directory_inconsistent');
  }
  if (readUint64(record, 4) !== ZIP64_END_LENGTH - 12) return refusal('archive_directory_inconsistent');
  const count = readUint64(record, 32);
  if (record.readUInt32LE(16) !== 0 || record.readUInt32LE(20) !== 0 || readUint64(record, 24) !== count) {
    return refusal('archive_multi_disk');
  }
  return {
    count,
    size: readUint64(record, 40),
    offset: readUint64(record, 48),
    endsAt: at,
  };
}

/** Tells data in front of the archive (all offsets are too low by the same amount) from an end that is plainly wrong. */
async function misplaced(file: FileHandle, place: DirectoryPlace, endsAt: number): Promise<Finding> {
  const shifted = endsAt - place.size;
  if (!(shifted > place.offset)) return refusal('archive_directory_inconsistent');
  const [stated, actual] = await Promise.all([readAt(file, place.offset, 4), readAt(file, shifted, 4)]);
  const isRecord = (bytes: Buffer) => bytes.length === 4 && bytes.readUInt32LE(0) === CENTRAL_SIGNATURE;
  return refusal(!isRecord(stated) && isRecord(actual) ? 'archive_prepended_data' : 'archive_directory_inconsistent');
}
