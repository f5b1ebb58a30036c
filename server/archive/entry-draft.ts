import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { type EntryRecord, encodeName, localHeader } from './write-segment.ts';

/** One file that goes into an archive deflated, while its contents come in pieces: what stands before its data is known at the end. */
export class EntryDraft {
  readonly #rawName: Buffer;
  readonly #sha256 = createHash('sha256');
  readonly #record: EntryRecord;

  /** @throws RangeError when the name is one our own reader would refuse */
  constructor(name: string) {
    this.#rawName = encodeName(name);
    this.#record = { name, offset: 0, crc32: 0, compressedSize: 0, size: 0, sha256: '', deflated: true };
  }

  add(bytes: Uint8Array): void {
    this.#record.crc32 = crc32(bytes, this.#record.crc32);
    this.#record.size += bytes.length;
    this.#sha256.update(bytes);
  }

  addDeflated(size: number): void {
    this.#record.compressedSize += size;
  }

  /** Once. `head` stands before the data. */
  end(): { record: EntryRecord; head: Buffer } {
    this.#record.sha256 = this.#sha256.digest('hex');
    return { record: this.#record, head: Buffer.concat([localHeader(this.#record, this.#rawName), this.#rawName]) };
  }
}
