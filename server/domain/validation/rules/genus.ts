import type { Category } from '#domain/definition.ts';
import type { NormalisedText } from '#domain/validation/normalise.ts';
import type { RuleHit } from '#domain/validation/rule.ts';
import { determinerLength } from '#domain/validation/words.ts';

const lexicon = (genus: 'proces' | 'resultaat' | 'exemplaar', words: string) =>
  words.split(' ').map((word) => [word, genus] as const);

/** Opening nouns that tell what kind of thing is meant. */
const GENUS_OF: ReadonlyMap<string, 'proces' | 'resultaat' | 'exemplaar'> = new Map([
  ...lexicon(
    'proces',
    'proces procedure activiteit handeling gebeurtenis onderzoek behandeling overdracht beoordeling verrichting',
  ),
  ...lexicon('resultaat', 'resultaat uitkomst beslissing bevinding uitspraak vonnis beschikking'),
  ...lexicon('exemplaar', 'exemplaar'),
]);

/** The categories that each kind of opening noun contradicts. */
const CONTRADICTED: Readonly<Record<'proces' | 'resultaat' | 'exemplaar', readonly Category[]>> = {
  proces: ['resultaat', 'exemplaar', 'ENT'],
  resultaat: ['proces', 'ACT', 'exemplaar'],
  exemplaar: ['type', 'proces', 'ACT'],
};

const OPENING_WORDS = /[\p{L}-]+/gu;
const JOINS = /^(?:die|dat|van|waar\w*|door|op|in|met|tot|ter|om|voor)$/;

/** An opening noun that points to another category than the one declared. */
export function otherCategory(category: Category, { lower, text }: NormalisedText): RuleHit | null {
  OPENING_WORDS.lastIndex = determinerLength(lower);
  // An adjective or two may stand in front of the noun.
  for (let word = 0; word < 3; word++) {
    const found = OPENING_WORDS.exec(lower);
    if (!found || JOINS.test(found[0])) return null;
    const genus = GENUS_OF.get(found[0]);
    if (!genus) continue;
    if (!CONTRADICTED[genus].includes(category)) return null;
    const start = found.index;
    const end = start + found[0].length;
    return { start, end, match: text.slice(start, end), params: { genus, category } };
  }
  return null;
}
