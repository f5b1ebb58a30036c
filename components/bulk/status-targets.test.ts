import { describe, expect, it } from 'vitest';
import { statusTargets } from './status-targets.ts';

const names = (...args: Parameters<typeof statusTargets>) => statusTargets(...args).map(({ status }) => status);

describe('the statuses to bring a selection to', () => {
  it('are those the workflow leads to, never back to imported', () => {
    expect(names([], true)).toEqual(['draft', 'review', 'established', 'archived']);
    expect(statusTargets([], true).find(({ status }) => status === 'established')?.from).toEqual(['review']);
  });

  it('are fewer when it is known what is in the selection', () => {
    expect(names(['established'], true)).toEqual(['archived']);
    expect(names(['archived'], true)).toEqual(['draft']);
    expect(names(['draft', 'archived'], true)).toEqual(['draft', 'review', 'archived']);
  });

  it('leave out what is a decision for whoever may not take it', () => {
    expect(names([], false)).toEqual(['draft', 'review']);
  });
});
