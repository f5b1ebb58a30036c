import { digitsOf, HYPHEN, SPACE, whereThereIs } from './hit.ts';

const MARK = `${SPACE}?(?:/|${HYPHEN})${SPACE}?`;
/** Two digits of the office, six of the case, two of the year. */
const NUMBER = new RegExp(
  `(?<![\\p{L}\\p{N}/]|\\p{N}[.,]|\\p{N}${HYPHEN})\\d{2}${MARK}\\d{6}${MARK}\\d{2}(?![\\p{L}\\p{N}/]|[.,]\\p{N}|${HYPHEN}\\p{N})`,
  'gu',
);
/** Behind the word, people leave the marks out or write others. */
const NAMED = new RegExp(
  `\\bparket(?:nummers?|nrs?\\b\\.?)[\\s:=]{0,5}(?:is\\s|was\\s)?(\\d{2}(?:[./]|${SPACE}|${HYPHEN})?\\d{6}(?:[./]|${SPACE}|${HYPHEN})?\\d{2})(?![\\p{L}\\p{N}]|[/-]\\p{N})`,
  'giu',
);

const MAY_HAVE = /\d{6}/;

/** Case numbers of a public prosecutor's office, such as `01/234567-21`. */
export const findParketnummer = whereThereIs(MAY_HAVE, (text) =>
  [...text.matchAll(NUMBER), ...text.matchAll(NAMED)].map((match) => {
    const written = match[1] ?? match[0];
    const end = match.index + match[0].length;
    return { start: end - written.length, end, value: digitsOf(written) };
  }),
);
