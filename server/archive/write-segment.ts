import { hash } from 'node:crypto';
import { promisify } from 'node:util';
import { crc32, deflateRaw, deflateRawSync } from 'node:zlib';
import { DEFAULT_ARCHIVE_LIMITS } from '#domain/archive-limits.ts';
import { checkName } from './entry-name.ts';
import {
  DEFLATED,
  FIXED_DATE_TIME,
  FLAG_UTF8,
  LOCAL_LENGTH,
  LOCAL_SIGNATURE,
  MAX_UINT32,
  STORED,
  VERSION_NEEDED,
} from './zip-format.ts';

/** What the directory needs to know about one entry of a segment; plain JSON, so that it can wait in a database row. */
export type EntryRecord = {
  name: string;
  /** Of its local header, in bytes from the start of its segment. */
  offset: number;
  crc32: number;
  /** Equal to `size` exactly when the entry is stored instead of deflated, unless `deflated` says so. */
  compressedSize: number;
  size: number;
  /** Of the uncompressed contents, in hex. */
  sha256: string;
  /** Deflated although that did not make it shorter: where the contents were gone by the time that showed. */
  deflated?: true;
};

export type NamedBytes = { name: string; bytes: Buffer };
export type EncodedEntries = { data: Buffer; entries: EntryRecord[] };

/** Shorter contents are stored: deflating them gains nothing worth the call. */
const STORE_BELOW = 16;
/** From this size on deflating takes milliseconds and is left to the thread pool; below, handing it over costs more. */
const ASYNC_FROM = 256 * 1024;
/** Entries that fit a 4 kB window need neither 256 kB of memory nor the time to clear it; more effort makes them 2 % shorter in 14 % more time. */
const SMALL_UP_TO = 3 * 1024;
const SMALL = { windowBits: 12, memLevel: 6, level: 3 };
const deflateInPool = promisify(deflateRaw);

/**
 * Encodes files as a piece of an archive: local headers and data, without a directory. Segments made at different times are
 * joined by `writeArchive`. The same files give the same bytes. Throws when a name is one our own reader would refuse.
 */
export async function encodeEntries(files: readonly NamedBytes[]): Promise<EncodedEntries> {
  const parts: Buffer[] = [];
  const entries: EntryRecord[] = [];
  let offset = 0;
  for (const { name, bytes } of files) {
    const rawName = encodeName(name);
    const data = await shortest(bytes);
    const record = {
      name,
      offset,
      crc32: crc32(bytes),
      compressedSize: data.length,
      size: bytes.length,
      sha256: hash('sha256', bytes),
    };
    parts.push(localHeader(record, rawName), rawName, data);
    entries.push(record);
    offset += LOCAL_LENGTH + rawName.length + data.length;
  }
  return { data: Buffer.concat(parts, offset), entries };
}

/** How the directory and the local header both say which method was used. */
export function methodOf(record: EntryRecord): number {
  return record.compressedSize === record.size && !record.deflated ? STORED : DEFLATED;
}

/** @throws RangeError when the name is one our own reader would refuse */
export function encodeName(name: string): Buffer {
  const problem = checkName(name, DEFAULT_ARCHIVE_LIMITS);
  if (problem !== null || name.endsWith('/') || name !== name.normalize('NFC')) {
    throw new RangeError(`Not a usable entry name (${problem?.code ?? 'folder or not NFC'}): ${JSON.stringify(name)}`);
  }
  return Buffer.from(name);
}

/** The contents deflated, or as they are when that is not shorter. */
function shortest(bytes: Buffer): Buffer | Promise<Buffer> {
  if (bytes.length < STORE_BELOW) return bytes;
  const shorter = (deflated: Buffer) => (deflated.length < bytes.length ? deflated : bytes);
  if (bytes.length >= ASYNC_FROM) return deflateInPool(bytes).then(shorter);
  return shorter(deflateRawSync(bytes, smallOptions(bytes.length)));
}

function smallOptions(size: number) {
  const chunkSize = Math.max(64, size + 64);
  return size <= SMALL_UP_TO ? { ...SMALL, chunkSize } : { chunkSize };
}

export function localHeader(record: EntryRecord, rawName: Buffer): Buffer {
  if (record.size >= MAX_UINT32) throw new RangeError(`Entry too large for a segment: ${record.name}`);
  const header = Buffer.allocUnsafe(LOCAL_LENGTH);
  header.writeUInt32LE(LOCAL_SIGNATURE, 0);
  header.writeUInt16LE(VERSION_NEEDED, 4);
  header.writeUInt16LE(FLAG_UTF8, 6);
  header.writeUInt16LE(methodOf(record), 8);
  header.writeUInt32LE(FIXED_DATE_TIME, 10);
  header.writeUInt32LE(record.crc32, 14);
  header.writeUInt32LE(record.compressedSize, 18);
  header.writeUInt32LE(record.size, 22);
  header.writeUInt16LE(rawName.length, 26);
  header.writeUInt16LE(0, 28);
  return header;
}
