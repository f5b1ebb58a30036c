import type { NormalisedText } from '#domain/validation/normalise.ts';
import { hitOf, type Rule, type RuleHit } from '#domain/validation/rule.ts';

const MANY_WORDS = 40;
/** Relative "die", "dat" and "waar-" are what a definition is made of; these point back to something. */
const POINTING = /\b(?:deze|dit|daarvan|daarbij|daarmee|daarop|hiervan|hiermee|hierbij|diens)\b/;
const UNNAMED =
  /\b(?:de (instelling|maatregel|activiteit|persoon|functie|organisatie|toezichthouder)|het (proces|gegeven|systeem|document|resultaat|beleid|instrument))\b(?!,? (?:die|dat|van|waar\w*|in|met|tot)\b)/g;
/** "niet onherroepelijk" and the like are legal states of their own. */
const NEGATION = /\b(?:niet(?! on(?:herroepelijk|middellijk)\b)|geen|zonder|uitgezonderd|behalve|vermijdt)\b/;

/** Matters of style that make a text harder to understand (INT). */
export const INT_STYLE_RULES: readonly Rule[] = [
  {
    id: 'INT-01SUB1',
    kind: 'style',
    name: { nl: 'Zin is niet te lang', en: 'The sentence is not too long' },
    rank: { priority: 'midden', obligation: 'aanbevolen' },
    field: 'definition',
    text: {
      message: {
        nl: 'De definitie telt {count} woorden; boven de veertig raakt een lezer de draad kwijt.',
        en: 'The definition has {count} words; beyond forty a reader loses the thread.',
      },
      advice: {
        nl: 'Breng details onder in de toelichting.',
        en: 'Move details to the explanation.',
      },
    },
    check: ({ body }) => (body.words > MANY_WORDS ? { params: { count: body.words } } : null),
  },
  {
    id: 'INT-03',
    kind: 'style',
    name: { nl: 'Verwijzing met voornaamwoord is duidelijk', en: 'Pronouns refer clearly' },
    rank: { priority: 'midden', obligation: 'verplicht' },
    field: 'definition',
    text: {
      message: {
        nl: 'Waar “{value}” naar verwijst, moet de lezer raden.',
        en: 'The reader must guess what “{value}” refers to.',
      },
      advice: { nl: 'Noem wat u bedoelt.', en: 'Name what you mean.' },
    },
    check: ({ body }) => hitOf(body, POINTING),
  },
  {
    id: 'INT-04',
    kind: 'style',
    name: { nl: 'Verwijzing met lidwoord is duidelijk', en: 'Definite articles refer clearly' },
    rank: { priority: 'midden', obligation: 'verplicht' },
    field: 'definition',
    text: {
      message: {
        nl: '“{value}” is niet eerder genoemd: welke of welk is het?',
        en: '“{value}” was not mentioned before: which one is it?',
      },
      advice: {
        nl: 'Schrijf “een”, of bepaal nader welke u bedoelt met “die …”, “dat …” of “van …”.',
        en: 'Write “een” (a), or say which one you mean with “die …”, “dat …” or “van …”.',
      },
    },
    check: ({ body }) => unnamed(body),
  },
  {
    id: 'INT-08',
    kind: 'style',
    name: { nl: 'Positieve formulering', en: 'Positive wording' },
    rank: { priority: 'midden', obligation: 'verplicht' },
    field: 'definition',
    text: {
      message: {
        nl: 'De definitie zegt met “{value}” wat het begrip niet is.',
        en: 'With “{value}” the definition says what the term is not.',
      },
      advice: {
        nl: 'Zeg wat het wel is. Een uitzondering die het begrip inperkt, mag blijven.',
        en: 'Say what it is. An exception that narrows the term may stay.',
      },
    },
    check: ({ body }) => hitOf(body, NEGATION),
  },
];

/** The first noun with a definite article that was not there before. */
function unnamed(body: NormalisedText): RuleHit | null {
  UNNAMED.lastIndex = 0;
  for (let found = UNNAMED.exec(body.lower); found; found = UNNAMED.exec(body.lower)) {
    const start = found.index;
    // What opens the definition is its genus, not a reference.
    if (start === 0 || body.lower.slice(0, start).includes(found[1] ?? found[2] ?? '')) continue;
    const end = start + found[0].length;
    return { start, end, match: body.text.slice(start, end) };
  }
  return null;
}
