const WORD = /[\p{L}\p{N}]+/gu;

/** The words of a text in lower case, without punctuation. */
export function wordsOf(lower: string): string[] {
  return lower.match(WORD) ?? [];
}

/**
 * The trigrams of a text in lower case, each as a number and each once, in ascending order: those of its words with two blanks
 * before and one behind, as Postgres counts them.
 */
export function trigramsOf(lower: string): Uint32Array {
  const found: number[] = [];
  for (const word of wordsOf(lower)) {
    let [first, second] = [32, 32];
    for (let at = 0; at <= word.length; at++) {
      const third = at < word.length ? word.charCodeAt(at) : 32;
      // Characters beyond the Latin ones share numbers; that makes two texts a trifle more alike and nothing else.
      found.push(((first & 0x3ff) << 20) | ((second & 0x3ff) << 10) | (third & 0x3ff));
      [first, second] = [second, third];
    }
  }
  const sorted = Uint32Array.from(found).sort();
  let size = 0;
  for (const trigram of sorted) if (size === 0 || sorted[size - 1] !== trigram) sorted[size++] = trigram;
  return sorted.slice(0, size);
}

/** How alike two texts are by their trigrams: what they share as a part of what they have together, 0 to 1. */
export function similarity(a: Uint32Array, b: Uint32Array): number {
  if (a.length === 0 || b.length === 0) return 0;
  let shared = 0;
  for (let one = 0, other = 0; one < a.length && other < b.length; ) {
    const [left, right] = [a[one] as number, b[other] as number];
    if (left === right) shared++;
    if (left <= right) one++;
    if (right <= left) other++;
  }
  return shared / (a.length + b.length - shared);
}
