import { describe, expect, it } from 'vitest';
import { type DefinitionContent, EMPTY_CONTENT } from './definition.ts';
import {
  applyTransforms,
  SAFE_TRANSFORMS,
  type SafeTransformName,
  TIDY_FINDING_TEXTS,
  transformFor,
  transformName,
  untidyFindings,
} from './safe-transforms.ts';

const content = (more: Partial<DefinitionContent> = {}): DefinitionContent => ({
  ...EMPTY_CONTENT,
  term: 'meldplicht',
  definition: 'plicht om een voorval binnen een dag te melden',
  category: 'type',
  ...more,
});

type Row = [
  name: string,
  transform: SafeTransformName,
  before: Partial<DefinitionContent>,
  after: Partial<DefinitionContent>,
];

const CHANGES: Row[] = [
  ['double spaces', 'spacing', { definition: 'plicht  om   te melden' }, { definition: 'plicht om te melden' }],
  ['hard and thin spaces', 'spacing', { definition: 'artikel\u00a05\u2009lid 2' }, { definition: 'artikel 5 lid 2' }],
  ['tabs and spaces around line ends', 'spacing', { definition: 'a\t \n b' }, { definition: 'a\nb' }],
  ['more than one blank line', 'spacing', { definition: 'a\n\n\n\nb' }, { definition: 'a\n\nb' }],
  ['outer space', 'spacing', { explanation: ' bij twijfel ' }, { explanation: 'bij twijfel' }],
  ['zero-width characters', 'spacing', { term: 'meld\u200bplicht' }, { term: 'meldplicht' }],
  ['a term on two lines', 'spacing', { term: 'meld\nplicht' }, { term: 'meld plicht' }],
  ['spaces in lists', 'spacing', { synonyms: ['plicht  tot melden '] }, { synonyms: ['plicht tot melden'] }],
  [
    'a literal with its language',
    'residue',
    { definition: '"plicht tot melden"@nl' },
    { definition: 'plicht tot melden' },
  ],
  ['quotes around the whole', 'residue', { term: '“meldplicht”' }, { term: 'meldplicht' }],
  [
    'a semicolon at the end',
    'end_punctuation',
    { definition: 'plicht tot melden;' },
    { definition: 'plicht tot melden' },
  ],
  ['a comma and a space at the end', 'end_punctuation', { definition: 'plicht , ' }, { definition: 'plicht' }],
  ['two full stops', 'end_punctuation', { definition: 'plicht tot melden..' }, { definition: 'plicht tot melden.' }],
  [
    'a space before the full stop',
    'end_punctuation',
    { definition: 'plicht tot melden .' },
    { definition: 'plicht tot melden.' },
  ],
  [
    'values that come twice',
    'list_values',
    { legalBasis: ['art. 1 Sr', 'Art. 1 Sr', ''] },
    { legalBasis: ['art. 1 Sr'] },
  ],
  [
    'synonyms that are the term or the preferred term',
    'list_values',
    { preferredTerm: 'plicht', synonyms: ['Meldplicht', 'plicht', 'meldingsplicht'] },
    { preferredTerm: 'plicht', synonyms: ['meldingsplicht'] },
  ],
  [
    'Dutch dates in the legal metadata',
    'date_form',
    { legalMetadata: { ingang: '1-7-2020', nummer: '12-3' } },
    { legalMetadata: { ingang: '2020-07-01', nummer: '12-3' } },
  ],
];

/** What looks like it, but is the author's. */
const LEFT_ALONE: [name: string, Partial<DefinitionContent>][] = [
  ['one blank line', { definition: 'a\n\nb' }],
  ['one full stop', { definition: 'plicht tot melden.' }],
  ['an ellipsis', { definition: 'plicht tot melden...' }],
  ['quotes around a part', { definition: '"plicht" of "gebod"' }],
  ['nothing but quotes', { definition: '""' }],
  ['a day the calendar does not have', { legalMetadata: { ingang: '31-2-2020' } }],
  ['a range of dates', { legalMetadata: { ingang: '1-1-2020 tot 1-2-2020' } }],
  ['different values', { legalContext: ['Strafrecht', 'Bestuursrecht'] }],
];

describe('the safe transforms', () => {
  it.each(CHANGES)('repair %s', (_, transform, before, after) => {
    expect(applyTransforms(content(before), [transform])).toEqual(content(after));
  });

  it.each(CHANGES)('say %s in a finding that names the transform', (_, transform, before) => {
    const codes = untidyFindings(content(before)).map(({ code }) => code);
    expect(codes.map(transformFor)).toContain(transform);
  });

  it.each(CHANGES)('find nothing to do about %s any more', (_, transform, before) => {
    const once = applyTransforms(content(before), SAFE_TRANSFORMS);
    expect(applyTransforms(once, [transform])).toBe(once);
    expect(untidyFindings(once)).toEqual([]);
  });

  it.each(LEFT_ALONE)('leave %s alone', (_, before) => {
    const same = content(before);
    expect(applyTransforms(same, SAFE_TRANSFORMS)).toBe(same);
    expect(untidyFindings(same)).toEqual([]);
  });

  it('do only what is asked', () => {
    const untidy = content({ definition: 'plicht  tot melden;' });
    expect(applyTransforms(untidy, ['spacing']).definition).toBe('plicht tot melden;');
    expect(applyTransforms(untidy, [])).toBe(untidy);
  });

  it('point at the field and show the place', () => {
    expect(untidyFindings(content({ definition: 'plicht tot melden;' }))).toEqual([
      {
        code: 'tidy_end',
        severity: 'info',
        field: 'definition',
        value: 'plicht tot melden;',
        params: { severity: 'low' },
      },
    ]);
    expect(untidyFindings(content({ synonyms: ['plicht', 'Plicht'] }))).toMatchObject([
      { code: 'tidy_list', field: 'synonyms', value: 'Plicht' },
    ]);
  });

  it('have a name and texts in both languages, and no others claim their findings', () => {
    expect(Object.keys(TIDY_FINDING_TEXTS)).toHaveLength(SAFE_TRANSFORMS.length);
    for (const name of SAFE_TRANSFORMS) expect(Object.values(transformName(name)).every(Boolean)).toBe(true);
    expect(transformFor('CON-02')).toBeNull();
  });

  it('look at long texts without taking for ever', () => {
    const started = performance.now();
    for (const piece of [',', ' ', '.', '\n', '"']) untidyFindings(content({ definition: `${piece.repeat(20_000)}x` }));
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
