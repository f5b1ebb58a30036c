import { hitOf, type Rule } from '#domain/validation/rule.ts';
import { openingTerm } from '#domain/validation/words.ts';

const IMPLICIT =
  /\b(?:zoals (?:gebruikelijk|bekend|te doen gebruikelijk)|in het systeem|de standaard|(?:de )?bekende procedure)\b/;
const COPULA = /^(?:is|zijn|omvat|omvatten|betekent|betreft|betreffen|houdt in)\b/;
/** Rules on the wording of the opening and on silent assumptions (ARAI). ARAI-01 is checked together with STR-01. */
export const ARAI_RULES: readonly Rule[] = [
  {
    id: 'ARAI-05',
    name: { nl: 'Vermijd impliciete aannames', en: 'Avoid implicit assumptions' },
    rank: { priority: 'midden', obligation: 'optioneel' },
    field: 'definition',
    text: {
      message: {
        nl: 'De definitie veronderstelt dat de lezer iets al weet: “{value}”.',
        en: 'The definition assumes that the reader already knows something: “{value}”.',
      },
      advice: {
        nl: 'Schrijf uit welke gewoonte, procedure of norm u bedoelt.',
        en: 'Write out which custom, procedure or standard you mean.',
      },
    },
    check: ({ body }) => hitOf(body, IMPLICIT),
  },
  {
    id: 'ARAI-06',
    name: { nl: 'Correcte definitiestart', en: 'Correct start of the definition' },
    rank: { priority: 'hoog', obligation: 'verplicht' },
    field: 'definition',
    text: {
      message: {
        nl: 'De definitie begint met “{value}” in plaats van met de kern van het begrip.',
        en: 'The definition starts with “{value}” instead of with the essence of the term.',
      },
      advice: {
        nl: 'Begin met het zelfstandig naamwoord waar het begrip onder valt, zonder koppelwerkwoord en zonder de term te herhalen.',
        en: 'Start with the noun the term is a kind of, without a linking verb and without repeating the term.',
      },
    },
    check({ content, body }) {
      const copula = hitOf(body, COPULA);
      if (copula) return copula;
      const end = openingTerm(body.lower, content.term)?.verbEnd ?? null;
      return end === null ? null : { start: 0, end, match: body.text.slice(0, end) };
    },
  },
];
