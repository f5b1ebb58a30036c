import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cyclesOf } from './cycles.ts';

const graphs = fc
  .integer({ min: 1, max: 9 })
  .chain((count) =>
    fc.array(fc.uniqueArray(fc.nat(count - 1), { maxLength: 3 }), { minLength: count, maxLength: count }),
  );

/** How long the shortest way from a node back to it is, by trying all of them; null when there is none. */
function shortestBack(references: readonly (readonly number[])[], start: number): number | null {
  let reached = new Set([start]);
  for (let length = 1; length <= references.length; length++) {
    reached = new Set([...reached].flatMap((node) => references[node] as number[]));
    if (reached.has(start)) return length;
  }
  return null;
}

describe('the cycles of a graph', () => {
  it('are found for just the nodes that lead back to themselves, each with a way that exists', () => {
    fc.assert(
      fc.property(graphs, (references) => {
        const found = cyclesOf(references);
        for (const node of references.keys()) {
          const path = found.get(node)?.first(99);
          expect(path !== undefined).toBe(shortestBack(references, node) !== null);
          if (!path) continue;
          expect(path[0]).toBe(node);
          expect(new Set(path).size).toBe(path.length);
          for (const [at, step] of path.entries()) expect(references[step]).toContain(path[(at + 1) % path.length]);
        }
      }),
    );
  });

  it('are as short as can be for the node they were looked for from', () => {
    fc.assert(
      fc.property(graphs, (references) => {
        const found = cyclesOf(references);
        const [first] = found.keys();
        if (first !== undefined) expect(found.get(first)?.length).toBe(shortestBack(references, first));
      }),
    );
  });

  it('say who refers to itself, and begin with whoever asks', () => {
    const found = cyclesOf([[1], [2], [0], [3], []]);
    expect(found.get(1)?.first(9)).toEqual([1, 2, 0]);
    expect(found.get(2)?.first(2)).toEqual([2, 0]);
    expect(found.get(3)?.first(9)).toEqual([3]);
    expect(found.has(4)).toBe(false);
  });

  it('may go round a hundred thousand nodes', () => {
    const count = 100_000;
    const found = cyclesOf(Array.from({ length: count }, (_, node) => [(node + 1) % count]));
    expect(found.size).toBe(count);
    expect(found.get(count - 1)?.first(3)).toEqual([count - 1, 0, 1]);
  });
});
