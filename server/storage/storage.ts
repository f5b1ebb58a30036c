import type { FileHandle } from 'node:fs/promises';
import type { Readable } from 'node:stream';

/** Where uploads, archive segments and artifacts live. Keys are ours (never a name a person chose), slash-separated. */
export interface Storage {
  /** Writes the stream whole or not at all: it appears under its key only once every byte is on disk. */
  write(key: string, source: AsyncIterable<Uint8Array>): Promise<{ size: number; sha256: string }>;
  /** Bytes `start` to `end` (inclusive), or everything. */
  read(key: string, range?: { start: number; end: number }): Readable;
  /** A seekable handle for reading; the caller closes it. */
  open(key: string): Promise<FileHandle>;
  remove(key: string): Promise<void>;
  /** Removes everything under a key that ends in a slash. */
  removeAll(prefix: string): Promise<void>;
  /** The keys under one that ends in a slash of files last written before a moment, in no order; unfinished ones too. */
  list(prefix: string, before: Date): AsyncIterable<string>;
  /** Whether it can be written to right now. */
  check(): Promise<void>;
}
