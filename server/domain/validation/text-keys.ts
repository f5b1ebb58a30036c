import { wordsOf } from './trigrams.ts';

/**
 * Texts of which the words are nearly the same share one of these keys or more, and others hardly ever: the smallest hashes of
 * the meaningful words under many hash functions, taken together in bands (min-hash). So an index finds what resembles a
 * text without comparing it with everything; what it finds is compared afterwards.
 */
const BANDS = 8;
const HASHES_PER_BAND = 5;
/**
 * Far more texts share a key than are nearly the same, so a few bits of every smallest hash are kept too, as a sketch: texts that
 * have most of their words in common differ in few of them. Of 120 bits half of those differ that come of different words.
 */
const BITS_PER_HASH = 3;
const HASHES_PER_PART = 10;
export const MOST_DIFFERING_BITS = 24;
/** Beginnings of words count, so that endings do not make two words of one. */
const STEM = 7;
/** So many words of a definition's beginning are looked for in other texts: eight, or five of a short one. */
const OPENINGS = [8, 5] as const;
const LEAST_WORDS = 5;

const FUNCTION_WORDS = new Set(
  `de het een en of van in op te voor met die dat door aan om is zijn wordt worden bij tot als waarin waarmee waarbij waarvan
   waaraan waarop waardoor waarover uit over naar niet er ook dan deze dit ten ter tegen zich na onder tussen zonder per hun
   haar wie wat welke the a an of and or to in on for by with which that is are`.split(/\s+/),
);

/** Whether a word in lower case only joins others together. */
export function isFunctionWord(word: string): boolean {
  return FUNCTION_WORDS.has(word);
}

const SEEDS = Uint32Array.from({ length: BANDS * HASHES_PER_BAND }, (_, index) => mixed(index + 1, 0x9e3779b9));
/** Keys of beginnings are other numbers than those of bands. */
const OPENING_SEED = 0x51ed270b;

/** How a text is found again: `keys`: what it is kept under; `sketch`: what tells it from others under the same key. Whole numbers of 32 bits. */
type TextKeys = { keys: number[]; sketch: number[] };

/** The keys under which a text (normalised, in lower case) is kept, its bands and its beginning, and its sketch. */
export function textKeys(lower: string): TextKeys {
  const words = wordsOf(lower);
  if (words.length === 0) return { keys: [], sketch: [0, 0, 0, 0] };
  const hashes = smallestHashes(words);
  const keys = bandKeys(hashes);
  const opening = OPENINGS.find((length) => words.length >= length);
  if (opening !== undefined && !isFunctionWord(words[0] as string)) keys.push(openingKey(words, 0, opening));
  return { keys, sketch: sketchOf(hashes) };
}

/** Those of the keys a text is kept under by which texts are found that are nearly the same. */
export function bandsOf(keys: readonly number[]): readonly number[] {
  return keys.slice(0, BANDS);
}

/** The key of a text's beginning, by which it is found within others; null where it has none. */
export function openingOf(keys: readonly number[]): number | null {
  return keys[BANDS] ?? null;
}

/** The keys under which texts are kept that may stand within this one. */
export function nestedKeys(lower: string): number[] {
  const words = wordsOf(lower);
  const keys: number[] = [];
  // What stands at the very beginning is not nested: families of definitions begin alike.
  for (let at = 1; at + LEAST_WORDS <= words.length; at++) {
    if (isFunctionWord(words[at] as string)) continue;
    for (const length of OPENINGS) if (at + length <= words.length) keys.push(openingKey(words, at, length));
  }
  return keys;
}

/** In how many bits two sketches differ; see MOST_DIFFERING_BITS. */
export function differingBits(one: ArrayLike<number>, other: ArrayLike<number>): number {
  let differing = 0;
  for (let part = 0; part < one.length; part++) differing += bitCount((one[part] as number) ^ (other[part] as number));
  return differing;
}

function bitCount(value: number): number {
  let bits = value - ((value >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

function hashesOf(words: readonly string[]): Uint32Array {
  const telling = words.filter((word) => !isFunctionWord(word)).map((word) => word.slice(0, STEM));
  return Uint32Array.from(new Set(telling.length >= 3 ? telling : words), hashOf);
}

/** The smallest hash of the meaningful words under each of the hash functions. */
function smallestHashes(words: readonly string[]): Uint32Array {
  const hashes = hashesOf(words);
  return SEEDS.map((seed) => {
    let least = 0xffffffff;
    for (let index = 0; index < hashes.length; index++) {
      const hash = mixed(hashes[index] as number, seed);
      if (hash < least) least = hash;
    }
    return least;
  });
}

function bandKeys(smallest: Uint32Array): number[] {
  return Array.from({ length: BANDS }, (_, band) => {
    let key = band + 1;
    for (let number = 0; number < HASHES_PER_BAND; number++)
      key = mixed(key ^ (smallest[band * HASHES_PER_BAND + number] as number), 0x27d4eb2f + number);
    return key | 0;
  });
}

function sketchOf(smallest: Uint32Array): number[] {
  return Array.from({ length: smallest.length / HASHES_PER_PART }, (_, part) => {
    let bits = 0;
    for (let number = 0; number < HASHES_PER_PART; number++) {
      const hash = smallest[part * HASHES_PER_PART + number] as number;
      bits = (bits << BITS_PER_HASH) | (hash & ((1 << BITS_PER_HASH) - 1));
    }
    return bits;
  });
}

function openingKey(words: readonly string[], at: number, length: number): number {
  let key = OPENING_SEED + length;
  for (let index = at; index < at + length; index++) key = mixed(key ^ hashOf(words[index] as string), index - at + 1);
  return key | 0;
}

/** A number of 32 bits for a text; two texts hardly ever share one. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

function mixed(value: number, seed: number): number {
  let hash = Math.imul(value ^ seed, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
