import { hitOf, type Rule } from '#domain/validation/rule.ts';

const PLURAL_SUBJECT = /^(?:(?:de|alle) )?[\p{L}-]{3,}(?:en|s) (?:zijn|worden|hebben|kunnen|moeten)\b/u;

/** Rules on number and form of words (VER). */
export const VER_RULES: readonly Rule[] = [
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
];
