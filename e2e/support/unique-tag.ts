import { randomInt } from 'node:crypto';

const LETTERS = 'bcdfghjklmnpqrstvwz';
const LENGTH = 6;
const SUFFIX = new RegExp(`q[${LETTERS}]{${LENGTH}}`);

/**
 * A word that occurs nowhere else in the product, however often this test was tried before: it begins with `word` and ends in
 * letters of its own.
 */
export function uniqueTag(word: string): string {
  return `${word}q${Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('')}`;
}

/** The same for every tag made of the same word. */
export function wordOf(tag: string): string {
  return tag.replace(SUFFIX, '');
}
