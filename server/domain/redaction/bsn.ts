import { digitsOf, HYPHEN, SPACE, whereThereIs } from './hit.ts';

const SEPARATOR = `(?:[.]|${SPACE}|${HYPHEN})`;
/** Nine digits, together or in the groups people write them in; not a part of a longer number, an amount or a code. */
const NUMBER = new RegExp(
  `(?<![\\p{L}\\p{N}_/]|\\p{N}[.,:+]|\\p{N}${HYPHEN}|[€$£]${SPACE}?|EUR${SPACE}?)` +
    `(?:\\d{9}|\\d{3}${SEPARATOR}\\d{3}${SEPARATOR}\\d{3}|\\d{4}${SEPARATOR}\\d{2}${SEPARATOR}\\d{3}|\\d{2}${SEPARATOR}\\d{3}${SEPARATOR}\\d{4}|\\d{3}${SEPARATOR}\\d{2}${SEPARATOR}\\d{4})` +
    `(?![\\p{L}\\p{N}_]|[/.,:]\\p{N}|,-|${HYPHEN}\\p{N})`,
  'gu',
);
/** The zero in front is often left out; then the word says what it is. */
const NAMED =
  /\b(?:BSN|burgerservicenummer|sofi-?nummer)[\s:=.]{0,5}(?:nr\.?\s?|nummer\s?)?(\d{8})(?!\p{L}|\p{N}|[.,/-]\p{N})/giu;

const MAY_HAVE = /(?:\d[. \u00a0\u2009\u202f\u2010\u2011\u2013-]?){7}\d/;

/** Citizen service numbers: nine digits (or eight behind the word) that pass the test of eleven. */
export const findBsn = whereThereIs(MAY_HAVE, (text) => {
  const plain = [...text.matchAll(NUMBER)].map(({ 0: written, index }) => ({
    start: index,
    end: index + written.length,
    value: digitsOf(written),
  }));
  const named = [...text.matchAll(NAMED)].map(({ 0: whole, 1: number = '', index }) => ({
    start: index + whole.length - number.length,
    end: index + whole.length,
    value: `0${number}`,
  }));
  return [...plain, ...named].filter(({ value }) => passesElevenTest(value));
});

/** 9 times the first digit, 8 times the second, ... 2 times the eighth, minus the ninth: a multiple of 11, and not nothing. */
function passesElevenTest(digits: string): boolean {
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (index === 8 ? -1 : 9 - index), 0);
  return sum % 11 === 0 && Number(digits) > 0;
}
