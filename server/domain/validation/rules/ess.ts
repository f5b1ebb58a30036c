import type { NormalisedText } from '#domain/validation/normalise.ts';
import { hitOf, type Rule, type RuleHit } from '#domain/validation/rule.ts';
import { otherCategory } from './genus.ts';

const PURPOSE =
  /\b(?:met (?:als|tot) doel|bedoeld (?:om|voor)|teneinde|opdat|ten behoeve van|in het kader van|zodat|met het oog op|voor het verkrijgen van)\b/;
const IN_ORDER_TO = /\bom(?: \S+){0,6}? te\b/;
/** Words whose very meaning is completed by "om … te": a right to speak is no right for the purpose of speaking. */
const COMPLETED_BY_OM =
  /(?:recht|bevoegdheid|bevoegd|plicht|verplichting|bevel|verzoek|vordering|vraag|besluit|beslissing|toestemming|goedkeuring|verbod|opdracht|vermogen|aanbod|afspraak|overeenkomst|mogelijkheid|aanwijzing|vergunning|machtiging|ontheffing|voornemen|weigering|nalatigheid|nalaten|noodzaak|nodig|geschikt|voldoende|genoeg)\b[^.;]{0,60}$/;
const DIRECTED = /\bgericht op\b/;
const UNTESTABLE =
  /\b(?:zo (?:snel|spoedig|veel|goed) mogelijk|tijdige?|(?:binnen )?(?:een )?redelijke termijn|in de regel|doorgaans|naar behoren|indien mogelijk)\b/;

/** Rules on the legal substance of a definition (ESS). */
export const ESS_RULES: readonly Rule[] = [
  {
    id: 'ESS-01',
    also: ['STR-06'],
    name: { nl: 'Essentie, niet doel', en: 'Essence, not purpose' },
    rank: { priority: 'hoog', obligation: 'verplicht' },
    field: 'definition',
    text: {
      message: {
        nl: 'De definitie zegt waarvoor iets dient (“{value}”) in plaats van wat het is.',
        en: 'The definition says what something is for (“{value}”) instead of what it is.',
      },
      advice: {
        nl: 'Beschrijf de wezenlijke kenmerken; zet het doel of gebruik in de toelichting.',
        en: 'Describe the essential characteristics; put the purpose or use in the explanation.',
      },
    },
    check({ body }) {
      const purpose = hitOf(body, PURPOSE) ?? inOrderTo(body);
      if (purpose) return purpose;
      const directed = hitOf(body, DIRECTED);
      return directed ? { ...directed, remark: true } : null;
    },
  },
  {
    id: 'ESS-02',
    kind: 'metadata',
    name: { nl: 'Ontologische categorie expliciteren', en: 'Make the ontological category explicit' },
    rank: { priority: 'hoog', obligation: 'verplicht' },
    field: 'category',
    text: {
      message: {
        nl: 'Er is niet gezegd of dit een type, proces, resultaat of exemplaar is.',
        en: 'It is not said whether this is a type, a process, a result or an instance.',
      },
      advice: {
        nl: 'Kies een categorie; OTH (overig) zegt niets over de aard van het begrip.',
        en: 'Choose a category; OTH (other) says nothing about the nature of the term.',
      },
    },
    check: ({ content }) => (content.category === 'OTH' ? {} : null),
  },
  {
    id: 'ESS-02SUB1',
    kind: 'style',
    modes: { astra: 'remark', 'nl-sbb': 'remark' },
    name: { nl: 'Categorie past bij de kern', en: 'The category fits the opening noun' },
    rank: { priority: 'midden', obligation: 'aanbevolen' },
    field: 'category',
    text: {
      message: {
        nl: '“{value}” duidt op een {genus}, maar de categorie is {category}.',
        en: '“{value}” points to the category {genus}, but the category is {category}.',
      },
      advice: {
        nl: 'Kijk of de categorie klopt, of kies een kern die bij de categorie past.',
        en: 'See whether the category is right, or choose an opening noun that fits it.',
      },
    },
    check: ({ content, body }) => otherCategory(content.category, body),
  },
  {
    id: 'ESS-04',
    name: { nl: 'Toetsbaarheid', en: 'Testability' },
    rank: { priority: 'midden', obligation: 'verplicht' },
    field: 'definition',
    text: {
      message: {
        nl: 'Of aan “{value}” is voldaan, kan niemand vaststellen.',
        en: 'Nobody can establish whether “{value}” is met.',
      },
      advice: {
        nl: 'Noem een termijn, getal of kenmerk dat te toetsen is, zoals “binnen drie dagen na …”.',
        en: 'Give a period, a number or a characteristic that can be tested, such as “binnen drie dagen na …”.',
      },
    },
    check: ({ body }) => hitOf(body, UNTESTABLE),
  },
  {
    id: 'ESS-CONT-001',
    also: ['STR-FORM-001'],
    name: { nl: 'Essentiële inhoud aanwezig', en: 'Essential content present' },
    rank: { priority: 'hoog', obligation: 'verplicht' },
    field: 'definition',
    text: {
      message: {
        nl: 'De definitie heeft te weinig inhoud: minder dan zes woorden.',
        en: 'The definition has too little content: fewer than six words.',
      },
      advice: {
        nl: 'Noem waar het begrip onder valt en waarin het zich van verwante begrippen onderscheidt.',
        en: 'Say what the term is a kind of and how it differs from related terms.',
      },
    },
    check: ({ body }) => (body.words < 6 ? {} : null),
  },
];

function inOrderTo(body: NormalisedText): RuleHit | null {
  const hit = hitOf(body, IN_ORDER_TO);
  const start = hit?.start ?? 0;
  return hit && !COMPLETED_BY_OM.test(body.lower.slice(Math.max(0, start - 90), start)) ? hit : null;
}
