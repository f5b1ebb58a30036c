import { hash } from 'node:crypto';

/** Of the SHA-256 of a key so much is kept, in words of 32 bits: among millions of keys no two are alike in it. */
const WORDS = 3;
const FREE = -1;

/**
 * The position at which a text was first seen: a map that takes 32 bytes per text, however long that is, and takes them outside
 * of the heap. An import keeps several for every record of a large upload.
 */
export class PositionTable {
  #size = 0;
  #keys = new Uint32Array(WORDS * 1024);
  #positions = new Int32Array(1024).fill(FREE);

  get(text: string): number | undefined {
    const position = this.#positions[this.#slotOf(wordsOf(text))] as number;
    return position === FREE ? undefined : position;
  }

  has(text: string): boolean {
    return this.get(text) !== undefined;
  }

  /** Puts a text at a position, unless it has one already. */
  add(text: string, position: number): void {
    if (this.#size * 2 >= this.#positions.length) this.#grow();
    this.#put(wordsOf(text), position);
  }

  #put(words: Uint32Array, position: number): void {
    const slot = this.#slotOf(words);
    if (this.#positions[slot] !== FREE) return;
    this.#keys.set(words, slot * WORDS);
    this.#positions[slot] = position;
    this.#size++;
  }

  /** Where these words are, or would be: the first free slot behind the one their number says. */
  #slotOf(words: Uint32Array): number {
    const last = this.#positions.length - 1;
    for (let slot = (words[0] as number) & last; ; slot = (slot + 1) & last) {
      if (this.#positions[slot] === FREE) return slot;
      const at = slot * WORDS;
      if (words.every((word, index) => this.#keys[at + index] === word)) return slot;
    }
  }

  #grow(): void {
    const [keys, positions] = [this.#keys, this.#positions];
    this.#size = 0;
    this.#keys = new Uint32Array(keys.length * 2);
    this.#positions = new Int32Array(positions.length * 2).fill(FREE);
    for (const [slot, position] of positions.entries())
      if (position !== FREE) this.#put(keys.subarray(slot * WORDS, (slot + 1) * WORDS), position);
  }
}

function wordsOf(text: string): Uint32Array {
  const digest = hash('sha256', text, 'buffer');
  return Uint32Array.from({ length: WORDS }, (_, index) => digest.readUInt32LE(index * 4));
}
