import { type ArchiveLimits, entryLimit, formatSize } from '#domain/archive-limits.ts';
import type { Finding } from '#domain/finding.ts';
import type { ArchiveEntry } from './archive-entry.ts';
import { checkName, decodeName } from './entry-name.ts';
import { type ExtraFields, readExtraFields, resolveZip64, type Sizes, unicodeText } from './extra-fields.ts';
import { refusal } from './refusal.ts';
import {
  AES_METHOD,
  CENTRAL_LENGTH,
  CENTRAL_SIGNATURE,
  DEFLATED,
  EXTRA_UNICODE_COMMENT,
  EXTRA_ZIP64,
  FLAG_ENCRYPTED,
  FLAG_MASKED_HEADERS,
  FLAG_PATCH_DATA,
  FLAG_STRONG_ENCRYPTION,
  STORED,
} from './zip-format.ts';

/** What compressed data may be longer than its contents, so that a tiny file cannot hide megabytes of nothing. */
const COMPRESSED_SLACK = 64 * 1024;
/** File types of the Unix mode: nothing said, a file, a folder, and a pipe: what Info-ZIP calls its standard input. */
const PLAIN_TYPES = [0, 0o100000, 0o040000, 0o010000];
const UNIX_FOLDER = 0o040000;
const DOS_FOLDER = 0x10;

/** One record of the directory, where the next one begins, and what is wrong with it. Null: this is not a record. */
export function readRecord(
  bytes: Buffer,
  at: number,
  limits: ArchiveLimits,
): { entry: ArchiveEntry; next: number; problem: Finding | null } | null {
  if (at + CENTRAL_LENGTH > bytes.length || bytes.readUInt32LE(at) !== CENTRAL_SIGNATURE) return null;
  const nameEnd = at + CENTRAL_LENGTH + bytes.readUInt16LE(at + 28);
  const extraEnd = nameEnd + bytes.readUInt16LE(at + 30);
  const next = extraEnd + bytes.readUInt16LE(at + 32);
  if (next > bytes.length) return null;

  const { entry, name, extra, sizes } = factsAt(bytes, at);
  const problem = () => {
    if (extra === null || sizes === null) return refusal('archive_extra_field_invalid', { entry: entry.name });
    if (typeof name !== 'string') return name;
    const refused = checkName(name, limits);
    if (refused !== null) return refused;
    if (sizes.disk !== 0) return refusal('archive_multi_disk');
    const comment = bytes.subarray(extraEnd, next);
    return kindProblem(bytes, entry) ?? commentProblem(extra, comment, entry) ?? sizeProblem(entry, limits);
  };
  return { entry, next, problem: problem() };
}

/** What a record that was looked at before says of its entry. */
export function readEntryAt(bytes: Buffer, at: number): ArchiveEntry {
  return factsAt(bytes, at).entry;
}

function factsAt(bytes: Buffer, at: number) {
  const nameEnd = at + CENTRAL_LENGTH + bytes.readUInt16LE(at + 28);
  const raw = bytes.subarray(at + CENTRAL_LENGTH, nameEnd);
  const extra = readExtraFields(bytes.subarray(nameEnd, nameEnd + bytes.readUInt16LE(at + 30)));
  const name = extra && decodeName(raw, bytes.readUInt16LE(at + 8), extra);
  const stated: Sizes = {
    size: bytes.readUInt32LE(at + 24),
    compressedSize: bytes.readUInt32LE(at + 20),
    offset: bytes.readUInt32LE(at + 42),
    disk: bytes.readUInt16LE(at + 34),
  };
  const sizes = extra && resolveZip64(extra.get(EXTRA_ZIP64), stated);
  const { size, compressedSize, offset } = sizes ?? stated;
  const entry: ArchiveEntry = {
    index: -1,
    name: typeof name === 'string' ? name : raw.toString('latin1'),
    size,
    compressedSize,
    crc32: bytes.readUInt32LE(at + 16),
    method: bytes.readUInt16LE(at + 10),
    offset,
    end: 0,
    record: at,
  };
  return { entry, name, extra, sizes };
}

export function isFolder(entry: ArchiveEntry): boolean {
  return entry.name.endsWith('/');
}

/** Only regular files and folders, stored or deflated, not encrypted. */
function kindProblem(bytes: Buffer, entry: ArchiveEntry): Finding | null {
  const flags = bytes.readUInt16LE(entry.record + 8);
  const { name, method } = entry;
  const encrypted = flags & (FLAG_ENCRYPTED | FLAG_STRONG_ENCRYPTION | FLAG_MASKED_HEADERS);
  if (encrypted !== 0 || method === AES_METHOD) return refusal('archive_encrypted', { entry: name });
  if ((method !== STORED && method !== DEFLATED) || (flags & FLAG_PATCH_DATA) !== 0) {
    return refusal('archive_unsupported_method', {
      entry: name,
      value: method,
    });
  }
  const attributes = bytes.readUInt32LE(entry.record + 38);
  const type = (attributes >>> 16) & 0o170000;
  if (!PLAIN_TYPES.includes(type)) return refusal('archive_symlink', { entry: name });
  const saysFolder = type === 0 ? (attributes & DOS_FOLDER) !== 0 : type === UNIX_FOLDER;
  const holdsData = isFolder(entry) && entry.size > 0;
  return (saysFolder && !isFolder(entry)) || holdsData ? refusal('archive_name_conflict', { entry: name }) : null;
}

/** A second, UTF-8 comment has to be about the comment that is there. */
function commentProblem(extra: ExtraFields, comment: Buffer, entry: ArchiveEntry): Finding | null {
  const field = extra.get(EXTRA_UNICODE_COMMENT);
  return field === undefined || unicodeText(field, comment) !== null
    ? null
    : refusal('archive_extra_field_invalid', { entry: entry.name });
}

function sizeProblem(entry: ArchiveEntry, limits: ArchiveLimits): Finding | null {
  const { name, size, compressedSize, method } = entry;
  const most = entryLimit(name, limits);
  if (size > most || compressedSize > most + COMPRESSED_SLACK) {
    const value = formatSize(Math.max(size, compressedSize));
    return refusal('archive_entry_too_large', {
      entry: name,
      value,
      limit: formatSize(most),
    });
  }
  if (method === STORED && size !== compressedSize) return refusal('archive_size_mismatch', { entry: name });
  if (size > limits.ratioFromBytes && size > limits.ratio * compressedSize) {
    const value = Math.ceil(size / Math.max(1, compressedSize));
    return refusal('archive_ratio_too_high', {
      entry: name,
      value,
      limit: limits.ratio,
    });
  }
  return null;
}
