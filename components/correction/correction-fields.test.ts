import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRecord } from '#domain/check-record.ts';
import { FORM_FIELDS, fieldsWith, textOf } from './correction-fields.ts';

describe('the fields of an item to be put right', () => {
  it('show whatever the file had', () => {
    const fields = {
      term: 42,
      synonyms: ['a', 'b'],
      legalBasis: { x: 1 },
      examples: 'los',
      sources: [],
      relations: 'x',
    };
    expect(textOf(fields, 'term')).toBe('42');
    expect(textOf(fields, 'synonyms')).toBe('a\nb');
    expect(textOf(fields, 'legalBasis')).toBe('{\n  "x": 1\n}');
    expect(textOf(fields, 'examples.sentence')).toBe('los');
    expect(textOf(fields, 'examples.counter')).toBe('');
    expect(textOf(fields, 'sources')).toBe('');
    expect(textOf(fields, 'relations')).toBe('x');
    expect(textOf({}, 'definition')).toBe('');
  });

  it('stay as the file had them when nothing was typed, whatever that was', () => {
    const any = fc.dictionary(
      fc.constantFrom(...FORM_FIELDS.map((field) => field.split('.')[0] as string)),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(any, (fields) => {
        const typed = Object.fromEntries(FORM_FIELDS.map((field) => [field, textOf(fields, field)]));
        expect(fieldsWith(fields, typed)).toEqual(fields);
      }),
    );
  });

  it('take what was typed: lines of a list, a choice, a structure, one kind of examples', () => {
    const before = { term: 42, examples: { counter: ['blijft'] }, eigen: 'ook' };
    const after = fieldsWith(before, {
      term: 'beslag',
      definition: 'Een dwangmiddel.',
      category: 'proces',
      ufoCategory: '',
      legalBasis: ' art. 94 Sv \n\nart. 3:2, eerste lid, Awb',
      'examples.sentence': 'Een zin; met een puntkomma.',
      sources: '[{"title": "Sv"}]',
    });
    expect(after).toEqual({
      term: 'beslag',
      definition: 'Een dwangmiddel.',
      category: 'proces',
      legalBasis: ['art. 94 Sv', 'art. 3:2, eerste lid, Awb'],
      examples: { counter: ['blijft'], sentence: ['Een zin; met een puntkomma.'] },
      sources: [{ title: 'Sv' }],
      eigen: 'ook',
    });
    expect(checkRecord({ fields: after, location: {}, findings: [] }).content).not.toBeNull();
  });

  it('leave a structure that is not right for the check to refuse', () => {
    const { findings } = checkRecord({
      fields: fieldsWith({ term: 'a', definition: 'b c' }, { legalMetadata: '{x' }),
      location: {},
      findings: [],
    });
    expect(findings).toMatchObject([{ code: 'category_missing' }, { code: 'type_wrong', field: 'legalMetadata' }]);
  });
});
