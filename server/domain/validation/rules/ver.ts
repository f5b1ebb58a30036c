import { normaliseTerm } from '#domain/identity-key.ts';
import { hitOf, type Rule, type RuleHit, type Subject } from '#domain/validation/rule.ts';
import { singularsOf } from '#domain/validation/singulars.ts';
import { plainTerm } from '#domain/validation/words.ts';

const PLURAL_SUBJECT = /^(?:(?:de|alle) )?[\p{L}-]{3,}(?:en|s) (?:zijn|worden|hebben|kunnen|moeten)\b/u;
const PLURAL = /(?:heden|ingen|[tsc]ies|aars|eurs|[a-z]{3}ers|gegevens|wapens|tekens)$/;
/** Words that only look like a plural: infinitives, and nouns that end this way in the singular or have none. */
const NO_PLURAL =
  /(?:dwingen|dringen|springen|zingen|bedingen|precies|(?:^|[^a-z])(?:koers|kers|pers|vers)|hulpkoers|wisselkoers|kosten|hersenen|ouders)$/;
const CONJUGATED = /^[\p{Ll}-]{3,}(?:eert|igt|elt|ert)$/u;
const NO_VERB = /(?:expert|concert|dessert|alert)$/;
const PREPOSITION = / (?:van|tot|voor|in|op|aan|bij|met|door|over|uit|ter|ten|tegen|onder|zonder|naar|tussen) /;

/** Rules on number and form of words (VER). */
export const VER_RULES: readonly Rule[] = [
  {
    id: 'VER-01',
    kind: 'style',
    name: { nl: 'Term in enkelvoud', en: 'Term in the singular' },
    rank: { priority: 'midden', obligation: 'verplicht' },
    field: 'term',
    text: {
      message: { nl: 'De term “{value}” staat in het meervoud.', en: 'The term “{value}” is in the plural.' },
      advice: {
        nl: 'Schrijf de term in het enkelvoud, tenzij er geen enkelvoud bestaat.',
        en: 'Write the term in the singular, unless there is none.',
      },
    },
    check: pluralTerm,
  },
  {
    id: 'VER-02',
    name: { nl: 'Definitie in enkelvoud', en: 'Definition in the singular' },
    rank: { priority: 'midden', obligation: 'verplicht' },
    field: 'definition',
    text: {
      message: {
        nl: 'De definitie begint in het meervoud: “{value}”.',
        en: 'The definition starts in the plural: “{value}”.',
      },
      advice: { nl: 'Omschrijf één exemplaar van het begrip.', en: 'Describe one instance of the term.' },
    },
    check: ({ body }) => hitOf(body, PLURAL_SUBJECT),
  },
  {
    id: 'VER-03',
    kind: 'style',
    name: { nl: 'Werkwoord als term in de onbepaalde wijs', en: 'A verb as a term in the infinitive' },
    rank: { priority: 'midden', obligation: 'aanbevolen' },
    field: 'term',
    text: {
      message: { nl: 'De term “{value}” is een vervoegd werkwoord.', en: 'The term “{value}” is a conjugated verb.' },
      advice: {
        nl: 'Schrijf het hele werkwoord: “registreren”, niet “registreert”.',
        en: 'Write the infinitive: “registreren”, not “registreert”.',
      },
    },
    check: ({ content: { term } }) => (CONJUGATED.test(term) && !NO_VERB.test(term) ? { match: term } : null),
  },
];

/** By its ending, or because the collection has the singular as a term. */
function pluralTerm({ content, surroundings }: Subject): RuleHit | null {
  const term = normaliseTerm(plainTerm(content.term));
  const preposition = PREPOSITION.exec(term);
  const head = preposition ? term.slice(0, preposition.index) : term;
  const isKnown = () =>
    surroundings !== null &&
    singularsOf(term).some((singular) =>
      surroundings.named.get(singular)?.some((one) => normaliseTerm(one.term) === singular),
    );
  return (PLURAL.test(head) && !NO_PLURAL.test(head)) || isKnown() ? { match: content.term } : null;
}
