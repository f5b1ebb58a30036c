import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VERDICTS } from './definition.ts';
import { ITEM_OUTCOMES } from './item-outcome.ts';
import { countOutcomes, phaseTimings, successRate } from './job-report.ts';
import { DECISIONS } from './plan.ts';

const counts = fc.array(
  fc.record({
    status: fc.constantFrom(...ITEM_OUTCOMES),
    decision: fc.option(fc.constantFrom(...DECISIONS)),
    verdict: fc.option(fc.constantFrom(...VERDICTS)),
    count: fc.integer({ min: 1, max: 1_000 }),
  }),
);
const sum = (numbers: Iterable<number>) => [...numbers].reduce((total, number) => total + number, 0);

describe('countOutcomes', () => {
  it('adds up to the total in every direction', () => {
    fc.assert(
      fc.property(counts, (list) => {
        const { totals, decisions, verdicts } = countOutcomes(list);
        const { total, ...parts } = totals;
        expect(total).toBe(sum(list.map(({ count }) => count)));
        expect(sum(Object.values(parts))).toBe(total);
        const undecided = sum(list.filter(({ decision }) => decision === null).map(({ count }) => count));
        expect(sum(Object.values(decisions)) + undecided).toBe(total);
        const unjudged = sum(list.filter(({ verdict }) => verdict === null).map(({ count }) => count));
        expect(sum(Object.values(verdicts)) + unjudged).toBe(total);
      }),
    );
  });

  it('has a place for every outcome', () => {
    const { totals } = countOutcomes(
      ITEM_OUTCOMES.map((status, index) => ({ status, decision: null, verdict: null, count: 2 ** index })),
    );
    expect(totals).toEqual({
      total: 255,
      pending: 1,
      succeeded: 2,
      unchanged: 4,
      skipped: 8,
      failed: 16,
      cancelled: 32,
      rolledBack: 64,
      rollbackConflict: 128,
    });
  });
});

describe('successRate', () => {
  const none = countOutcomes([]).totals;
  it.each([
    [{}, null],
    [{ cancelled: 5, pending: 2 }, null],
    [{ succeeded: 3, failed: 1 }, 0.75],
    [{ unchanged: 1, skipped: 1, failed: 2, cancelled: 100 }, 0.5],
    [{ failed: 4 }, 0],
    [{ unchanged: 4 }, 1],
  ])('of %j: %s', (given, expected) => {
    expect(successRate({ ...none, ...given })).toBe(expected);
  });
});

describe('phaseTimings', () => {
  it('lists the phases in order and leaves the wait for a person out of the sum', () => {
    const ms = { applying: 900.4, confirming: 60_000, checking: 100.2, elsewhere: 5 };
    expect(phaseTimings(ms, ['checking', 'confirming', 'applying', 'report'])).toEqual({
      phases: [
        { phase: 'checking', ms: 100 },
        { phase: 'confirming', ms: 60_000 },
        { phase: 'applying', ms: 900 },
      ],
      totalMs: 1_000,
    });
  });
});
