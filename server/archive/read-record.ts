import { type ArchiveLimits, entryLimit, formatSize } from '#domain/archive-limits.ts';
import type { Finding } from '#domain/finding.ts';
import type { ArchiveEntry } from './archive-entry.ts';
import { checkName, decodeName } from './entry-name.ts';
import { type ExtraFields, readExtraFields, resolveZip64, type Sizes, unicodeText } from './extra-fields.ts';
import { refusal } from './refusal.ts';
import type { StoredRecords } from './stored-records.ts';
import {
  AES_METHOD,
  CENTRAL_LENGTH,
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
  stored: StoredRecords,
  at: number,
  limits: ArchiveLimits,
): { entry: ArchiveEntry; next: number; problem: Finding | null } | null {
  const record = stored.at(at);
  if (record === null) return null;
  const { entry, name, extra, sizes } = factsOf(record, at);
  const problem = () => {
    if (extra === null || sizes === null) return refusal('archive_extra_field_invalid', { entry: entry.name });
    if (typeof name !== 'string') return name;
    const refused = checkName(name, limits);
    if (refused !== null) return refused;
    if (sizes.disk !== 0) return refusal('archive_multi_disk');
    const comment = record.subarray(record.length - record.readUInt16LE(32));
    return kindProblem(record, entry) ?? commentProblem(extra, comment, entry) ?? sizeProblem(entry, limits);
  };
  return { entry, next: at + record.length, problem: problem() };
}

/** What a record that was looked at before says of its entry; `at`: where it begins in the directory. */
export function entryOf(record: Buffer, at: number): ArchiveEntry {
  return factsOf(record, at).entry;
}

function factsOf(record: Buffer, at: number) {
  const nameEnd = CENTRAL_LENGTH + record.readUInt16LE(28);
  const raw = record.subarray(CENTRAL_LENGTH, nameEnd);
  const extra = readExtraFields(record.subarray(nameEnd, nameEnd + record.readUInt16LE(30)));
  const name = extra && decodeName(raw, record.readUInt16LE(8), extra);
  const stated: Sizes = {
    size: record.readUInt32LE(24),
    compressedSize: record.readUInt32LE(20),
    offset: record.readUInt32LE(42),
    disk: record.readUInt16LE(34),
  };
  const sizes = extra && resolveZip64(extra.get(EXTRA_ZIP64), stated);
  const { size, compressedSize, offset } = sizes ?? stated;
  const entry: ArchiveEntry = {
    index: -1,
    name: typeof name === 'string' ? name : raw.toString('latin1'),
    size,
    compressedSize,
    crc32: record.readUInt32LE(16),
    method: record.readUInt16LE(10),
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
function kindProblem(record: Buffer, entry: ArchiveEntry): Finding | null {
  const flags = record.readUInt16LE(8);
  const { name, method } = entry;
  const encrypted = flags & (FLAG_ENCRYPTED | FLAG_STRONG_ENCRYPTION | FLAG_MASKED_HEADERS);
  if (encrypted !== 0 || method === AES_METHOD) return refusal('archive_encrypted', { entry: name });
  if ((method !== STORED && method !== DEFLATED) || (flags & FLAG_PATCH_DATA) !== 0) {
    return refusal('archive_unsupported_method', {
      entry: name,
      value: method,
    });
  }
  const attributes = record.readUInt32LE(38);
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
