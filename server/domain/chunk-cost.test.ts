import { describe, expect, it } from 'vitest';
import { addChunk, type ChunkCosts, costOf } from './chunk-cost.ts';

const learned = (...chunks: [items: number, ms: number][]) =>
  costOf(chunks.reduce<ChunkCosts | null>((costs, [items, ms]) => addChunk(costs, items, ms), null) as ChunkCosts);

describe('what chunks cost', () => {
  it('is all the items’, while every chunk has the same size', () => {
    expect(learned([20, 40])).toEqual({ fixedMs: 0, msPerItem: 2 });
    expect(learned([20, 40], [20, 60])).toEqual({ fixedMs: 0, msPerItem: 2.3 });
  });

  it('is told apart once sizes differ: so much for each chunk, so much for each item', () => {
    const { fixedMs, msPerItem } = learned([20, 70], [100, 150], [50, 100], [200, 250]);
    expect(fixedMs).toBeCloseTo(50);
    expect(msPerItem).toBeCloseTo(1);
  });

  it('is never less than nothing, however the noise falls', () => {
    const { fixedMs, msPerItem } = learned([20, 300], [100, 50]);
    expect(fixedMs).toBeGreaterThan(0);
    expect(msPerItem).toBeGreaterThan(0);
    expect(learned([20, 10], [100, 300]).fixedMs).toBe(0);
  });
});
