import { describe, expect, it } from 'vitest';
import { type DefinitionContent, EMPTY_CONTENT } from '#domain/definition.ts';
import { contentChanges } from './content-changes.ts';

const before: DefinitionContent = {
  ...EMPTY_CONTENT,
  term: 'verdachte',
  definition: 'Degene tegen wie een vermoeden van schuld bestaat.',
  category: 'type',
  explanation: 'Zie ook beklaagde.',
  synonyms: ['beklaagde'],
};

const fieldsOf = (after: Parameters<typeof contentChanges>[1]) =>
  contentChanges(before, after).map(({ field }) => field);

describe('contentChanges', () => {
  it('lists the fields that differ in the order of the file', () => {
    expect(fieldsOf({ ...before, synonyms: [], term: 'de verdachte' })).toEqual(['term', 'synonyms']);
  });

  it('tells absent (leave alone) from null (clear) from a value (set)', () => {
    expect(fieldsOf({ term: 'verdachte' })).toEqual([]);
    expect(fieldsOf({ explanation: undefined })).toEqual([]);
    expect(contentChanges(before, { explanation: null })).toEqual([
      { field: 'explanation', before: 'Zie ook beklaagde.', after: null },
    ]);
    expect(fieldsOf({ explanation: 'Anders.' })).toEqual(['explanation']);
  });

  it('does not mind the order of keys or the way an accent is written', () => {
    const accented = { ...before, legalMetadata: { a: '1', b: 'é' } };
    expect(contentChanges(accented, { legalMetadata: { b: 'e\u0301', a: '1' } })).toEqual([]);
  });

  it('shows everything a new definition says, and nothing it leaves empty', () => {
    const fields = contentChanges(null, before).map(({ field }) => field);
    expect(fields).toEqual([
      'term',
      'definition',
      'category',
      'status',
      'synonyms',
      'explanation',
      'classification',
      'language',
    ]);
  });
});
