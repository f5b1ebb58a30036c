import { describe, expect, it } from 'vitest';
import { meantOf, otherOf, pathOf } from './others-of.ts';

describe('the other definitions of a finding', () => {
  it('are one that it names, stored or in the same upload', () => {
    expect(otherOf({ code: 'DUP-01', params: { other: 'beslag', otherId: 'a' } })).toEqual({
      term: 'beslag',
      id: 'a',
      item: null,
    });
    expect(otherOf({ code: 'ESS-05', params: { other: 'beslag', otherItem: 3 } })?.item).toBe(3);
    expect(otherOf({ code: 'ESS-01' })).toBeNull();
  });

  it('are the steps of a cycle, of which the ends are the definition itself', () => {
    const params = { path: 'a → b → c → a', pathIds: 'id-b #4', other: 'b' };
    expect(pathOf({ code: 'SAM-05', params })).toEqual([
      { term: 'a', id: null, item: null },
      { term: 'b', id: 'id-b', item: null },
      { term: 'c', id: null, item: 4 },
      { term: 'a', id: null, item: null },
    ]);
    expect(otherOf({ code: 'SAM-05', params })).toBeNull();
  });

  it('are those that may have been meant', () => {
    expect(meantOf({ code: 'reference_dangling', params: { meant: 'zaak · zake', meantIds: '- z' } })).toEqual([
      { term: 'zaak', id: null, item: null },
      { term: 'zake', id: 'z', item: null },
    ]);
    expect(meantOf({ code: 'reference_dangling', params: { target: 'x' } })).toEqual([]);
  });
});
