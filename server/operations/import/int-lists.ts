/** Numbers are kept in blocks of so many: one array that grows would be copied, and be twice as long as it need be. */
const BLOCK_BITS = 16;
const BLOCK = 1 << BLOCK_BITS;

/** Whole numbers of 32 bits in a row, in 4 bytes each and outside of the heap. */
class Ints {
  readonly #blocks: Int32Array[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    const at = this.#length++;
    if ((at & (BLOCK - 1)) === 0) this.#blocks.push(new Int32Array(BLOCK));
    (this.#blocks[at >>> BLOCK_BITS] as Int32Array)[at & (BLOCK - 1)] = value;
  }

  at(index: number): number {
    return (this.#blocks[index >>> BLOCK_BITS] as Int32Array)[index & (BLOCK - 1)] as number;
  }
}

/** Lists of whole numbers of 32 bits, one after the other: as many numbers as they are, and two more for each list. */
export class IntLists {
  readonly #blocks = [new Int32Array(BLOCK)];
  /** Of each list the number of its block and where it begins there, as one number. */
  readonly #starts = new Ints();
  readonly #lengths = new Ints();
  #free = BLOCK;

  /** Answers the number of the list. */
  add(numbers: Iterable<number>): number {
    const list = [...numbers];
    if (list.length > this.#free) {
      this.#free = Math.max(BLOCK, list.length);
      this.#blocks.push(new Int32Array(this.#free));
    }
    const last = this.#blocks.length - 1;
    const block = this.#blocks[last] as Int32Array;
    // A list that is longer than a block begins at the beginning of its own; one without numbers is nowhere.
    const start = list.length === 0 ? 0 : block.length - this.#free;
    block.set(list, start);
    this.#starts.push(last * BLOCK + start);
    this.#lengths.push(list.length);
    this.#free -= list.length;
    return this.#starts.length - 1;
  }

  at(list: number): Int32Array {
    const start = this.#starts.at(list);
    const block = this.#blocks[start >>> BLOCK_BITS] as Int32Array;
    const from = start & (BLOCK - 1);
    return block.subarray(from, from + this.#lengths.at(list));
  }

  get length(): number {
    return this.#starts.length;
  }
}
