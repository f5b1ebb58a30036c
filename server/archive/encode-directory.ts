import type { DirectoryPlace } from './read-end.ts';
import { type EntryRecord, methodOf } from './write-segment.ts';
import {
  CENTRAL_LENGTH,
  CENTRAL_SIGNATURE,
  END_LENGTH,
  END_SIGNATURE,
  EXTRA_ZIP64,
  FIXED_DATE_TIME,
  FLAG_UTF8,
  MAX_UINT16,
  MAX_UINT32,
  VERSION_NEEDED,
  VERSION_NEEDED_ZIP64,
  writeUint64,
  ZIP64_END_LENGTH,
  ZIP64_END_SIGNATURE,
  ZIP64_LOCATOR_LENGTH,
  ZIP64_LOCATOR_SIGNATURE,
} from './zip-format.ts';

const MADE_BY_UNIX = 3 << 8;
/** A regular file that its owner may write and everybody may read. */
const ATTRIBUTES = 0o100644 * 2 ** 16;
const ZIP64_OFFSET_LENGTH = 12;

/** How long a record of the directory is. */
export function recordLength({ name, offset }: Pick<EntryRecord, 'name' | 'offset'>): number {
  return CENTRAL_LENGTH + Buffer.byteLength(name) + (offset >= MAX_UINT32 ? ZIP64_OFFSET_LENGTH : 0);
}

/** Writes one record of the directory at `start`; here the offset counts from the start of the archive. Answers where it ends. */
export function encodeRecord(record: EntryRecord, target: Buffer, start: number): number {
  const far = record.offset >= MAX_UINT32;
  const nameLength = target.write(record.name, start + CENTRAL_LENGTH);
  const version = far ? VERSION_NEEDED_ZIP64 : VERSION_NEEDED;
  target.fill(0, start, start + CENTRAL_LENGTH);
  target.writeUInt32LE(CENTRAL_SIGNATURE, start);
  target.writeUInt16LE(MADE_BY_UNIX | version, start + 4);
  target.writeUInt16LE(version, start + 6);
  target.writeUInt16LE(FLAG_UTF8, start + 8);
  target.writeUInt16LE(methodOf(record), start + 10);
  target.writeUInt32LE(FIXED_DATE_TIME, start + 12);
  target.writeUInt32LE(record.crc32, start + 16);
  target.writeUInt32LE(record.compressedSize, start + 20);
  target.writeUInt32LE(record.size, start + 24);
  target.writeUInt16LE(nameLength, start + 28);
  target.writeUInt16LE(far ? ZIP64_OFFSET_LENGTH : 0, start + 30);
  target.writeUInt32LE(ATTRIBUTES, start + 38);
  target.writeUInt32LE(far ? MAX_UINT32 : record.offset, start + 42);
  const extra = start + CENTRAL_LENGTH + nameLength;
  if (!far) return extra;
  target.writeUInt16LE(EXTRA_ZIP64, extra);
  target.writeUInt16LE(8, extra + 2);
  writeUint64(target, record.offset, extra + 4);
  return extra + ZIP64_OFFSET_LENGTH;
}

/** The end of the archive; with the zip64 records in front of it when a number does not fit. */
export function encodeEnd({ count, size, offset }: DirectoryPlace): Buffer {
  const end = Buffer.alloc(END_LENGTH);
  end.writeUInt32LE(END_SIGNATURE, 0);
  end.writeUInt16LE(Math.min(count, MAX_UINT16), 8);
  end.writeUInt16LE(Math.min(count, MAX_UINT16), 10);
  end.writeUInt32LE(Math.min(size, MAX_UINT32), 12);
  end.writeUInt32LE(Math.min(offset, MAX_UINT32), 16);
  const fits = count < MAX_UINT16 && size < MAX_UINT32 && offset < MAX_UINT32;
  return fits ? end : Buffer.concat([encodeZip64End({ count, size, offset }), end]);
}

function encodeZip64End({ count, size, offset }: DirectoryPlace): Buffer {
  const bytes = Buffer.alloc(ZIP64_END_LENGTH + ZIP64_LOCATOR_LENGTH);
  bytes.writeUInt32LE(ZIP64_END_SIGNATURE, 0);
  writeUint64(bytes, ZIP64_END_LENGTH - 12, 4);
  bytes.writeUInt16LE(MADE_BY_UNIX | VERSION_NEEDED_ZIP64, 12);
  bytes.writeUInt16LE(VERSION_NEEDED_ZIP64, 14);
  writeUint64(bytes, count, 24);
  writeUint64(bytes, count, 32);
  writeUint64(bytes, size, 40);
  writeUint64(bytes, offset, 48);
  bytes.writeUInt32LE(ZIP64_LOCATOR_SIGNATURE, ZIP64_END_LENGTH);
  writeUint64(bytes, offset + size, ZIP64_END_LENGTH + 8);
  bytes.writeUInt32LE(1, ZIP64_END_LENGTH + 16);
  return bytes;
}
