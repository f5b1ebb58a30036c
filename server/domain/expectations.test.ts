import { describe, expect, it } from 'vitest';
import { unmetExpectation } from './expectations.ts';

describe('what is expected of a job', () => {
  it.each([
    [{}, 100, null],
    [{ maxRecords: 10 }, 10, null],
    [{ maxRecords: 10 }, 11, { code: 'too_many_records', params: { count: 11, limit: 10 } }],
    [{ maxRecords: 10_000 }, 1_001, { code: 'too_many_records', params: { count: 1_001, limit: 1_000 } }],
    [{ preconditions: { expectedCount: 7 } }, 7, null],
    [{ preconditions: { expectedCount: 7 } }, 8, { code: 'unexpected_count', params: { count: 8, expected: 7 } }],
    [{ preconditions: { expectedCount: 0 } }, 1, { code: 'unexpected_count', params: { count: 1, expected: 0 } }],
  ])('as in %j is met by %d items or not: %j', (options, total, unmet) => {
    expect(unmetExpectation(options, total, 1_000)).toEqual(unmet);
  });
});
