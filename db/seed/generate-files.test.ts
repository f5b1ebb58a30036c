import { describe, expect, it } from 'vitest';
import { CATEGORIES, CONTENT_FIELDS } from '#domain/definition.ts';
import { generateDefinition } from './generate-definition.ts';
import { generateFiles, invalidFiles } from './generate-files.ts';

const faultOf = (text: string): string => {
  try {
    const file = JSON.parse(text);
    if (!('term' in file)) return 'no term';
    return CATEGORIES.includes(file.category) ? 'none' : 'category';
  } catch {
    return 'no JSON';
  }
};

describe('generateFiles', () => {
  it('gives each definition a file of its own in our JSON format', () => {
    const files = [...generateFiles({ count: 50, seed: 3 })];
    expect(new Set(files.map(({ name }) => name)).size).toBe(50);
    files.forEach(({ name, text }, index) => {
      const { schemaVersion, relations, ...rest } = JSON.parse(text);
      const { relations: expectedRelations, ...expected } = generateDefinition(index, 3);
      expect(name).toMatch(/^definitions\/[a-z0-9-]+-\d{7}\.json$/);
      expect(schemaVersion).toBe(1);
      expect(Object.keys(rest)).toEqual(CONTENT_FIELDS.filter((field) => field !== 'relations'));
      expect(rest).toEqual(expected);
      expect(relations).toEqual(expectedRelations.map(({ type, targetTerm }) => ({ type, target: targetTerm })));
    });
  });

  it('spreads the invalid ones evenly and gives them the three faults in turn', () => {
    const faults = [...generateFiles({ count: 30, invalidPercent: 20 })].map(({ text }) => faultOf(text));
    expect(faults.flatMap((fault, index) => (fault === 'none' ? [] : [index]))).toEqual([4, 9, 14, 19, 24, 29]);
    expect(faults.filter((fault) => fault !== 'none')).toEqual([
      'no term',
      'category',
      'no JSON',
      'no term',
      'category',
      'no JSON',
    ]);
  });

  it.each([
    [100, 0, 0],
    [100, 7, 7],
    [30, 100, 30],
    [3, 50, 1],
  ])('of %i files at %i percent makes %i invalid', (count, invalidPercent, expected) => {
    const faults = [...generateFiles({ count, invalidPercent })].map(({ text }) => faultOf(text));
    expect(faults.filter((fault) => fault !== 'none').length).toBe(expected);
    expect(invalidFiles(count, invalidPercent)).toBe(expected);
  });
});
