import { normaliseTerm } from '#domain/identity-key.ts';
import { hitOf, type Rule } from '#domain/validation/rule.ts';
import { determinerLength, openingTerm } from '#domain/validation/words.ts';

/** Finite verbs a definition should not open with; linking verbs are ARAI-06's, so that one fault is found once. */
const FINITE_VERB =
  /^(?:kan|kunnen|kon|doet|doen|heeft|hebben|wordt|worden|vormt|vormen|creëert|creëren|moet|moeten|dient|dienen|zal|zullen|mag|mogen|geeft|bestaat|beschrijft)\b/;
const BARE_GENUS =
  /^(?:(?:een|de|het) )?(?:proces|gegeven|activiteit|handeling|maatregel|functie|instantie|persoon|zaak|ding|object)(?:,? (?:die|dat|waarbij|waarmee))?\.?$/;
const DOUBLE_NEGATION =
  /\bniet\b[^,;.]{0,60}\bzonder\b|\bniet on(?:mogelijk|bevoegd|wettig|rechtmatig|gewoon|aannemelijk|waarschijnlijk|gerechtvaardigd|bekend|toelaatbaar|redelijk|nodig|beperkt|begrensd|belangrijk)e?\b|\bonmogelijk om\b[^,;.]{0,40}\b(?:niet|geen)\b|\bzonder (?:geen|niet)\b|\bnooit niet\b/;
const LONG = 300;
const MANY_COMMAS = 6;

/** Rules on the build of the sentence (STR). STR-06 is checked together with ESS-01. */
export const STR_RULES: readonly Rule[] = [
  {
    id: 'STR-01',
    also: ['ARAI-01'],
    name: { nl: 'Start met zelfstandig naamwoord', en: 'Start with a noun' },
    rank: { priority: 'hoog', obligation: 'verplicht' },
    field: 'definition',
    text: {
      message: {
        nl: 'De definitie begint met een vervoegd werkwoord: “{value}”.',
        en: 'The definition starts with a conjugated verb: “{value}”.',
      },
      advice: {
        nl: 'Begin met het zelfstandig naamwoord dat de kern van het begrip is.',
        en: 'Start with the noun that is the essence of the term.',
      },
    },
    check: ({ body }) => hitOf(body, FINITE_VERB),
  },
  {
    id: 'STR-02',
    name: { nl: 'Kick-off is niet de term zelf', en: 'The opening noun is not the term itself' },
    rank: { priority: 'hoog', obligation: 'verplicht' },
    field: 'definition',
    text: {
      message: {
        nl: 'De definitie begint met de term zelf: “{value}”.',
        en: 'The definition starts with the term itself: “{value}”.',
      },
      advice: {
        nl: 'Begin met een ruimer begrip waar de term onder valt.',
        en: 'Start with a broader notion that the term is a kind of.',
      },
    },
    check({ content, body }) {
      // The whole term, not its last word: "digitaal bewijs" may well be "bewijs dat …".
      // A sentence about the term ("Het beslag omvat …") is ARAI-06's.
      const opening = openingTerm(body.lower, content.term);
      if (!opening || opening.verbEnd !== null) return null;
      const { start, end } = opening;
      return { start, end, match: body.text.slice(start, end) };
    },
  },
  {
    id: 'STR-03',
    name: { nl: 'Definitie is geen synoniem', en: 'A definition is not a synonym' },
    rank: { priority: 'hoog', obligation: 'verplicht' },
    field: 'definition',
    text: {
      message: {
        nl: '“{value}” is een ander woord voor de term, geen definitie.',
        en: '“{value}” is another word for the term, not a definition.',
      },
      advice: {
        nl: 'Omschrijf het begrip in een zin; zet het andere woord bij de synoniemen.',
        en: 'Describe the term in a sentence; put the other word with the synonyms.',
      },
    },
    check({ content, body, surroundings }) {
      const start = determinerLength(body.lower);
      const match = body.text.slice(start);
      const isWord = match.split(' ').length <= 2;
      const name = normaliseTerm(match);
      const isSynonym = () =>
        content.synonyms.some((synonym) => normaliseTerm(synonym) === name) ||
        (surroundings?.named.get(name)?.length ?? 0) > 0;
      return isWord || (body.words < 12 && isSynonym()) ? { start, end: body.text.length, match } : null;
    },
  },
  {
    id: 'STR-04',
    name: { nl: 'Kick-off vervolgen met toespitsing', en: 'The opening noun is narrowed down' },
    rank: { priority: 'hoog', obligation: 'verplicht' },
    field: 'definition',
    text: {
      message: {
        nl: 'De definitie blijft steken in een algemeen woord: “{value}”.',
        en: 'The definition goes no further than a general word: “{value}”.',
      },
      advice: {
        nl: 'Voeg toe waarin dit begrip zich onderscheidt, bijvoorbeeld “… waarbij …”.',
        en: 'Add what sets this term apart, for instance “… in which …”.',
      },
    },
    check: ({ body }) => hitOf(body, BARE_GENUS),
  },
  {
    id: 'STR-07',
    name: { nl: 'Geen dubbele ontkenning', en: 'No double negation' },
    rank: { priority: 'midden', obligation: 'verplicht' },
    field: 'definition',
    text: {
      message: { nl: 'De definitie ontkent twee keer: “{value}”.', en: 'The definition negates twice: “{value}”.' },
      advice: { nl: 'Zeg het positief.', en: 'Say it positively.' },
    },
    check: ({ body }) => hitOf(body, DOUBLE_NEGATION),
  },
  {
    id: 'STR-ORG-001',
    name: { nl: 'Zinsstructuur', en: 'Sentence structure' },
    rank: { priority: 'midden', obligation: 'aanbevolen' },
    field: 'definition',
    text: {
      message: {
        nl: 'De zin is lang en heeft veel tussenzinnen.',
        en: 'The sentence is long and has many clauses.',
      },
      advice: {
        nl: 'Maak de zin korter en breng details onder in de toelichting.',
        en: 'Shorten the sentence and move details to the explanation.',
      },
    },
    check: ({ body: { text } }) => (text.length > LONG && text.split(',').length > MANY_COMMAS ? {} : null),
  },
];
