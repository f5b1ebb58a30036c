import { bareOf, type Detector, HYPHEN, SPACE } from './hit.ts';

/** PL, the unit, the year and a number, now and then the number of the document behind it. */
const NUMBER = new RegExp(
  `(?<![\\p{L}\\p{N}])PL${SPACE}?\\d{4}(?:${SPACE}|${HYPHEN}|/)?(?:\\d{8,10}|\\d{4}(?:${SPACE}|${HYPHEN}|/)\\d{5,6}|\\d{2}(?:${HYPHEN}|/)\\d{6})(?:${HYPHEN}\\d{1,4})?(?![\\p{L}\\p{N}])`,
  'gu',
);
const NAMED = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:proces-?${SPACE}?verbaal|p\\.?-?v\\.?)-?${SPACE}?(?:met${SPACE})?(?:nummers?|nrs?\\b\\.?|kenmerk|registratienummer)|BVH-?${SPACE}?(?:nummer|nr\\b\\.?|registratienummer)|mutatienummer|aangiftenummer)[\\s:=.]{0,5}((?=[\\p{L}\\p{N}./_-]{0,12}\\d)[\\p{L}\\p{N}][\\p{L}\\p{N}./_\\u2011-]{3,39})`,
  'giu',
);
const LEAST_DIGITS = 5;
const DATE = /^\d{1,2}[-./]\d{1,2}[-./]\d{2,4}$|^\d{4}-\d{2}-\d{2}$/;

/** Numbers of police reports, by their form (`PL1300-2021123456-4`) or behind the word. */
export const findProcesVerbaal: Detector = (text) => {
  const formed = [...text.matchAll(NUMBER)].map(({ 0: written, index }) => ({
    start: index,
    end: index + written.length,
    value: bareOf(written),
  }));
  const named = [...text.matchAll(NAMED)].flatMap((match) => {
    const whole = match[1] ?? '';
    const written = whole.replace(/[./_-]+$/, '');
    if ((written.match(/\d/g)?.length ?? 0) < LEAST_DIGITS || DATE.test(written)) return [];
    const start = match.index + match[0].length - whole.length;
    return [{ start, end: start + written.length, value: bareOf(written) }];
  });
  return [...formed, ...named];
};
