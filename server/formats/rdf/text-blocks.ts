const BLOCK = 256 * 1024;

/**
 * Texts as UTF-8 in blocks of memory of their own, by number. A buffer for each would be a part of what Node shares out to all who ask
 * for a small one, and keep as much again that nobody uses.
 */
export class TextBlocks {
  readonly #blocks: Buffer[] = [];
  /** Where each text is: its block, where it begins, and its length in bytes. */
  readonly #places: number[] = [];
  #end = BLOCK;

  /** Answers the number of the text: 0, 1, 2 and so on. */
  add(text: string): number {
    const size = Buffer.byteLength(text);
    if (this.#end + size > (this.#blocks.at(-1)?.length ?? 0)) {
      this.#blocks.push(Buffer.allocUnsafeSlow(Math.max(BLOCK, size)));
      this.#end = 0;
    }
    this.#blocks.at(-1)?.write(text, this.#end);
    this.#places.push(this.#blocks.length - 1, this.#end, size);
    this.#end += size;
    return this.#places.length / 3 - 1;
  }

  at(number: number): string {
    const [block = -1, start = 0, size = 0] = this.#places.slice(3 * number, 3 * number + 3);
    return this.#blocks[block]?.toString('utf8', start, start + size) ?? '';
  }

  clear(): void {
    this.#blocks.length = 0;
    this.#places.length = 0;
    this.#end = BLOCK;
  }
}
