import type { Finding } from '#domain/finding.ts';
import type { ArchiveEntry } from './archive-entry.ts';
import { arePaired, readExtraFields, resolveZip64 } from './extra-fields.ts';
import { refusal } from './refusal.ts';
import {
  CENTRAL_LENGTH,
  DESCRIPTOR_SIGNATURE,
  EXTRA_ZIP64,
  FLAG_DESCRIPTOR,
  FLAG_ENCRYPTED,
  FLAG_MASKED_HEADERS,
  FLAG_STRONG_ENCRYPTION,
  FLAG_UTF8,
  LOCAL_LENGTH,
  LOCAL_SIGNATURE,
  readUint64,
} from './zip-format.ts';

/** Flags that change what is read. Info-ZIP sets others (the compression level) in one of the two places only. */
const MEANINGFUL_FLAGS = FLAG_ENCRYPTED | FLAG_DESCRIPTOR | FLAG_STRONG_ENCRYPTION | FLAG_UTF8 | FLAG_MASKED_HEADERS;

/**
 * Compares an entry with its record in the directory. `extent` is everything from its local header up to the next entry, so
 * header, data and data descriptor must fill it to the last byte. Gives where its data begins in `extent`.
 */
export function matchLocalHeader(extent: Buffer, entry: ArchiveEntry, record: Buffer): number | Finding {
  const mismatch = refusal.bind(null, 'archive_header_mismatch', {
    entry: entry.name,
  });
  if (extent.length < LOCAL_LENGTH || extent.readUInt32LE(0) !== LOCAL_SIGNATURE) return mismatch();
  const nameEnd = LOCAL_LENGTH + extent.readUInt16LE(26);
  const dataStart = nameEnd + extent.readUInt16LE(28);
  const rest = extent.length - dataStart - entry.compressedSize;
  if (rest < 0) return refusal('archive_overlap', { entry: entry.name });

  const centralNameEnd = CENTRAL_LENGTH + record.readUInt16LE(28);
  const sameName = record.compare(extent, LOCAL_LENGTH, nameEnd, CENTRAL_LENGTH, centralNameEnd) === 0;
  const flags = extent.readUInt16LE(6);
  const sameFlags = ((flags ^ record.readUInt16LE(8)) & MEANINGFUL_FLAGS) === 0;
  const sameMethod = extent.readUInt16LE(8) === entry.method;
  const sameTime = extent.readUInt32LE(10) === record.readUInt32LE(12);
  if (!sameName || !sameFlags || !sameMethod || !sameTime) return mismatch();

  const central = record.subarray(centralNameEnd, centralNameEnd + record.readUInt16LE(30));
  const problem = extraProblem(extent.subarray(nameEnd, dataStart), central, extent, flags, entry);
  if (problem !== null) return problem;
  const descriptor = extent.subarray(extent.length - rest);
  if ((flags & FLAG_DESCRIPTOR) === 0) return rest === 0 ? dataStart : refusal('archive_gap', { entry: entry.name });
  return isDescriptorOf(descriptor, entry) ? dataStart : mismatch();
}

function extraProblem(
  local: Buffer,
  central: Buffer,
  header: Buffer,
  flags: number,
  entry: ArchiveEntry,
): Finding | null {
  const extra = readExtraFields(local);
  const others = readExtraFields(central);
  const stated = {
    size: header.readUInt32LE(22),
    compressedSize: header.readUInt32LE(18),
    offset: 0,
    disk: 0,
  };
  const sizes = extra && resolveZip64(extra.get(EXTRA_ZIP64), stated);
  if (extra === null || sizes === null || others === null || !arePaired(others, extra)) {
    return refusal('archive_extra_field_invalid', { entry: entry.name });
  }
  // With a descriptor the header was written before the sizes were known: zero, or already right.
  const unknown = (flags & FLAG_DESCRIPTOR) !== 0;
  const agrees = (value: number, right: number) => value === right || (unknown && value === 0);
  const same =
    agrees(header.readUInt32LE(14), entry.crc32) &&
    agrees(sizes.size, entry.size) &&
    agrees(sizes.compressedSize, entry.compressedSize);
  return same ? null : refusal('archive_header_mismatch', { entry: entry.name });
}

/** CRC and both sizes, with or without a signature, in 32 or 64 bits. */
function isDescriptorOf(bytes: Buffer, entry: ArchiveEntry): boolean {
  if (![12, 16, 20, 24].includes(bytes.length)) return false;
  const signed = bytes.length === 16 || bytes.length === 24;
  if (signed && bytes.readUInt32LE(0) !== DESCRIPTOR_SIGNATURE) return false;
  const fields = signed ? bytes.subarray(4) : bytes;
  const long = fields.length === 20;
  const compressedSize = long ? readUint64(fields, 4) : fields.readUInt32LE(4);
  const size = long ? readUint64(fields, 12) : fields.readUInt32LE(8);
  return fields.readUInt32LE(0) === entry.crc32 && compressedSize === entry.compressedSize && size === entry.size;
}
