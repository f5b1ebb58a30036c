import { describe, expect, it } from 'vitest';
import type { UploadPreview } from '#contract/reading.ts';
import { mappingOf } from '#domain/mapping-of.ts';
import { mappingToSend, withMeaning, withUse } from './file-reading.ts';

const COLUMNS: UploadPreview['columns'] = [
  { column: 'begrip', use: 'term', by: 'name', confidence: 1, samples: [] },
  { column: 'Betekenis', use: 'definition', by: 'likeness', confidence: 0.8, samples: [] },
  { column: 'Kleur', use: 'keep', by: null, confidence: 0, samples: [] },
];
const VALUES: UploadPreview['values'] = [
  { field: 'status', from: 'klaar', to: 'review', by: 'likeness', count: 2 },
  { field: 'status', from: 'bezig', to: null, by: null, count: 1 },
];
const previewWith = (mapping: UploadPreview['detected']['mapping']) =>
  ({ columns: COLUMNS, values: VALUES, detected: { mapping } }) as UploadPreview;

describe('how the columns of a file are read', () => {
  const mapping = mappingOf({ columns: COLUMNS, values: VALUES });

  it('needs no word of columns that are known by their names, nor of words without a meaning', () => {
    expect(mapping).toEqual({
      columns: [
        { column: 'Betekenis', use: 'definition' },
        { column: 'Kleur', use: 'keep' },
      ],
      values: [{ field: 'status', from: 'klaar', to: 'review' }],
    });
  });

  it('is only sent along when a table needs it, or when a person chose', () => {
    expect(mappingToSend(previewWith('known'), {})).toBeNull();
    expect(mappingToSend(previewWith('saved'), {})).toEqual(mapping);
    expect(mappingToSend(previewWith('known'), { mapping })).toBe(mapping);
    expect(mappingToSend(undefined, {})).toBeNull();
  });

  it('gives a use to one column at a time, unless several may share it', () => {
    expect(withUse(mapping, 'Kleur', 'definition', false).columns).toEqual([
      { column: 'Betekenis', use: 'keep' },
      { column: 'Kleur', use: 'definition' },
    ]);
    const shared = withUse(withUse(mapping, 'Kleur', 'synonyms', true), 'Betekenis', 'synonyms', true);
    expect(shared.columns.map(({ use }) => use)).toEqual(['synonyms', 'synonyms']);
  });

  it('takes a meaning of a word, and takes it back', () => {
    const given = withMeaning(mapping, { field: 'status', from: 'bezig' }, 'draft');
    expect(given.values).toHaveLength(2);
    expect(withMeaning(given, { field: 'status', from: 'bezig' }, null).values).toEqual(mapping.values);
  });
});
