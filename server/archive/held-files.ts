const SHA256_BYTES = 32;

/**
 * The files of an archive that its manifest should know, with the SHA-256 of each; 32 bytes a file, because there may be a hundred
 * thousand. Each is first held, then listed, then asked for.
 */
export class HeldFiles {
  readonly #names: readonly string[];
  readonly #digests: Buffer;
  /** By position: not held, held, held and listed. */
  readonly #states: Uint8Array;
  #positions: Map<string, number> | null = null;

  /** `names` are those of all files, by position; the array is kept. */
  constructor(names: readonly string[]) {
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
    this.#positions ??= new Map(this.#names.map((one, position) => [one, position]));
    const position = this.#positions.get(name) ?? -1;
    if (!this.#states[position]) return null;
    this.#states[position] = LISTED;
    return this.#digests.toString('hex', position * SHA256_BYTES, (position + 1) * SHA256_BYTES);
  }

  /** The names of the files that were not listed, in order. */
  *unlisted(): Generator<string> {
    for (const [position, state] of this.#states.entries()) if (state === HELD) yield this.#names[position] as string;
  }
}

const HELD = 1;
const LISTED = 2;
