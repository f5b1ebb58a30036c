const END = -1;
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
    this.set(at, value);
  }

  at(index: number): number {
    return (this.#blocks[index >>> BLOCK_BITS] as Int32Array)[index & (BLOCK - 1)] as number;
  }

  set(index: number, value: number): void {
    (this.#blocks[index >>> BLOCK_BITS] as Int32Array)[index & (BLOCK - 1)] = value;
  }
}

/**
 * Several whole numbers of 32 bits under each of many others, in 16 to 20 bytes for each and outside of the heap: an import keeps
 * dozens for every record of a large upload.
 */
export class IntMultimap {
  readonly #keys = new Ints();
  readonly #values = new Ints();
  readonly #next = new Ints();
  #heads = new Int32Array(2048).fill(END);

  add(key: number, value: number): void {
    const at = this.#keys.length;
    if (at === this.#heads.length) this.#spread();
    this.#keys.push(key);
    this.#values.push(value);
    this.#next.push(END);
    this.#link(at);
  }

  /** The values of a key, the last added first; so many at the most. */
  get(key: number, most: number): number[] {
    const found: number[] = [];
    for (let at = this.#heads[this.#slotOf(key)] as number; at !== END; at = this.#next.at(at)) {
      if (this.#keys.at(at) !== key) continue;
      found.push(this.#values.at(at));
      if (found.length === most) break;
    }
    return found;
  }

  #link(at: number): void {
    const slot = this.#slotOf(this.#keys.at(at));
    this.#next.set(at, this.#heads[slot] as number);
    this.#heads[slot] = at;
  }

  #slotOf(key: number): number {
    return (Math.imul(key, 0x9e3779b1) >>> 7) & (this.#heads.length - 1);
  }

  #spread(): void {
    this.#heads = new Int32Array(this.#heads.length * 2).fill(END);
    for (let at = 0; at < this.#keys.length; at++) this.#link(at);
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
