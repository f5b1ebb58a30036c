import type { NamedBytes } from './write-segment.ts';

/** Room to begin with, in bytes: what a chunk of an export mostly takes. */
const FIRST = 1024 * 1024;

/**
 * The texts of files as UTF-8, one behind the other in one buffer that grows: a buffer for each of hundreds of files, only to copy it
 * into another, is what most of an export's memory was collected for.
 */
export class PackedTexts {
  readonly names: string[] = [];
  /** Of each file, in bytes. */
  readonly sizes: number[] = [];
  // Never a part of Node's pool, which cannot be handed over to a thread.
  #bytes = Buffer.allocUnsafeSlow(FIRST);
  #end = 0;

  /** In bytes, of all files. */
  get size(): number {
    return this.#end;
  }

  /** Where they are, one behind the other; behind them is room. */
  get buffer(): ArrayBuffer {
    return this.#bytes.buffer;
  }

  add(name: string, text: string): void {
    // No text is longer in UTF-8; how long it is, is known when it is written.
    this.#makeRoom(3 * text.length);
    const size = this.#bytes.write(text, this.#end);
    this.#end += size;
    this.names.push(name);
    this.sizes.push(size);
  }

  #makeRoom(size: number): void {
    if (this.#end + size <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(2 * this.#bytes.length, this.#end + size));
    this.#bytes.copy(larger, 0, 0, this.#end);
    this.#bytes = larger;
  }
}

/** The files that a buffer of `PackedTexts` holds, each a view of it. */
export function unpackTexts(names: readonly string[], sizes: readonly number[], buffer: ArrayBuffer): NamedBytes[] {
  let end = 0;
  return names.map((name, index) => {
    const start = end;
    end += sizes[index] ?? 0;
    return { name, bytes: Buffer.from(buffer, start, end - start) };
  });
}
