import type { ArchiveEntry } from './archive-entry.ts';
import { entryOf, isFolder } from './read-record.ts';
import { ArchiveRefused, refusal } from './refusal.ts';
import type { StoredRecords } from './stored-records.ts';

const FOLDER = -1;

/**
 * The files of an archive in the order of its directory, and its folders. There may be a hundred thousand, so each is kept as
 * numbers, in 24 bytes; whoever asks for one gets it as an object of its own, from the directory as it is stored.
 */
export class ArchiveEntries implements Iterable<ArchiveEntry> {
  readonly #stored: StoredRecords;
  readonly #records: Uint32Array;
  readonly #offsets: Float64Array;
  readonly #ends: Float64Array;
  /** Its place among the files. */
  readonly #indexes: Int32Array;
  #count = 0;
  #files = 0;

  /** `most`: how many entries there will be at the most. */
  constructor(stored: StoredRecords, most: number) {
    this.#stored = stored;
    this.#records = new Uint32Array(most);
    this.#offsets = new Float64Array(most);
    this.#ends = new Float64Array(most);
    this.#indexes = new Int32Array(most);
  }

  /** Takes the next entry of the directory in; where it ends is said later. */
  add(entry: ArchiveEntry): void {
    const number = this.#count++;
    this.#records[number] = entry.record;
    this.#offsets[number] = entry.offset;
    this.#indexes[number] = isFolder(entry) ? FOLDER : this.#files++;
  }

  /** How many files. */
  get length(): number {
    return this.#files;
  }

  /** How many files and folders. */
  get count(): number {
    return this.#count;
  }

  *[Symbol.iterator](): Generator<ArchiveEntry> {
    for (let number = 0; number < this.#count; number++) if (this.#indexes[number] !== FOLDER) yield this.at(number);
  }

  /** The names of the files. */
  *names(): Generator<string> {
    for (const { name } of this) yield name;
  }

  /** The file with this very name. */
  named(name: string): ArchiveEntry | undefined {
    for (const entry of this) if (entry.name === name) return entry;
    return undefined;
  }

  /** Files and folders as they stand in the archive. */
  *inFileOrder(): Generator<ArchiveEntry> {
    for (const number of this.numbersInFileOrder()) yield this.at(number);
  }

  numbersInFileOrder(): Uint32Array {
    const offsets = this.#offsets;
    const order = Uint32Array.from({ length: this.#count }, (_, number) => number);
    return order.sort((a, b) => (offsets[a] as number) - (offsets[b] as number) || a - b);
  }

  offsetOf(number: number): number | undefined {
    return this.#offsets[number];
  }

  /** Where the next entry begins, or the directory. */
  setEnd(number: number, end: number): void {
    this.#ends[number] = end;
  }

  /** A file or a folder by its place in the directory. */
  at(number: number): ArchiveEntry {
    const record = this.#records[number] as number;
    return {
      ...entryOf(this.recordOf({ record }), record),
      index: this.#indexes[number] as number,
      end: this.#ends[number] as number,
    };
  }

  /** The record of one of these, to compare with what stands before its data. Good until another entry is asked for. */
  recordOf({ record: at }: Pick<ArchiveEntry, 'record'>): Buffer {
    const record = this.#stored.at(at);
    // It was there before: its file is shorter now.
    if (record === null) throw new ArchiveRefused([refusal('archive_truncated')]);
    return record;
  }
}
