import { normaliseTerm } from '#domain/identity-key.ts';
import { hitOf, type Rule } from '#domain/validation/rule.ts';

const WIDENING = /\b(?:en (?:indien nodig|zo nodig|waar nodig|eventueel|ook|aanvullende?)|eveneens|tevens)\b/;

/** Rules on how a definition hangs together with its other terms (SAM). */
export const SAM_RULES: readonly Rule[] = [
  {
    id: 'SAM-06',
    kind: 'metadata',
    name: { nl: 'Eén synoniem krijgt voorkeur', en: 'One synonym is preferred' },
    rank: { priority: 'midden', obligation: 'verplicht' },
    field: 'preferredTerm',
    text: {
      message: {
        nl: 'Er zijn synoniemen, maar er is niet één voorkeursterm die zelf geen synoniem is.',
        en: 'There are synonyms, but not one preferred term that is itself no synonym.',
      },
      advice: {
        nl: 'Vul de voorkeursterm in en haal die zo nodig uit de lijst van synoniemen.',
        en: 'Fill in the preferred term and, if needed, remove it from the list of synonyms.',
      },
    },
    check({ content }) {
      if (content.synonyms.length === 0) return null;
      if (content.preferredTerm === null) return {};
      const preferred = normaliseTerm(content.preferredTerm);
      return content.synonyms.some((synonym) => normaliseTerm(synonym) === preferred) ? {} : null;
    },
  },
  {
    id: 'SAM-07',
    kind: 'style',
    name: { nl: 'Geen betekenisverruiming', en: 'No widening of the meaning' },
    rank: { priority: 'midden', obligation: 'verplicht' },
    field: 'definition',
    text: {
      message: {
        nl: '“{value}” voegt iets toe dat niet tot de kern van het begrip hoort.',
        en: '“{value}” adds something that does not belong to the essence of the term.',
      },
      advice: {
        nl: 'Laat de toevoeging weg, of maak er een eigen begrip van.',
        en: 'Leave the addition out, or make it a term of its own.',
      },
    },
    check: ({ body }) => hitOf(body, WIDENING),
  },
];
