import { describe, expect, it } from 'vitest';
import { facetOptions } from './facet-options.ts';

const facets = {
  status: [
    { value: 'established', count: 40 },
    { value: 'draft', count: 12 },
  ],
  category: [],
  organisation: [
    { value: 'OM', count: 9 },
    { value: 'DJI', count: 4 },
  ],
  legalContext: [],
  verdict: [],
  classification: [],
  visibility: [],
  owner: [],
  total: 52,
};

describe('facetOptions', () => {
  it('puts closed lists in the order of their life, not of their counts', () => {
    expect(facetOptions('status', facets, []).map(({ value }) => value)).toEqual(['draft', 'established']);
  });

  it('leaves free values most frequent first', () => {
    expect(facetOptions('organisation', facets, []).map(({ value }) => value)).toEqual(['OM', 'DJI']);
  });

  it('keeps what is ticked although nothing matches it now', () => {
    expect(facetOptions('organisation', facets, ['IND'])).toContainEqual({ value: 'IND', count: 0 });
  });

  it('has only what is ticked while the counts are not there yet', () => {
    expect(facetOptions('verdict', undefined, ['invalid'])).toEqual([{ value: 'invalid', count: 0 }]);
  });
});
