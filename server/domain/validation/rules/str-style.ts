import { hitOf, type Rule } from '#domain/validation/rule.ts';

/** "geheel van" is a way of naming a genus in law, so it is no list of parts. */
const PARTS =
  /(?!^)\b(?:bestaat uit|bestaan uit|bestaande uit|samengesteld uit|onderdelen zijn|componenten zijn|omvat|omvatten|vormt een geheel)\b/;
/** Twice within one clause: which parts belong together? */
const AND_TWICE = /\ben\b(?!\/)[^,;:.()]*\ben\b(?!\/)/;
const AND_OR = /\ben ?\/ ?of\b/;
const OR = /\b(?:of|ofwel)\b/;

/** Matters of style in the build of a sentence (STR). */
export const STR_STYLE_RULES: readonly Rule[] = [
  {
    id: 'STR-05',
    kind: 'style',
    name: { nl: 'Definitie is geen constructie', en: 'A definition is no list of parts' },
    rank: { priority: 'midden', obligation: 'verplicht' },
    field: 'definition',
    text: {
      message: {
        nl: '“{value}” leidt een opsomming van onderdelen in.',
        en: '“{value}” introduces a list of parts.',
      },
      advice: {
        nl: 'Zeg wat het geheel is en waaraan het te herkennen is; noem onderdelen in de toelichting.',
        en: 'Say what the whole is and by what it can be recognised; name parts in the explanation.',
      },
    },
    check: ({ body }) => hitOf(body, PARTS),
  },
  {
    id: 'STR-08',
    kind: 'style',
    name: { nl: 'Geen dubbelzinnige “en”', en: 'No ambiguous “en” (and)' },
    rank: { priority: 'midden', obligation: 'verplicht' },
    field: 'definition',
    text: {
      message: {
        nl: 'Het is niet duidelijk wat bij elkaar hoort in “{value}”.',
        en: 'It is not clear what belongs together in “{value}”.',
      },
      advice: {
        nl: 'Splits de opsomming met komma’s, of gebruik “zowel … als …”.',
        en: 'Part the enumeration with commas, or use “zowel … als …” (both … and …).',
      },
    },
    check: ({ body }) => hitOf(body, AND_TWICE),
  },
  {
    id: 'STR-09',
    kind: 'style',
    name: { nl: 'Geen dubbelzinnige “of”', en: 'No ambiguous “of” (or)' },
    rank: { priority: 'midden', obligation: 'verplicht' },
    field: 'definition',
    text: {
      message: {
        nl: '“{value}” laat open of het één, het ander of beide bedoeld is.',
        en: '“{value}” leaves open whether one, the other or both are meant.',
      },
      advice: {
        nl: 'Kies “en” of “of”, of schrijf “het één, het ander of beide”.',
        en: 'Choose “en” (and) or “of” (or), or write “one, the other or both”.',
      },
    },
    check({ body, settings }) {
      const either = hitOf(body, AND_OR);
      if (either) return either;
      // A third of all good definitions has a plain "of": worth a look for who wants it strict, never a failure.
      const plain = settings.profile === 'astra' ? hitOf(body, OR) : null;
      return plain ? { ...plain, remark: true } : null;
    },
  },
];
