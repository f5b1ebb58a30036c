import { HYPHEN, SPACE, whereThereIs } from './hit.ts';

const MONTHS = [
  ['januari', 'jan', 'january'],
  ['februari', 'feb', 'febr', 'february'],
  ['maart', 'mrt', 'mar', 'march'],
  ['april', 'apr'],
  ['mei', 'may'],
  ['juni', 'jun', 'june'],
  ['juli', 'jul', 'july'],
  ['augustus', 'aug', 'august'],
  ['september', 'sep', 'sept'],
  ['oktober', 'okt', 'oct', 'october'],
  ['november', 'nov'],
  ['december', 'dec'],
];
const MONTH = MONTHS.flat()
  .sort((a, b) => b.length - a.length)
  .join('|');
const NUMERIC = `\\d{1,2}${SPACE}?(?:${HYPHEN}|[/.])${SPACE}?\\d{1,2}${SPACE}?(?:${HYPHEN}|[/.])${SPACE}?(?:\\d{4}|\\d{2})`;
const ISO = '\\d{4}-\\d{2}-\\d{2}';
const WRITTEN = `\\d{1,2}(?:e|ste|de)?(?:${SPACE}|${HYPHEN})(?:${MONTH})\\.?(?:${SPACE}|${HYPHEN})(?:\\d{4}|['\u2019]\\d{2})`;
const ENGLISH = `(?:${MONTH})\\.?${SPACE}\\d{1,2},?${SPACE}\\d{4}`;
const DATE = `(?:${ISO}|${NUMERIC}|${WRITTEN}|${ENGLISH})`;
/** A place between the word and the date: "te Den Bosch", "in Utrecht (Nederland)". */
const PLACE = `(?:(?:te|in)${SPACE}[\\p{L}'\u2019(][\\p{L}'\u2019(). -]{1,40}?,?${SPACE})?`;
const BORN = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:geboren|geb\\.?|geboorte-?dat(?:um|\\.)|geb\\.?${SPACE}?(?:dat|datum)\\.?|gebdat\\.?|born|date of birth|d\\.?o\\.?b\\.?|\\*)` +
    `${SPACE}?[:=,(]?${SPACE}?(?:(?:is|was)${SPACE})?${PLACE}(?:(?:op|d\\.d\\.|dd\\.?|on)${SPACE}(?:de${SPACE})?)?(${DATE})(?![\\p{L}\\p{N}]|[/.]\\p{N}|${HYPHEN}\\p{N})`,
  'giu',
);

const MAY_HAVE = /geb|born|birth|\*|d\.?o\.?b/i;

/** Dates that a word before them makes somebody's birthday. */
export const findBirthDate = whereThereIs(MAY_HAVE, (text) =>
  [...text.matchAll(BORN)].map((match) => {
    const written = match[1] ?? '';
    const end = match.index + match[0].length;
    return { start: end - written.length, end, value: isoOf(written) };
  }),
);

/** The same day is the same value, however it is written; what is no day stays as it is. */
function isoOf(written: string): string {
  const text = written.toLowerCase();
  const numbers = text.match(/\d+/g) ?? [];
  if (/^\d{4}-/.test(text)) return text;
  const named = /\p{L}{3,}/u.exec(text.replace(/^\d+(?:ste|de|e)/, ''))?.[0];
  const month = named ? MONTHS.findIndex((names) => names.includes(named)) + 1 : Number(numbers[1]);
  const year = numbers.at(-1) ?? '';
  if (numbers.length < 2 || month < 1) return text;
  const full = year.length === 4 ? year : `19${year}`;
  return `${full}-${String(month).padStart(2, '0')}-${(numbers[0] ?? '').padStart(2, '0')}`;
}
