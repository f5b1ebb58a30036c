import fc from 'fast-check';
import { checkRecord } from '#domain/check-record.ts';
import {
  CASE_REFERENCE_KINDS,
  CATEGORIES,
  CLASSIFICATIONS,
  DEFINITION_STATUSES,
  type DefinitionContent,
  RELATION_TYPES,
  UFO_CATEGORIES,
} from '#domain/definition.ts';
import type { WriteRecord } from '#server/formats/format.ts';
import { ONE_OF_EACH_IDENTIFIER } from './one-of-each-identifier.ts';

/** What breaks files: quotes, line ends, delimiters, markup, formulas, other scripts, numbers that are none, keywords. */
const AWKWARD = [
  '1.10',
  '007',
  '=1+1',
  '+31 6',
  '-x',
  '@som(A1)',
  "'=1",
  "''@x",
  '＝kwaad',
  'null',
  'true',
  'Nee; wel "zo"',
  "'s-Gravenhage",
  'a;b,c|d\te',
  '[a]',
  '["a"]',
  '{"a": 1}',
  '"beslag"@nl',
  'a"@nl',
  'eerste\n\n  tweede \n# kop\n---\nterm: x',
  '---',
  '- x\n- y',
  '# kop',
  '\\# kop',
  '> citaat',
  'a: b #c',
  '<b>&amp;</b> ]]>',
  'Bron: x',
  'Toelichting: y',
  'voorkeursterm',
  'broader: strafvordering',
  '👩🏽‍⚖️ rechter',
  'מדינה',
  'حكم قضائي',
  'e\u0301e\u0301n',
  '\u202eomgekeerd',
  '\ufeffa',
  '\ufffe',
  'a\u2028b\u0085c',
  'zin. ; nog een zin.',
  'a | b',
  '*sterk* _en_ `code`',
  '[beslag](#beslag)',
  '- Ontologische categorie: proces\n\nx',
  'lang '.repeat(2_000),
];

const identifier = fc.constantFrom(...Object.values(ONE_OF_EACH_IDENTIFIER));
const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...AWKWARD) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom(...AWKWARD), fc.constantFrom(...AWKWARD)).map((two) => two.join(' ')),
  },
  { weight: 1, arbitrary: identifier },
);
const short = text.map((long) => long.slice(0, 80));
const list = fc.array(short, { maxLength: 3 });
const nullable = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });
const day = fc.date({ min: new Date('1900-01-01'), max: new Date('1999-01-01'), noInvalidDate: true }).map(isoDay);
const later = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }).map(isoDay);
const ID = '0190a000-0000-7000-8000-00000000000';

const fields = fc.record({
  term: short,
  definition: text,
  category: fc.constantFrom(...CATEGORIES),
  status: fc.constantFrom(...DEFINITION_STATUSES),
  ufoCategory: nullable(fc.constantFrom(...UFO_CATEGORIES)),
  organisationalContext: list,
  legalContext: list,
  legalBasis: list,
  preferredTerm: nullable(short),
  synonyms: list,
  antonyms: list,
  examples: fc.record({ sentence: list, practical: list, counter: list }),
  explanation: nullable(text),
  sources: fc.array(
    fc.record({
      title: short,
      uri: nullable(fc.oneof(fc.constantFrom('https://wetten.overheid.nl/BWBR0001854', 'geen adres'), identifier)),
      citation: nullable(short),
    }),
    { maxLength: 2 },
  ),
  caseReferences: fc.array(
    fc.record({
      kind: fc.constantFrom(...CASE_REFERENCE_KINDS),
      value: fc.oneof(short, identifier),
    }),
    { maxLength: 2 },
  ),
  legalMetadata: fc.dictionary(short, short, { maxKeys: 2 }),
  chainPartners: list,
  classification: fc.constantFrom(...CLASSIFICATIONS),
  language: fc.constantFrom('nl', 'en', 'nl-BE'),
  validFrom: nullable(day),
  validUntil: nullable(later),
  relations: fc.array(
    fc.record({
      type: fc.constantFrom(...RELATION_TYPES),
      targetId: nullable(fc.constantFrom(`${ID}1`, `${ID}2`)),
      targetTerm: nullable(short),
    }),
    { maxLength: 2 },
  ),
  extras: fc.dictionary(short, fc.jsonValue({ maxDepth: 3 }), { maxKeys: 2 }),
});

/** Content as it is stored: whatever a file said, after the check of a record. */
const anyContent: fc.Arbitrary<DefinitionContent> = fields
  .map((own) => checkRecord({ fields: own, location: {}, findings: [] }).content)
  .filter((content) => content !== null);

/** Records to write, some of them stored and some not. */
export const anyRecords: fc.Arbitrary<WriteRecord[]> = fc.array(
  fc.record({
    content: anyContent,
    meta: fc.option(
      fc.record({
        id: fc.uuid({ version: 7 }),
        version: fc.integer({ min: 1, max: 9 }),
        contentHash: fc.constant('ab'.repeat(32)),
      }),
      { nil: null },
    ),
  }),
  { minLength: 1, maxLength: 3 },
);

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}
