const WORD = /[\p{L}\p{N}]+/gu;
const PART_OF_WORD = /[\p{L}\p{N}]/u;
const BLANK = 32;

/** The words of a text in lower case, without punctuation. */
export function wordsOf(lower: string): string[] {
  return lower.match(WORD) ?? [];
}

/**
 * How alike other texts are to this one by their trigrams: what two share as a part of what they have together, 0 to 1. Trigrams
 * are those of the words of a text in lower case with two blanks before and one behind, each once, as Postgres counts them.
 */
export function similarityTo(lower: string): (other: string) => number {
  const own = new NumberSet(lower.length);
  const size = countTrigrams(lower, own, null).distinct;
  return (other) => {
    if (size === 0) return 0;
    met.clear(other.length);
    const { distinct, shared } = countTrigrams(other, met, own);
    return shared / (size + distinct - shared);
  };
}

/** Adds the trigrams of a text to an empty set; how many there are, and how many of those another set holds. */
function countTrigrams(lower: string, into: NumberSet, among: NumberSet | null): { distinct: number; shared: number } {
  let [distinct, shared] = [0, 0];
  let [first, second] = [BLANK, BLANK];
  let wasInWord = false;
  for (let at = 0; at <= lower.length; at++) {
    const code = at < lower.length ? lower.charCodeAt(at) : BLANK;
    const isInWord = code < 0x80 ? IN_ASCII_WORD[code] === 1 : isInWordAt(lower, at);
    if (isInWord || wasInWord) {
      const third = isInWord ? code : BLANK;
      // Characters beyond the Latin ones share numbers; that makes two texts a trifle more alike and nothing else.
      const trigram = ABOVE_ZERO | ((first & 0x3ff) << 20) | ((second & 0x3ff) << 10) | (third & 0x3ff);
      if (into.add(trigram)) {
        distinct++;
        if (among?.has(trigram)) shared++;
      }
      [first, second] = isInWord ? [second, third] : [BLANK, BLANK];
    }
    wasInWord = isInWord;
  }
  return { distinct, shared };
}

const ABOVE_ZERO = 1 << 30;

const IN_ASCII_WORD = Uint8Array.from({ length: 0x80 }, (_, code) =>
  PART_OF_WORD.test(String.fromCharCode(code)) ? 1 : 0,
);

/** The same for what is beyond ASCII; both halves of a character of two count as it does. */
function isInWordAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  const isSecondHalf = code >= 0xdc00 && code < 0xe000 && at > 0;
  return PART_OF_WORD.test(String.fromCodePoint(text.codePointAt(isSecondHalf ? at - 1 : at) as number));
}

/** Whole numbers above zero in a table of their own: comparing texts makes thousands of sets of a few hundred each. */
class NumberSet {
  #slots: Uint32Array;
  #mask: number;

  /** Holds as many numbers as a text of so many characters has trigrams. */
  constructor(length: number) {
    this.#slots = new Uint32Array(slotsFor(length));
    this.#mask = this.#slots.length - 1;
  }

  clear(length: number): void {
    const slots = slotsFor(length);
    if (slots > this.#slots.length) this.#slots = new Uint32Array(slots);
    else this.#slots.fill(0, 0, slots);
    this.#mask = slots - 1;
  }

  /** Whether it was not there yet. */
  add(value: number): boolean {
    const slot = this.#slotOf(value);
    if (this.#slots[slot] === value) return false;
    this.#slots[slot] = value;
    return true;
  }

  has(value: number): boolean {
    return this.#slots[this.#slotOf(value)] === value;
  }

  /** Where it is, or would be. */
  #slotOf(value: number): number {
    let slot = mixed(value) & this.#mask;
    for (let found = this.#slots[slot]; found !== 0 && found !== value; found = this.#slots[slot])
      slot = (slot + 1) & this.#mask;
    return slot;
  }
}

/** A text has at most twice as many trigrams as characters, when all its words are of one. */
function slotsFor(length: number): number {
  return 2 ** Math.ceil(Math.log2(length * 2 + 4));
}

function mixed(value: number): number {
  const hash = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}

/** Used again for each text that is compared. */
const met = new NumberSet(1_000);
