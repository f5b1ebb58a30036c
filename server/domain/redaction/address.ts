import { bareOf, HYPHEN, SPACE, whereThereIs } from './hit.ts';

/** Four digits and two capitals; a few pairs of letters are never given. */
const POSTCODE = `[1-9]\\d{3}${SPACE}?(?!S[ADS])[A-Z]{2}`;
const HOUSE = `\\d{1,5}(?:${SPACE}?[a-zA-Z](?![\\p{L}\\p{N}]))?(?:${SPACE}?(?:${HYPHEN}|/)${SPACE}?[\\p{L}\\p{N}]{1,4}(?![\\p{L}\\p{N}]))?(?:${SPACE}(?:bis|hs|huis|rood|zw|[IV]{1,3})(?![\\p{L}\\p{N}]))?`;
const BEFORE = `(?<![\\p{L}\\p{N}/]|\\p{N}[.,:]|\\p{N}${HYPHEN})`;

/** The postcode first: `1234 AB 12`, `1234 AB, huisnummer 12`. */
const POSTCODE_FIRST = new RegExp(
  `${BEFORE}${POSTCODE}(?:,?${SPACE}{1,2}|${HYPHEN}|,)(?:(?:huis)?(?:nummer|nr)\\.?${SPACE}?)?${HOUSE}(?![\\p{L}\\p{N}]|[/.,:]\\p{N}|${HYPHEN}\\p{N})`,
  'gu',
);
const NAME = "[\\p{L}.'\u2019-]{0,40}";
/** Small words inside the names of streets. */
const PARTICLE = "van|de|den|der|het|'t|\u2019t|ter|ten|aan|in|bij|en";
/** The street first: up to five words with a capital, or particles between them, and perhaps a year, as in "Plein 1944". */
const STREET_FIRST = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:['\u2019]s-?)?\\p{Lu}${NAME}(?:${SPACE}(?:\\p{Lu}${NAME}|(?:${PARTICLE})(?=${SPACE}))){0,5}(?:${SPACE}\\d{4}(?=${SPACE}\\d))?${SPACE}${HOUSE}${SPACE}?,?(?:${SPACE}{1,2}|\\n)(?:te${SPACE})?(?:NL-)?${POSTCODE}(?![\\p{L}\\p{N}])`,
  'gu',
);
const ONLY_POSTCODE = new RegExp(POSTCODE, 'u');
/** A box at the post office is where an organisation gets its mail. */
const BOX = /^(?:Postbus|Antwoordnummer|Bus)\b/i;
const YEAR_OF_LAW = /^(?:19|20)\d{2}[ \u00a0]?(?:EU|EG|EEG)/;

const MAY_HAVE = /\d{4}[ \u00a0\u2009\u202f]?[A-Z]{2}/;

/** Where somebody lives: postcode and house number, with the street where it is written before them. */
export const findAddress = whereThereIs(MAY_HAVE, (text) => {
  const spans = [...text.matchAll(POSTCODE_FIRST), ...text.matchAll(STREET_FIRST)];
  return spans.flatMap(({ 0: written, index }) => {
    if (BOX.test(written) || YEAR_OF_LAW.test(written) || /\b(?:Postbus|Antwoordnummer)\b/i.test(written)) return [];
    const postcode = ONLY_POSTCODE.exec(written)?.[0] ?? '';
    const house = /\d{1,5}(?!.*\d{4})/.exec(written.replace(postcode, ''))?.[0] ?? '';
    return [{ start: index, end: index + written.length, value: bareOf(`${postcode} ${house}`) }];
  });
});
