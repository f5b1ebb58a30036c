import { describe, expect, it } from 'vitest';
import { type DefinitionContent, EMPTY_CONTENT } from '#domain/definition.ts';
import { checkForm, placeErrors } from './check-form.ts';
import { changedFields, rebase, toForm, toPatch } from './form-values.ts';

const base: DefinitionContent = {
  ...EMPTY_CONTENT,
  term: 'verdachte',
  definition: 'Degene tegen wie een vermoeden van schuld bestaat.',
  category: 'type',
  explanation: 'Zie ook beklaagde.',
  synonyms: ['beklaagde', 'verdachte persoon'],
  examples: { sentence: ['Eerste regel\ntweede regel.'], practical: [], counter: [] },
  sources: [{ title: 'Wetboek van Strafvordering', uri: null, citation: 'art. 27' }],
  validFrom: '2024-01-31',
};
const form = toForm(base);

describe('what is sent', () => {
  it('is nothing when nothing was typed, whatever the values look like', () => {
    expect(changedFields(form, base)).toEqual([]);
    expect(toPatch(form, base)).toEqual({});
  });

  it('is only what was changed', () => {
    expect(toPatch({ ...form, term: ' de verdachte ' }, base)).toEqual({ term: 'de verdachte' });
  });

  it('clears what was emptied', () => {
    expect(toPatch({ ...form, explanation: '  ', validFrom: '', synonyms: '' }, base)).toEqual({
      explanation: null,
      validFrom: null,
      synonyms: [],
    });
  });

  it('reads lists line by line and days as they are written here', () => {
    expect(toPatch({ ...form, synonyms: ' beklaagde\n\nverweerder ', validUntil: '1-2-2027' }, base)).toEqual({
      synonyms: ['beklaagde', 'verweerder'],
      validUntil: '2027-02-01',
    });
  });

  it('leaves an example with line breaks alone while another kind is changed', () => {
    expect(toPatch({ ...form, counter: 'Een getuige.' }, base)).toEqual({
      examples: { sentence: ['Eerste regel\ntweede regel.'], practical: [], counter: ['Een getuige.'] },
    });
  });

  it('drops rows that were left empty', () => {
    const sources = [...form.sources, { title: ' ', uri: '', citation: '' }];
    expect(toPatch({ ...form, sources }, base)).toEqual({ sources: base.sources });
  });
});

describe('a newer version by somebody else', () => {
  const latest = { ...base, definition: 'Een nieuwe tekst.', explanation: 'Van de ander.' };

  it('is taken over where this person typed nothing, and loses nothing typed', () => {
    const { values, both } = rebase({ ...form, term: 'de verdachte' }, base, latest);
    expect(values.term).toBe('de verdachte');
    expect(values.definition).toBe('Een nieuwe tekst.');
    expect(both).toEqual([]);
    expect(toPatch(values, latest)).toEqual({ term: 'de verdachte' });
  });

  it('is named where both changed the same field, and this person\u2019s text stands', () => {
    const { values, both } = rebase({ ...form, explanation: 'Van mij.' }, base, latest);
    expect(values.explanation).toBe('Van mij.');
    expect(both).toEqual(['explanation']);
  });

  it('is no conflict where both typed the same', () => {
    expect(rebase({ ...form, explanation: 'Van de ander.' }, base, latest).both).toEqual([]);
  });
});

describe('checkForm', () => {
  it('is content with a definition as it is and a reason', () => {
    expect(checkForm(form, 'Taalfout hersteld')).toEqual({});
  });

  it('asks for a term, a definition and a reason', () => {
    expect(checkForm({ ...form, term: ' ', definition: '' }, ' ')).toEqual({
      term: { key: 'required' },
      definition: { key: 'required' },
      reason: { key: 'reason' },
    });
  });

  it('refuses days that do not exist or run backwards', () => {
    expect(checkForm({ ...form, validFrom: '31-2-2024' }, 'x')).toEqual({ validFrom: { key: 'noDay' } });
    expect(checkForm({ ...form, validUntil: '30-01-2024' }, 'x')).toEqual({ validUntil: { key: 'untilBeforeFrom' } });
  });

  it('limits the term to 255 characters', () => {
    expect(checkForm({ ...form, term: 'x'.repeat(256) }, 'x')).toEqual({ term: { key: 'tooLong', limit: 255 } });
  });

  it('wants a title for every source', () => {
    expect(checkForm({ ...form, sources: [{ title: '', uri: 'https://x.nl', citation: '' }] }, 'x')).toEqual({
      sources: { key: 'sourceTitle' },
    });
  });
});

describe('placeErrors', () => {
  it('puts the remarks of the server at their fields and keeps the others', () => {
    const errors = [
      { path: 'synonyms.3', message: 'Te lang.' },
      { path: 'examples.counter.0', message: 'Te lang.' },
      { path: '', message: 'Onbekend.' },
    ];
    expect(placeErrors(errors, Object.keys(form))).toEqual({
      placed: { synonyms: { text: 'Te lang.' }, counter: { text: 'Te lang.' } },
      rest: ['Onbekend.'],
    });
  });
});
