const END = -1;

/**
 * Several whole numbers of 32 bits under each of many others, in 16 bytes or so for each and outside of the heap: an import keeps
 * dozens for every record of a large upload.
 */
export class IntMultimap {
  #size = 0;
  #keys = new Int32Array(1024);
  #values = new Int32Array(1024);
  #next = new Int32Array(1024);
  #heads = new Int32Array(2048).fill(END);

  add(key: number, value: number): void {
    if (this.#size === this.#keys.length) this.#grow();
    this.#keys[this.#size] = key;
    this.#values[this.#size] = value;
    this.#link(this.#size++);
  }

  /** The values of a key, the last added first; so many at the most. */
  get(key: number, most: number): number[] {
    const found: number[] = [];
    for (let at = this.#heads[this.#slotOf(key)] as number; at !== END; at = this.#next[at] as number) {
      if (this.#keys[at] !== key) continue;
      found.push(this.#values[at] as number);
      if (found.length === most) break;
    }
    return found;
  }

  #link(at: number): void {
    const slot = this.#slotOf(this.#keys[at] as number);
    this.#next[at] = this.#heads[slot] as number;
    this.#heads[slot] = at;
  }

  #slotOf(key: number): number {
    return (Math.imul(key, 0x9e3779b1) >>> 7) & (this.#heads.length - 1);
  }

  #grow(): void {
    const longer = (values: Int32Array) => {
      const copy = new Int32Array(values.length * 2);
      copy.set(values);
      return copy;
    };
    [this.#keys, this.#values, this.#next] = [longer(this.#keys), longer(this.#values), longer(this.#next)];
    this.#heads = new Int32Array(this.#heads.length * 2).fill(END);
    for (let at = 0; at < this.#size; at++) this.#link(at);
  }
}

/** Lists of whole numbers of 32 bits, one after the other in one array: as many numbers as they are. */
export class IntLists {
  #numbers = new Int32Array(4096);
  readonly #starts: number[] = [];
  #size = 0;

  /** Answers the number of the list. */
  add(numbers: Iterable<number>): number {
    this.#starts.push(this.#size);
    for (const number of numbers) {
      if (this.#size === this.#numbers.length) {
        const longer = new Int32Array(this.#numbers.length * 2);
        longer.set(this.#numbers);
        this.#numbers = longer;
      }
      this.#numbers[this.#size++] = number;
    }
    return this.#starts.length - 1;
  }

  at(list: number): Int32Array {
    return this.#numbers.subarray(this.#starts[list], this.#starts[list + 1] ?? this.#size);
  }

  get length(): number {
    return this.#starts.length;
  }
}
