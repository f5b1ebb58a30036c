import type { ReadLanguage } from '#domain/read-choices.ts';

/** Words that one language has in every few sentences, and the other never. */
const COMMON: Readonly<Record<ReadLanguage, ReadonlySet<string>>> = {
  nl: new Set(
    'de het een van dat die wordt zijn niet voor met op aan bij door als of te is en deze welke waarbij'.split(' '),
  ),
  en: new Set('the of and to that which for with by from are be an or this not who whose where shall'.split(' ')),
};
const LEAST = 8;
const SAMPLE = 20_000;

/** The language a text seems to be in; null when there is too little of it, or it could be either. */
export function guessLanguage(text: string): ReadLanguage | null {
  const counts = { nl: 0, en: 0 };
  for (const word of text
    .slice(0, SAMPLE)
    .toLowerCase()
    .match(/\p{L}+/gu) ?? []) {
    if (COMMON.nl.has(word)) counts.nl += 1;
    if (COMMON.en.has(word)) counts.en += 1;
  }
  if (counts.nl + counts.en < LEAST) return null;
  if (counts.nl > counts.en * 2) return 'nl';
  return counts.en > counts.nl * 2 ? 'en' : null;
}
