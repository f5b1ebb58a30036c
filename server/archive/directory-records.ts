import { encodeRecord, recordLength } from './encode-directory.ts';
import type { EntryRecord } from './write-segment.ts';
import { CENTRAL_LENGTH } from './zip-format.ts';

/** The directory is given in pieces of about this size. */
const PIECE_BYTES = 64 * 1024;

/** Where an encoded record is: in which block, from where to where. */
type Place = { block: Buffer; start: number; end: number };

/**
 * The records of a directory that is still growing, encoded at once and kept as bytes, since there may be a hundred thousand:
 * 46 bytes and the name for each, and 8 to find it again.
 */
export class DirectoryRecords {
  readonly #blocks: Buffer[] = [];
  readonly #blockOf: number[] = [];
  readonly #startOf: number[] = [];

  get count(): number {
    return this.#startOf.length;
  }

  /** Adds the records of a segment that begins at `start`, in bytes from the start of the archive. */
  add(records: readonly EntryRecord[], start: number): void {
    const placed = records.map((record) => ({ ...record, offset: start + record.offset }));
    // One of its own for all of them: a buffer for each is as long as its record once more, and gone only when memory is cleared.
    const block = Buffer.allocUnsafeSlow(placed.reduce((size, record) => size + recordLength(record), 0));
    let end = 0;
    for (const record of placed) {
      this.#blockOf.push(this.#blocks.length);
      this.#startOf.push(end);
      end = encodeRecord(record, block, end);
    }
    this.#blocks.push(block);
  }

  /** All records sorted by the bytes of their names: the same on every machine and in every locale. Throws when one occurs twice. */
  *sorted(): Generator<Buffer> {
    const order = Uint32Array.from(this.#startOf.keys()).sort((a, b) => this.#compare(a, b));
    const twice = order.findIndex((at, index) => index > 0 && this.#compare(at, order[index - 1] as number) === 0);
    if (twice !== -1) throw new Error(`Two entries have the name ${this.#name(order[twice] as number)}.`);
    let pieces: Buffer[] = [];
    let size = 0;
    for (const at of order) {
      const { block, start, end } = this.#place(at);
      pieces.push(block.subarray(start, end));
      size += end - start;
      if (size < PIECE_BYTES) continue;
      yield Buffer.concat(pieces, size);
      pieces = [];
      size = 0;
    }
    if (size > 0) yield Buffer.concat(pieces, size);
  }

  #compare(a: number, b: number): number {
    const [one, other] = [this.#namePlace(a), this.#namePlace(b)];
    return one.block.compare(other.block, other.start, other.end, one.start, one.end);
  }

  #name(at: number): string {
    const { block, start, end } = this.#namePlace(at);
    return block.toString('utf8', start, end);
  }

  #namePlace(at: number): Place {
    const block = this.#blocks[this.#blockOf[at] as number] as Buffer;
    const start = (this.#startOf[at] as number) + CENTRAL_LENGTH;
    return { block, start, end: start + block.readUInt16LE(start - CENTRAL_LENGTH + 28) };
  }

  #place(at: number): Place {
    const block = this.#blocks[this.#blockOf[at] as number] as Buffer;
    const isLast = this.#blockOf[at + 1] !== this.#blockOf[at];
    return {
      block,
      start: this.#startOf[at] as number,
      end: isLast ? block.length : (this.#startOf[at + 1] as number),
    };
  }
}
