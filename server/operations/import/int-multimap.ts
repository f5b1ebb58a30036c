import { moreRoom } from '#server/compact/more-room.ts';
import { ByteTape } from './byte-tape.ts';

/** Pairs for which there is room at first. */
const FIRST = 1024;
/** In 32-bit words. */
const PAIR = 2;
/** So many pairs, about, are looked through for a key. */
const PAIRS_PER_PLACE = 8;
const MOST_PLACE_BITS = 16;

/**
 * Several whole numbers from 0 to 2³² - 1 under each of many others of 32 bits, in 8 bytes for each and outside of the heap: an
 * import keeps a dozen for every record of a large upload. Everything is added before anything is asked for: the first question
 * puts all of it in order, and so does the first after more was added. Who needs the room until then puts it away.
 */
export class IntMultimap implements AsyncDisposable {
  /** Pairs as whole numbers of 64 bits on a machine that puts the lower word first: the key, and the value turned round. */
  #words = new Uint32Array(FIRST * PAIR);
  #length = 0;
  #ordered = 0;
  /** Where the pairs begin whose keys begin with some bits. */
  #places = new Uint32Array(2);
  #shift = 31;
  readonly #away = new ByteTape();
  #wordsAway = 0;

  add(key: number, value: number): void {
    const at = this.#length++ * PAIR;
    if (at === this.#words.length) this.#words = new Uint32Array(moreRoom(this.#words.buffer));
    this.#words[at] = ~value;
    this.#words[at + 1] = key;
  }

  /** Takes what was added out of memory, where it is much, until it is recalled. One at a time. */
  async putAway(): Promise<void> {
    const words = this.#words.slice(0, this.#length * PAIR);
    this.#length = 0;
    this.#ordered = 0;
    this.#wordsAway += words.length;
    await this.#away.add(new Uint8Array(words.buffer));
  }

  /** Takes back what was put away, before anything is asked for. */
  async recall(): Promise<void> {
    const words = new Uint32Array(this.#wordsAway + this.#length * PAIR);
    let at = 0;
    for await (const { buffer, byteOffset, byteLength } of this.#away.runs()) {
      const run = new Uint32Array(buffer, byteOffset, byteLength / Uint32Array.BYTES_PER_ELEMENT);
      words.set(run, at);
      at += run.length;
    }
    words.set(this.#words.subarray(0, this.#length * PAIR), at);
    this.#words = words;
    this.#length = words.length / PAIR;
    this.#ordered = 0;
    this.#wordsAway = 0;
    await this.#away[Symbol.asyncDispose]();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#away[Symbol.asyncDispose]();
  }

  /**
   * The values of a key, the highest first; so many at the most.
   * @throws when something is still put away
   */
  get(key: number, most: number): number[] {
    if (this.#wordsAway > 0) throw new Error('What was put away has not been recalled.');
    if (this.#ordered < this.#length) this.#order();
    const wanted = key >>> 0;
    const found: number[] = [];
    for (let at = this.#first(wanted); at < this.#length && found.length < most; at++) {
      if (this.#words[at * PAIR + 1] !== wanted) break;
      found.push(~(this.#words[at * PAIR] as number) >>> 0);
    }
    return found;
  }

  /** The first pair with this key, or a higher one. */
  #first(key: number): number {
    const place = this.#placeOf(key);
    let low = this.#places[place] as number;
    let high = this.#places[place + 1] as number;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#words[middle * PAIR + 1] as number) < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #order(): void {
    new BigUint64Array(this.#words.buffer, 0, this.#length).sort();
    this.#ordered = this.#length;
    const bits = Math.min(MOST_PLACE_BITS, Math.max(1, Math.ceil(Math.log2(this.#length / PAIRS_PER_PLACE))));
    this.#shift = 32 - bits;
    this.#places = new Uint32Array(2 ** bits + 1);
    for (let at = 0; at < this.#length; at++) {
      const after = this.#placeOf(this.#words[at * PAIR + 1] as number) + 1;
      this.#places[after] = at + 1;
    }
    for (let place = 1; place < this.#places.length; place++)
      this.#places[place] = Math.max(this.#places[place] as number, this.#places[place - 1] as number);
  }

  #placeOf(key: number): number {
    return key >>> this.#shift;
  }
}
