import type { Rule } from '#domain/validation/rule.ts';

const LEAST_WORDS = 5;
const LEAST_CHARACTERS = 15;
const MOST_WORDS = 80;
const MOST_CHARACTERS = 600;

/** Rules on the length of a definition (VAL). */
export const VAL_RULES: readonly Rule[] = [
  {
    id: 'VAL-EMP-001',
    name: { nl: 'Definitie is niet leeg', en: 'Definition is not empty' },
    rank: { priority: 'hoog', obligation: 'verplicht' },
    field: 'definition',
    text: {
      message: { nl: 'De definitie is leeg.', en: 'The definition is empty.' },
      advice: { nl: 'Schrijf een definitie.', en: 'Write a definition.' },
    },
    check: ({ body }) => (body.text === '' ? {} : null),
  },
  {
    id: 'VAL-LEN-001',
    name: { nl: 'Minimale lengte', en: 'Minimum length' },
    rank: { priority: 'midden', obligation: 'verplicht' },
    field: 'definition',
    text: {
      message: {
        nl: 'De definitie is te kort: minder dan vijf woorden of vijftien tekens.',
        en: 'The definition is too short: fewer than five words or fifteen characters.',
      },
      advice: { nl: 'Werk de definitie uit.', en: 'Work the definition out further.' },
    },
    check: ({ body }) => (body.words < LEAST_WORDS || body.text.length < LEAST_CHARACTERS ? {} : null),
  },
  {
    id: 'VAL-LEN-002',
    name: { nl: 'Maximale lengte', en: 'Maximum length' },
    rank: { priority: 'laag', obligation: 'verplicht' },
    field: 'definition',
    text: {
      message: {
        nl: 'De definitie is te lang: meer dan tachtig woorden of zeshonderd tekens.',
        en: 'The definition is too long: more than eighty words or six hundred characters.',
      },
      advice: {
        nl: 'Houd de kern over en verplaats de rest naar de toelichting.',
        en: 'Keep the essence and move the rest to the explanation.',
      },
    },
    check: ({ body }) => (body.words > MOST_WORDS || body.text.length > MOST_CHARACTERS ? {} : null),
  },
];
