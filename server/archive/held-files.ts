import { PositionTable } from '#server/compact/position-table.ts';

const SHA256_BYTES = 32;

/** What files are called, and how many there are; asked for again each time, because there may be too many to keep. */
export type FileNames = { readonly length: number; names(): Iterable<string> };

/**
 * The files of an archive that its manifest should know, with the SHA-256 of each; 32 bytes a file, because there may be a hundred
 * thousand. Each is first held, then listed, then asked for.
 */
export class HeldFiles {
  readonly #names: FileNames;
  readonly #digests: Buffer;
  /** By position: not held, held, held and listed. */
  readonly #states: Uint8Array;
  #positions: PositionTable | null = null;

  /** `names` are those of all files, by position. */
  constructor(names: FileNames) {
    this.#names = names;
    this.#digests = Buffer.alloc(names.length * SHA256_BYTES);
    this.#states = new Uint8Array(names.length);
  }

  hold(position: number, sha256: Buffer): void {
    this.#digests.set(sha256, position * SHA256_BYTES);
    this.#states[position] = HELD;
  }

  /** The SHA-256 (hex) of the file with this name, which a manifest lists; null when there is none. */
  list(name: string): string | null {
    const position = this.#positionOf(name) ?? -1;
    if (!this.#states[position]) return null;
    this.#states[position] = LISTED;
    return this.#digests.toString('hex', position * SHA256_BYTES, (position + 1) * SHA256_BYTES);
  }

  /** Whether there is a file with this name, held or not. */
  has(name: string): boolean {
    return this.#positionOf(name) !== undefined;
  }

  /** The names of the files that were not listed, in order. */
  *unlisted(): Generator<string> {
    let position = 0;
    for (const name of this.#names.names()) if (this.#states[position++] === HELD) yield name;
  }

  #positionOf(name: string): number | undefined {
    if (!this.#positions) {
      this.#positions = new PositionTable();
      let position = 0;
      for (const one of this.#names.names()) this.#positions.add(one, position++);
    }
    return this.#positions.get(name);
  }
}

const HELD = 1;
const LISTED = 2;
