import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dependencyLevels } from './dependency-order.ts';

/** Up to 12 items that refer to each other at random, themselves included. */
const graphs = fc
  .integer({ min: 0, max: 12 })
  .chain((count) =>
    count === 0
      ? fc.constant([] as number[][])
      : fc.array(fc.array(fc.nat(count - 1), { maxLength: 4 }), { minLength: count, maxLength: count }),
  );

/** The same by brute force: who reaches whom, then the longest way down over what is not one's own circle. */
function naive(references: readonly (readonly number[])[]) {
  const count = references.length;
  const reaches = references.map((targets) => new Set(targets));
  for (let changed = true; changed; ) {
    changed = false;
    for (const set of reaches)
      for (const target of set)
        for (const further of reaches[target] ?? [])
          if (!set.has(further)) {
            set.add(further);
            changed = true;
          }
  }
  const together = (a: number, b: number) => a === b || (reaches[a]?.has(b) && reaches[b]?.has(a));
  const circleOf = (node: number) =>
    Array.from({ length: count }, (_, other) => other).filter((other) => together(node, other));
  const known = new Map<number, number>();
  const level = (node: number): number => {
    const circle = circleOf(node);
    const first = circle[0] as number;
    const seen = known.get(first);
    if (seen !== undefined) return seen;
    const below = circle.flatMap((member) => (references[member] ?? []).filter((target) => !together(node, target)));
    const found = Math.max(-1, ...below.map(level)) + 1;
    known.set(first, found);
    return found;
  };
  const circles = new Map(references.map((_, node) => [circleOf(node)[0], circleOf(node)]));
  return {
    levels: references.map((_, node) => level(node)),
    cycles: [...circles.values()].filter((circle) => circle.length > 1),
  };
}

const sorted = (cycles: readonly number[][]) => cycles.toSorted((a, b) => (a[0] as number) - (b[0] as number));

describe('dependencyLevels', () => {
  it('agrees with brute force on any graph', () => {
    fc.assert(
      fc.property(graphs, (references) => {
        const { levels, cycles } = dependencyLevels(references);
        const expected = naive(references);
        expect([...levels]).toEqual(expected.levels);
        expect(sorted(cycles)).toEqual(sorted(expected.cycles));
      }),
      { numRuns: 1_000 },
    );
  });

  it('puts what is referred to lower, and a circle on one level', () => {
    const { levels, cycles } = dependencyLevels([[1], [2], [], [4, 0], [5], [3], [6]]);
    expect([...levels]).toEqual([2, 1, 0, 3, 3, 3, 0]);
    expect(cycles).toEqual([[3, 4, 5]]);
  });

  it.each([
    ['forwards', (index: number, last: number) => (index < last ? [index + 1] : [])],
    ['backwards', (index: number) => (index > 0 ? [index - 1] : [])],
  ])('follows a chain of 100 000 items %s', (_, link) => {
    const references = Array.from({ length: 100_000 }, (_, index) => link(index, 99_999));
    const { levels, cycles } = dependencyLevels(references);
    expect(levels[0] as number).toBe(link(0, 99_999).length > 0 ? 99_999 : 0);
    expect(new Set(levels).size).toBe(100_000);
    expect(cycles).toEqual([]);
  });

  it('finds a circle of 100 000 items', () => {
    const references = Array.from({ length: 100_000 }, (_, index) => [(index + 1) % 100_000]);
    const { levels, cycles } = dependencyLevels(references);
    expect(cycles.map((cycle) => cycle.length)).toEqual([100_000]);
    expect(new Set(levels)).toEqual(new Set([0]));
  });
});
