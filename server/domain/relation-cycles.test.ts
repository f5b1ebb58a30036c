import { describe, expect, it } from 'vitest';
import type { RelationType } from './definition.ts';
import { relationCycles } from './relation-cycles.ts';

const links = (...written: [number, RelationType, number][]) => written.map(([from, type, to]) => ({ from, type, to }));

function found(count: number, ...written: [number, RelationType, number][]): Record<number, string> {
  const cycles = relationCycles(count, links(...written));
  return Object.fromEntries([...cycles].map(([node, { by, path }]) => [node, `${by} ${path.first(9).join('>')}`]));
}

describe('relations that lead round', () => {
  it('put a definition above itself', () => {
    expect(found(3, [0, 'broader', 1], [1, 'part_of', 2], [2, 'depends_on', 0])).toEqual({
      0: 'hierarchy 0>1>2',
      1: 'hierarchy 1>2>0',
      2: 'hierarchy 2>0>1',
    });
    expect(found(1, [0, 'broader', 0])).toEqual({ 0: 'hierarchy 0' });
  });

  it('are none when they say the same from both sides', () => {
    expect(found(2, [0, 'broader', 1], [1, 'narrower', 0])).toEqual({});
    expect(found(2, [0, 'has_part', 1], [1, 'part_of', 0])).toEqual({});
    expect(found(2, [0, 'related', 1], [1, 'related', 0])).toEqual({});
  });

  it('contradict each other', () => {
    expect(found(2, [0, 'broader', 1], [0, 'narrower', 1])).toEqual({ 0: 'hierarchy 0>1', 1: 'hierarchy 1>0' });
  });

  it('only refer on and on', () => {
    expect(found(4, [0, 'related', 1], [1, 'related', 2], [2, 'related', 0], [3, 'related', 0])).toEqual({
      0: 'reference 0>1>2',
      1: 'reference 1>2>0',
      2: 'reference 2>0>1',
    });
    expect(found(2, [0, 'broader', 1], [1, 'related', 0])).toEqual({ 0: 'reference 0>1', 1: 'reference 1>0' });
  });
});
