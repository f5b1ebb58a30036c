import { bareOf, HYPHEN, SPACE, whereThereIs } from './hit.ts';

/** The forms Dutch plates have had since 1951, side codes 1 to 14; 9 is a digit, X a letter. */
const SIDE_CODES = (
  'XX-99-99 99-99-XX 99-XX-99 XX-99-XX XX-XX-99 99-XX-XX 99-XXX-9 ' +
  '9-XXX-99 XX-999-X X-999-XX XXX-99-X X-99-XXX 9-XX-999 999-XX-9'
).split(' ');
/** Letters that were never given in groups of three, and pairs that never were at all. */
const NEVER = /(?:SS|SA|SD)(?![A-Z])/;

function anyForm(between: string): string {
  const part: Readonly<Record<string, string>> = { X: '[A-Z]', '9': '\\d', '-': between };
  return SIDE_CODES.map((code) => [...code].map((character) => part[character]).join('')).join('|');
}
const ANY = anyForm(HYPHEN);
const HYPHENED = new RegExp(
  `(?<![\\p{L}\\p{N}/]|[\\p{L}\\p{N}]${HYPHEN}|\\p{N}[.,])(?:${ANY})(?![\\p{L}\\p{N}/]|${HYPHEN}[\\p{L}\\p{N}]|[.,]\\p{N})`,
  'gu',
);
const LOOSE = anyForm(`(?:${HYPHEN}|${SPACE})?`);
/** Behind the word also in small letters, with spaces, or all together. */
const NAMED = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:kentekens?|kentekenplaat|kentekennummer|nummerplaat|nummerbord|number plate)(?:${SPACE}?[:=(,]?${SPACE}?)(?:(?:is|was|met|van|het|nummer|nr\\.?)${SPACE}){0,2}["\u201c\u2018']?(${LOOSE})(?![\\p{L}\\p{N}]|${HYPHEN}[\\p{L}\\p{N}])`,
  'giu',
);

const MAY_HAVE = /[A-Z\d][-\u2010\u2011\u2013][A-Z\d]|kenteken|nummer(?:plaat|bord)|number plate/i;

/** Dutch number plates: with hyphens by their form, otherwise behind the word. */
export const findNumberPlate = whereThereIs(MAY_HAVE, (text) =>
  [...text.matchAll(HYPHENED), ...text.matchAll(NAMED)].flatMap((match) => {
    const written = match[1] ?? match[0];
    const groups = written.toUpperCase().split(/[^A-Z0-9]/);
    if (groups.some((group) => group.length === 2 && NEVER.test(group))) return [];
    const end = match.index + match[0].length;
    return [{ start: end - written.length, end, value: bareOf(written) }];
  }),
);
