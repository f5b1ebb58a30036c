import type { FileHandle } from 'node:fs/promises';

/** A closed file by its path (opened and closed for one call), one that the caller keeps open, or its bytes. */
export type ArchiveFile = string | FileHandle | Buffer;

/** One file or folder as the directory states it; sizes and positions in bytes. */
export type ArchiveEntry = {
  /** Position among the files, in the order of the directory; -1 for a folder. */
  index: number;
  /** The whole path in NFC; a folder ends with a slash. */
  name: string;
  size: number;
  compressedSize: number;
  crc32: number;
  method: number;
  /** Where its local header begins, and where the next entry or the directory begins. */
  offset: number;
  end: number;
  /** Where its record begins, in bytes from the start of the directory. */
  record: number;
};

/** The contents of one file of an archive; the buffer belongs to the receiver. */
export type EntryContents = { name: string; index: number; bytes: Buffer };
