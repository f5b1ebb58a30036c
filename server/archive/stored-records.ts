import { readSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import type { DirectoryPlace } from './read-end.ts';
import { CENTRAL_LENGTH, CENTRAL_SIGNATURE } from './zip-format.ts';

/** So much of a directory is in memory while its file stays open, or one record when that is longer: about 150 records. */
const WINDOW_BYTES = 16 * 1024;

/**
 * The records of a directory as they are stored. Of a file that stays open only a part is in memory: of a hundred thousand files they
 * are ten megabytes, which an import would keep until the last of them. Read without waiting, because the system has them at hand.
 */
export class StoredRecords {
  /** Of the directory, in bytes. */
  readonly length: number;
  /** The open file and where in it the directory begins; null when all of it is in memory. */
  readonly #file: { fd: number; offset: number } | null;
  #room: Buffer = Buffer.alloc(0);
  #window: Buffer;
  #start = 0;

  private constructor(length: number, file: { fd: number; offset: number } | null, window: Buffer = Buffer.alloc(0)) {
    this.length = length;
    this.#file = file;
    this.#window = window;
  }

  static inFile({ fd }: FileHandle, { offset, size }: DirectoryPlace): StoredRecords {
    return new StoredRecords(size, { fd, offset });
  }

  static inMemory(bytes: Buffer): StoredRecords {
    return new StoredRecords(bytes.length, null, bytes);
  }

  /** The whole record that begins at this byte of the directory; null: none does. Good until another one is asked for. */
  at(at: number): Buffer | null {
    const head = this.#view(at, CENTRAL_LENGTH);
    if (head.length < CENTRAL_LENGTH || head.readUInt32LE(0) !== CENTRAL_SIGNATURE) return null;
    const length = CENTRAL_LENGTH + head.readUInt16LE(28) + head.readUInt16LE(30) + head.readUInt16LE(32);
    const record = this.#view(at, length);
    return record.length < length ? null : record;
  }

  /** Fewer bytes only where the directory ends, or its file. */
  #view(at: number, length: number): Buffer {
    if (at < this.#start || at + length > this.#start + this.#window.length) this.#read(at, length);
    return this.#window.subarray(at - this.#start, at - this.#start + length);
  }

  #read(at: number, length: number): void {
    if (!this.#file) return;
    const wanted = Math.min(Math.max(length, WINDOW_BYTES), this.length - at);
    if (wanted > this.#room.length) this.#room = Buffer.allocUnsafeSlow(Math.max(wanted, WINDOW_BYTES));
    let filled = 0;
    while (filled < wanted) {
      const read = readSync(this.#file.fd, this.#room, filled, wanted - filled, this.#file.offset + at + filled);
      if (read === 0) break;
      filled += read;
    }
    this.#window = this.#room.subarray(0, filled);
    this.#start = at;
  }
}
