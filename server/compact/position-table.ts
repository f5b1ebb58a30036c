import { hash } from 'node:crypto';
import { moreRoom } from './more-room.ts';

/** Of the SHA-256 of a key so much is kept, in words of 32 bits: among millions of keys no two are alike in it. */
const WORDS = 3;
/** And behind them its position. */
const ENTRY = WORDS + 1;
const FREE = -1;
const FIRST_SLOTS = 1024;

/**
 * The position at which a text was first seen: a map that takes about 26 bytes per text, however long that is, and takes them outside
 * of the heap. An import keeps several for every record of a large upload, and gives them back when it has read it: until a collection
 * they would be in memory beside what comes next.
 */
export class PositionTable implements Disposable {
  #size = 0;
  /** One behind the other as they came. */
  #entries = new Uint32Array(FIRST_SLOTS);
  /** Which entry is where its key says, or behind that. */
  #slots = new Int32Array(FIRST_SLOTS).fill(FREE);

  get(text: string): number | undefined {
    const entry = this.#slots[this.#slotOf(wordsOf(text))] as number;
    return entry === FREE ? undefined : this.#entries[entry * ENTRY + WORDS];
  }

  has(text: string): boolean {
    return this.get(text) !== undefined;
  }

  /** Puts a text at a position, unless it has one already. */
  add(text: string, position: number): void {
    if (this.#size * 4 >= this.#slots.length * 3) this.#spread();
    const words = wordsOf(text);
    const slot = this.#slotOf(words);
    if (this.#slots[slot] !== FREE) return;
    const entry = this.#size++;
    if (this.#size * ENTRY > this.#entries.length) this.#entries = new Uint32Array(moreRoom(this.#entries.buffer));
    this.#entries.set(words, entry * ENTRY);
    this.#entries[entry * ENTRY + WORDS] = position;
    this.#slots[slot] = entry;
  }

  /** Gives its memory back at once. It is of no use afterwards. */
  [Symbol.dispose](): void {
    this.#entries = new Uint32Array(this.#entries.buffer.transfer(0));
    this.#slots = new Int32Array(this.#slots.buffer.transfer(0));
  }

  /** Where these words are, or would be: the first free slot behind the one their number says. */
  #slotOf(words: Uint32Array): number {
    const last = this.#slots.length - 1;
    for (let slot = (words[0] as number) & last; ; slot = (slot + 1) & last) {
      const entry = this.#slots[slot] as number;
      if (entry === FREE) return slot;
      const at = entry * ENTRY;
      if (words.every((word, index) => this.#entries[at + index] === word)) return slot;
    }
  }

  #spread(): void {
    this.#slots = new Int32Array(this.#slots.length * 2).fill(FREE);
    for (let entry = 0; entry < this.#size; entry++)
      this.#slots[this.#slotOf(this.#entries.subarray(entry * ENTRY, entry * ENTRY + WORDS))] = entry;
  }
}

function wordsOf(text: string): Uint32Array {
  const digest = hash('sha256', text, 'buffer');
  return Uint32Array.of(digest.readUInt32LE(0), digest.readUInt32LE(4), digest.readUInt32LE(8));
}
