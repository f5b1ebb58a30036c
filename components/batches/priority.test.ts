import { describe, expect, it } from 'vitest';
import { commonLevel, PRIORITIES, PRIORITY_LEVELS, priorityLevel } from './priority.ts';

describe('the level of a priority', () => {
  it('is the one a person chose', () => {
    for (const level of PRIORITY_LEVELS) expect(priorityLevel(PRIORITIES[level])).toBe(level);
  });

  it('is the nearest of the three for what a program gave', () => {
    expect([0, 3, 4, 6, 7, 9].map(priorityLevel)).toEqual(['low', 'low', 'normal', 'normal', 'high', 'high']);
  });

  it('is mixed for jobs that differ, and normal where there is nothing to go by', () => {
    expect(commonLevel([8, 9])).toBe('high');
    expect(commonLevel([2, 5])).toBe('mixed');
    expect(commonLevel([])).toBe('normal');
  });
});
