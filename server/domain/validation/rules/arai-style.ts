import type { NormalisedText } from '#domain/validation/normalise.ts';
import { hitOf, type Rule, type RuleHit } from '#domain/validation/rule.ts';
import { determinerLength } from '#domain/validation/words.ts';

/** What makes a vague noun a definite one. */
const SPECIFIED = '(?!,? (?:die|dat|van|voor|om|waar\\w*|uit|ter|tot|in|met|bij|tussen|door|wat)\\b)';
const VAGUE = new RegExp(`\\b(?:aspect(?:en)?|ding(?:en)?|iets|element(?:en)?|factor(?:en)?)\\b${SPECIFIED}`);
/** As the opening noun, with nothing that sets it apart; what stands alone altogether is STR-04's. */
const VAGUE_GENUS = new RegExp(
  `^(?:proces|activiteit|systeem|component|onderdeel|voorziening|gegeven|aangelegenheid)(?= )${SPECIFIED}`,
);
const SUBJECTIVE =
  /\b(?:effectieve?|effectief|belangrijke?|relevante?|toereikende?|adequaat|adequate|doeltreffende?|voldoende|doelmatige?)\b/;
const MODAL = /(?!^)\b(?:kan|kunnen|kon|konden|mag|mogen|moet|moeten|moest(?:en)?|zou|zouden|zal|zullen)\b/;
const ARTICLE = /^(?:de|het|een) /;
const SENTENCE_OPENING = / (?:is|zijn|betreft|betekent) $/i;

/** Matters of style that the guidance words as recommendations (ARAI). */
export const ARAI_STYLE_RULES: readonly Rule[] = [
  {
    id: 'ARAI-02',
    kind: 'style',
    also: ['ARAI-02SUB1', 'ARAI-02SUB2'],
    name: { nl: 'Vermijd vage containerbegrippen', en: 'Avoid vague container words' },
    rank: { priority: 'midden', obligation: 'optioneel' },
    field: 'definition',
    text: {
      message: {
        nl: '“{value}” zegt zonder nadere bepaling te weinig.',
        en: '“{value}” says too little without anything that narrows it down.',
      },
      advice: {
        nl: 'Kies een preciezer woord, of bepaal het nader met “dat …”, “van …” of “waarbij …”.',
        en: 'Choose a more precise word, or narrow it down with “dat …”, “van …” or “waarbij …”.',
      },
    },
    check: ({ body }) => hitOf(body, VAGUE) ?? vagueGenus(body),
  },
  {
    id: 'ARAI-03',
    kind: 'style',
    name: { nl: 'Beperk subjectieve bijvoeglijke naamwoorden', en: 'Limit subjective adjectives' },
    rank: { priority: 'midden', obligation: 'optioneel' },
    field: 'definition',
    text: {
      message: {
        nl: '“{value}” is een oordeel waarover lezers van mening kunnen verschillen.',
        en: '“{value}” is a judgement on which readers may differ.',
      },
      advice: {
        nl: 'Laat het woord weg, of noem het kenmerk waaraan het is te zien.',
        en: 'Leave the word out, or name the characteristic by which it can be seen.',
      },
    },
    check: ({ body }) => hitOf(body, SUBJECTIVE),
  },
  {
    id: 'ARAI-04',
    kind: 'style',
    also: ['ARAI-04SUB1'],
    name: { nl: 'Vermijd modale hulpwerkwoorden', en: 'Avoid modal verbs' },
    rank: { priority: 'midden', obligation: 'optioneel' },
    field: 'definition',
    text: {
      message: {
        nl: '“{value}” laat open of het kenmerk er altijd is.',
        en: '“{value}” leaves open whether the characteristic is always there.',
      },
      advice: {
        nl: 'Schrijf wat het begrip is (“die … verricht”), niet wat kan, mag of moet.',
        en: 'Write what the term is (“die … verricht”), not what can, may or must be.',
      },
    },
    check: ({ body }) => hitOf(body, MODAL),
  },
  {
    id: 'ARAI-06SUB1',
    kind: 'style',
    modes: { astra: 'on', 'nl-sbb': 'off' },
    name: { nl: 'Begin zonder lidwoord en niet als volzin', en: 'Start without an article, and not as a sentence' },
    rank: { priority: 'hoog', obligation: 'verplicht' },
    field: 'definition',
    text: {
      message: {
        nl: 'De definitie begint met “{value}” en niet meteen met de kern van het begrip.',
        en: 'The definition starts with “{value}” instead of at once with the essence of the term.',
      },
      advice: {
        nl: 'Laat dit begin weg: “vordering van …” in plaats van “Een eis is een vordering van …”.',
        en: 'Leave this beginning out: “vordering van …” instead of “Een eis is een vordering van …”.',
      },
    },
    check({ body }) {
      if (SENTENCE_OPENING.test(body.opening))
        return { start: -body.opening.length, end: -1, match: body.opening.trim() };
      return hitOf(body, ARTICLE);
    },
  },
];

function vagueGenus(body: NormalisedText): RuleHit | null {
  const from = determinerLength(body.lower);
  const found = VAGUE_GENUS.exec(from === 0 ? body.lower : body.lower.slice(from));
  if (!found) return null;
  const end = from + found[0].length;
  return { start: from, end, match: body.text.slice(from, end) };
}
