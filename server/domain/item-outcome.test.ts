import { describe, expect, it } from 'vitest';
import { ITEM_OUTCOMES, processedOf } from './item-outcome.ts';
import { countOutcomes } from './job-report.ts';

describe('processedOf', () => {
  it.each(ITEM_OUTCOMES)('counts an item that is %s unless it is pending', (status) => {
    const { totals } = countOutcomes([{ status, decision: null, verdict: null, count: 1 }]);
    expect(processedOf(totals)).toBe(status === 'pending' ? 0 : 1);
  });
});
