import { type Detector, digitsOf, HYPHEN, SPACE } from './hit.ts';

/**
 * The country or a zero, the area (two or three digits) or the 6 of mobiles, and the rest in groups. What a subscriber pays for or
 * an office is called under (0800, 090x, 14 0xx) belongs to nobody.
 */
const NUMBER = new RegExp(
  `(?<![\\p{L}\\p{N}+/]|\\p{N}[.,:]|\\p{N}${HYPHEN})` +
    `(?:(?:\\+|00)31(?:${SPACE}|[.]|${HYPHEN})?(?:\\(0\\)${SPACE}?)?(?:0(?=[1-8]))?|\\(?0)` +
    `(6|[1-578]\\d{1,2})` +
    `\\)?(?:${SPACE}?(?:${HYPHEN}|/|[.]|${SPACE}){1,2}${SPACE}?)?` +
    `(\\d{2,8}(?:(?:${SPACE}|[.]|${HYPHEN})\\d{2,4}){0,3})(?![\\p{L}\\p{N}]|[/.,:]\\p{N}|${HYPHEN}\\p{N})`,
  'gu',
);
/** Without the country or the zero. */
const LENGTH = 9;
const NOBODYS = /^(?:800|90)/;

/** Dutch telephone numbers, of mobiles and of places. */
export const findPhone: Detector = (text) =>
  [...text.matchAll(NUMBER)].flatMap(({ 0: written, 1: area = '', 2: rest = '', index }) => {
    const subscriber = area + digitsOf(rest);
    if (subscriber.length !== LENGTH || NOBODYS.test(subscriber) || isCaseNumber(rest)) return [];
    // A bracket around the whole number is none around its area.
    const start = written.startsWith('(') && !written.includes(')') ? index + 1 : index;
    return [{ start, end: index + written.length, value: `0${subscriber}` }];
  });

/** `06-123456-78` is the number of a case: six digits, a hyphen, the year. */
function isCaseNumber(rest: string): boolean {
  return /^\d{6}[-\u2010\u2011\u2013]\d{2}$/.test(rest);
}
