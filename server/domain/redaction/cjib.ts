import { digitsOf, HYPHEN, SPACE, whereThereIs } from './hit.ts';

/** Behind the name of the office, or behind the word for what it sends; eight to sixteen digits, in groups or not. */
const NUMBER = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:CJIB(?:${HYPHEN}|${SPACE})?(?:(?:zaak|beschikkings?|boete)?(?:nummers?|nrs?\\b\\.?)|kenmerk|zaak)?|(?:beschikkings?|boete|acceptgiro|betalings?)(?:nummers?|nr\\b\\.?|kenmerk))` +
    `(?:${SPACE}?[:=#]?${SPACE}{0,2}(?:is${SPACE}|was${SPACE}|nr\\.?${SPACE}|nummer${SPACE}|onder${SPACE}(?:nummer${SPACE})?)?)` +
    `(\\d(?:(?:${SPACE}|[.]|${HYPHEN})?\\d){7,15})(?![\\p{L}\\p{N}]|[/.,]\\p{N}|${HYPHEN}\\p{N}|${SPACE}\\p{N})`,
  'giu',
);

const MAY_HAVE = /cjib|beschikking|boete|acceptgiro|betaling/i;

/** Numbers of fines and of whatever else the Central Judicial Collection Agency collects. */
export const findCjib = whereThereIs(MAY_HAVE, (text) =>
  [...text.matchAll(NUMBER)].map((match) => {
    const written = match[1] ?? '';
    const end = match.index + match[0].length;
    return { start: end - written.length, end, value: digitsOf(written) };
  }),
);
