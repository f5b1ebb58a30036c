import type { ArchiveEntry } from './archive-entry.ts';
import { decodeName } from './entry-name.ts';
import { readExtraFields } from './extra-fields.ts';
import { CENTRAL_LENGTH } from './zip-format.ts';

/**
 * The files of an archive in the order of its directory, and its folders. There may be a hundred thousand, so each is kept as
 * numbers, in 45 bytes, beside the directory as it is stored; whoever asks for one gets it as an object of its own.
 */
export class ArchiveEntries implements Iterable<ArchiveEntry> {
  readonly #bytes: Buffer;
  readonly #files: number;
  /** First the files, then the folders. */
  readonly #records: Float64Array;
  readonly #sizes: Float64Array;
  readonly #compressedSizes: Float64Array;
  readonly #offsets: Float64Array;
  readonly #ends: Float64Array;
  readonly #sums: Uint32Array;
  readonly #methods: Uint8Array;

  /** `bytes` is the directory as stored, which their names are read from. */
  constructor(bytes: Buffer, files: readonly ArchiveEntry[], folders: readonly ArchiveEntry[]) {
    const all = [...files, ...folders];
    this.#bytes = bytes;
    this.#files = files.length;
    this.#records = Float64Array.from(all, ({ record }) => record);
    this.#sizes = Float64Array.from(all, ({ size }) => size);
    this.#compressedSizes = Float64Array.from(all, ({ compressedSize }) => compressedSize);
    this.#offsets = Float64Array.from(all, ({ offset }) => offset);
    this.#ends = Float64Array.from(all, ({ end }) => end);
    this.#sums = Uint32Array.from(all, ({ crc32 }) => crc32);
    this.#methods = Uint8Array.from(all, ({ method }) => method);
  }

  /** How many files. */
  get length(): number {
    return this.#files;
  }

  *[Symbol.iterator](): Generator<ArchiveEntry> {
    for (let index = 0; index < this.#files; index++) yield this.#entry(index);
  }

  /** The names of the files. */
  *names(): Generator<string> {
    for (let index = 0; index < this.#files; index++) yield this.#name(index);
  }

  /** The file with this very name. */
  named(name: string): ArchiveEntry | undefined {
    for (let index = 0; index < this.#files; index++) if (this.#name(index) === name) return this.#entry(index);
    return undefined;
  }

  /** Files and folders as they stand in the archive. */
  *inFileOrder(): Generator<ArchiveEntry> {
    const offsets = this.#offsets;
    const order = Uint32Array.from(offsets.keys()).sort((a, b) => (offsets[a] as number) - (offsets[b] as number));
    for (const number of order) yield this.#entry(number);
  }

  #entry(number: number): ArchiveEntry {
    return {
      index: number < this.#files ? number : -1,
      name: this.#name(number),
      size: this.#sizes[number] as number,
      compressedSize: this.#compressedSizes[number] as number,
      crc32: this.#sums[number] as number,
      method: this.#methods[number] as number,
      offset: this.#offsets[number] as number,
      end: this.#ends[number] as number,
      record: this.#records[number] as number,
    };
  }

  /** It was checked when the directory was read. */
  #name(number: number): string {
    const at = this.#records[number] as number;
    const nameEnd = at + CENTRAL_LENGTH + this.#bytes.readUInt16LE(at + 28);
    const extra = readExtraFields(this.#bytes.subarray(nameEnd, nameEnd + this.#bytes.readUInt16LE(at + 30)));
    const raw = this.#bytes.subarray(at + CENTRAL_LENGTH, nameEnd);
    const name = decodeName(raw, this.#bytes.readUInt16LE(at + 8), extra ?? new Map());
    return typeof name === 'string' ? name : raw.toString('latin1');
  }
}
