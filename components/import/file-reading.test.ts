import { describe, expect, it } from 'vitest';
import type { UploadPreview } from '#contract/reading.ts';
import { mappingOf } from '#domain/mapping-of.ts';
import {
  mappingsToSend,
  mappingToSend,
  newMappings,
  placeFor,
  type TableGroup,
  withMappingFor,
  withMeaning,
  withPlaceFor,
  withUse,
} from './file-reading.ts';

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
  ({ columns: COLUMNS, values: VALUES, detected: { mapping }, tables: [] as TableGroup[] }) as UploadPreview;

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

describe('how the tables of an archive are read', () => {
  const group = (mapping: TableGroup['mapping'], more: Partial<TableGroup> = {}) =>
    ({
      headers: [mapping],
      columns: COLUMNS,
      values: VALUES,
      missing: [],
      saved: null,
      mapping,
      ...more,
    }) as unknown as TableGroup;
  const saved = { id: 'id', name: null, savedAt: '', savedBy: null };
  const tables = [group('known'), group('needed'), group('saved', { saved }), group('offered', { missing: ['term'] })];
  const mapping = mappingOf({ columns: COLUMNS, values: VALUES });

  it('sends what is saved by its id, what is proposed as it is, and nothing of what is known or cannot be read', () => {
    expect(mappingsToSend([...tables, group('needed', { headers: [], columns: [] })], {})).toEqual({
      mappings: [{ headers: ['needed'], mapping }],
      mappingIds: ['id'],
    });
  });

  it('sends what a person chose in the place of what was saved or proposed, and remembers it', () => {
    const chosen = { columns: [], values: [] };
    const once = withMappingFor({ language: 'en' }, { headers: ['saved'], mapping });
    const choices = withMappingFor(once, { headers: ['saved'], mapping: chosen });
    expect(choices).toEqual({ language: 'en', mappings: [{ headers: ['saved'], mapping: chosen }] });
    const sent = mappingsToSend(tables, choices);
    expect(sent).toEqual({
      mappings: [
        { headers: ['needed'], mapping },
        { headers: ['saved'], mapping: chosen },
      ],
      mappingIds: [],
    });
    expect(newMappings({ ...previewWith('none'), tables }, choices)).toEqual(sent.mappings);
  });
});

it('where a table stands is kept for each of its files, and forgotten when it is as it was found', () => {
  const chosen = withPlaceFor({}, ['a.csv', 'b.csv'], { headerRow: 2 });
  const moved = withPlaceFor(chosen, ['b.csv'], { sheet: 'Oud', headerRow: undefined });
  expect(moved.places).toEqual([
    { file: 'a.csv', headerRow: 2 },
    { file: 'b.csv', sheet: 'Oud' },
  ]);
  expect(withPlaceFor(moved, ['a.csv', 'b.csv'], { sheet: undefined, headerRow: undefined }).places).toEqual([]);
});

it('what is chosen for several files of an archive is kept for each of them, and shown where they agree', () => {
  const all = withPlaceFor({}, ['a.csv', 'b.csv'], { delimiter: '|' });
  const one = withPlaceFor(withPlaceFor(all, ['b.csv'], { encoding: 'utf-8' }), ['a.csv'], { language: 'en' });
  expect(one.places).toEqual([
    { file: 'a.csv', delimiter: '|', language: 'en' },
    { file: 'b.csv', delimiter: '|', encoding: 'utf-8' },
  ]);
  expect(placeFor(one, ['b.csv'])).toEqual({ delimiter: '|', encoding: 'utf-8' });
  expect(placeFor(one, ['a.csv', 'b.csv'])).toEqual({ delimiter: '|' });
  expect(placeFor(one, ['c.csv', 'a.csv'])).toEqual({});
});
