import { normaliseTerm } from '#domain/identity-key.ts';
import type { Rule } from '#domain/validation/rule.ts';

/** Rules on how a definition hangs together with its other terms (SAM). */
export const SAM_RULES: readonly Rule[] = [
  {
    id: 'SAM-06',
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
];
