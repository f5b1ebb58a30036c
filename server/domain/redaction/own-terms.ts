import type { Detector, Span } from './hit.ts';

const WORD = /[\p{L}\p{N}]+/gu;
type Word = Span & { lower: string };

/** Prepares an organisation's own terms, so that a text is gone through once however many there are. */
export function ownTermDetector(terms: readonly string[]): Detector {
  const byFirst = new Map<string, string[][]>();
  for (const term of terms) {
    const words = wordsOf(term).map(({ lower }) => lower);
    const [first] = words;
    if (first === undefined) continue;
    byFirst.set(
      first,
      [...(byFirst.get(first) ?? []), words].sort((a, b) => b.length - a.length),
    );
  }
  if (byFirst.size === 0) return () => [];
  return (text) => {
    const words = wordsOf(text);
    const found: ReturnType<Detector> = [];
    for (let at = 0; at < words.length; at++) {
      const term = byFirst.get(words[at]?.lower ?? '')?.find((wanted) => stands(text, words, at, wanted));
      if (!term) continue;
      const last = words[at + term.length - 1] as Word;
      found.push({ start: (words[at] as Word).start, end: last.end, value: term.join(' ') });
      at += term.length - 1;
    }
    return found;
  };
}

/** Whole words in a row, with nothing between two of them but a space, a hyphen, a dot or an apostrophe. */
function stands(text: string, words: readonly Word[], at: number, wanted: readonly string[]): boolean {
  return wanted.every((word, offset) => {
    const here = words[at + offset];
    if (here?.lower !== word) return false;
    const before = words[at + offset - 1];
    return (
      offset === 0 || (before !== undefined && /^[\s.'\u2019\u2011-]{1,3}$/.test(text.slice(before.end, here.start)))
    );
  });
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    lower: word.toLowerCase(),
  }));
}
