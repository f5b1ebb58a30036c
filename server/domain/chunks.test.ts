import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adaptChunkSize, type ChunkPlan, chunkSizeFor, MAX_CHUNK_SIZE, planChunks } from './chunks.ts';

/** Levels as an order of work has them: never descending. */
const levels = fc
  .array(fc.integer({ min: 0, max: 6 }), { maxLength: 60 })
  .map((list) => list.toSorted((a, b) => a - b));
const size = fc.integer({ min: 1, max: 12 });

/** Works the chunks off with any number of lanes, in an order that only `after` restrains; answers the order they ended in. */
function workOff(chunks: readonly ChunkPlan[], lanes: number, choose: (count: number) => number): ChunkPlan[][] {
  const done = new Set<number>();
  const atWork: ChunkPlan[] = [];
  const steps: ChunkPlan[][] = [];
  while (done.size < chunks.length) {
    const mayStart = chunks.filter(
      ({ number, after }) =>
        !done.has(number) &&
        !atWork.some((one) => one.number === number) &&
        chunks.slice(0, after).every((one) => done.has(one.number)),
    );
    const start = mayStart.length > 0 && atWork.length < lanes && (atWork.length === 0 || choose(2) === 0);
    if (start) {
      atWork.push(mayStart[choose(mayStart.length)] as ChunkPlan);
      // Everything at work at once: none of these sees what another writes.
      steps.push([...atWork]);
    } else {
      if (atWork.length === 0) throw new Error('Nothing may start and nothing is at work');
      const [ended] = atWork.splice(choose(atWork.length), 1);
      done.add((ended as ChunkPlan).number);
    }
  }
  return steps;
}

describe('planChunks', () => {
  it('covers every item once, in order, in chunks of the size asked', () => {
    fc.assert(
      fc.property(levels, size, (list, wanted) => {
        const chunks = planChunks(list, wanted);
        expect(chunks.flatMap(({ first, last }) => range(first, last))).toEqual(range(0, list.length - 1));
        expect(chunks.map(({ number }) => number)).toEqual(range(0, chunks.length - 1));
        for (const { first, last, number } of chunks.slice(0, -1))
          expect([number, last - first + 1]).toEqual([number, wanted]);
        for (const { number, after } of chunks) expect(after).toBeLessThanOrEqual(number);
      }),
    );
  });

  it('lets no item run before everything of a lower level is there, with any lanes in any order', () => {
    fc.assert(
      fc.property(
        levels,
        size,
        fc.integer({ min: 1, max: 8 }),
        fc.infiniteStream(fc.nat()),
        (list, wanted, lanes, dice) => {
          const choose = (count: number) => (dice.next().value as number) % count;
          const done = new Set<number>();
          let before: ChunkPlan[] = [];
          for (const atWork of workOff(planChunks(list, wanted), lanes, choose)) {
            for (const ended of before.filter((one) => !atWork.includes(one)))
              for (const item of range(ended.first, ended.last)) done.add(item);
            before = atWork;
            const started = atWork.at(-1) as ChunkPlan;
            // Within a chunk the order of work decides; what is lower must be done or in front of it there.
            for (const item of range(started.first, started.last)) {
              const lower = list.flatMap((level, other) => (level < (list[item] as number) ? [other] : []));
              for (const other of lower) expect(done.has(other) || (other >= started.first && other < item)).toBe(true);
            }
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('lets everything of one level run at once', () => {
    expect(planChunks(new Int32Array(100), 20).every(({ after }) => after === 0)).toBe(true);
    expect(planChunks([0, 0, 1, 1, 1, 1], 2).map(({ after }) => after)).toEqual([0, 1, 1]);
    expect(planChunks([0, 0, 0, 1, 1, 1], 2).map(({ after }) => after)).toEqual([0, 1, 2]);
  });

  it('makes no chunk of nothing', () => {
    expect(planChunks([], 20)).toEqual([]);
  });
});

describe('chunkSizeFor', () => {
  it('is what was asked', () => {
    for (const asked of [1, 20, MAX_CHUNK_SIZE]) expect(chunkSizeFor(asked, 5)).toBe(asked);
  });

  it.each([
    [1, 20],
    [400, 20],
    [401, 21],
    [2_000, 100],
    [10_000, 500],
    [100_000, 500],
  ])('chooses for %i items: %i', (total, expected) => {
    expect(chunkSizeFor('auto', total)).toBe(expected);
  });
});

function range(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

describe('cutting anew what is left', () => {
  it('covers the rest, once and in order, and lets nothing start before what it depended on', () => {
    fc.assert(
      fc.property(levels, size, size, fc.nat(), (list, before, wanted, dice) => {
        const old = planChunks(list, before);
        const start = old[dice % Math.max(1, old.length)];
        if (!start) return;
        const chunks = [...old.slice(0, start.number), ...planChunks(list, wanted, start)];
        expect(chunks.flatMap(({ first, last }) => range(first, last))).toEqual(range(0, list.length - 1));
        expect(chunks.map(({ number }) => number)).toEqual(range(0, chunks.length - 1));
        for (const { first, last, after } of chunks) {
          const awaited = new Set(chunks.slice(0, after).flatMap((chunk) => range(chunk.first, chunk.last)));
          for (const item of range(first, last))
            for (const [other, level] of list.entries())
              if (level < (list[item] as number))
                expect(awaited.has(other) || (other >= first && other < item)).toBe(true);
        }
      }),
    );
  });
});

describe('the size of a chunk that adapts', () => {
  it.each([
    [20, 0, 0.1, 1_000],
    [20, 0, 1, 100],
    [100, 0, 1, 100],
    [100, 0, 0.6, 100],
    [100, 0, 2, 50],
    [20, 0, 500, 1],
    [1, 0, 0, 1_000],
    [20, 30, 1, 20],
    [200, 30, 1, 70],
    [20, 300, 2, 150],
  ])('from %d, with %d ms a chunk and %d ms an item, becomes %d', (current, fixedMs, msPerItem, size) => {
    expect(adaptChunkSize(current, { fixedMs, msPerItem })).toBe(size);
  });

  it('stays under a ceiling', () => {
    expect(adaptChunkSize(100, { fixedMs: 0, msPerItem: 1 }, 40)).toBe(40);
    expect(adaptChunkSize(20, { fixedMs: 0, msPerItem: 0.1 }, 40)).toBe(40);
  });
});
