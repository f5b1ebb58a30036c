import { describe, expect, it } from 'vitest';
import { findCircle, unblockingEvent } from './job-dependencies.ts';

describe('a job that waits for others', () => {
  it.each([
    ['skip', ['completed', 'completed_with_errors'], 'unblock'],
    ['skip', ['completed', 'running'], null],
    ['skip', ['running', 'failed'], 'skip'],
    ['skip', ['rolled_back'], 'skip'],
    ['fail', ['completed', 'cancelled'], 'dependency_failed'],
    ['fail', ['completed', 'paused'], null],
    ['fail', ['completed'], 'unblock'],
    ['run', ['failed', 'expired', 'completed'], 'unblock'],
    ['run', ['failed', 'rolling_back'], null],
  ] as const)('with policy %s and dependencies %s: %s', (policy, dependencies, event) => {
    expect(unblockingEvent(policy, dependencies)).toBe(event);
  });
});

describe('a circle of dependencies', () => {
  it.each([
    [[[], [0], [0, 1]], null],
    [[[0]], [0, 0]],
    [
      [[1], [0]],
      [0, 1, 0],
    ],
    [
      [[], [3], [1], [2], [0]],
      [1, 3, 2, 1],
    ],
    [[[1], [2], [], [1, 2]], null],
  ])('in %j is %j', (dependsOn, circle) => {
    expect(findCircle(dependsOn)).toEqual(circle);
  });

  it('is looked for in a long chain too', () => {
    const chain = Array.from({ length: 50_000 }, (_, job) => (job === 49_999 ? [] : [job + 1]));
    expect(findCircle(chain)).toBeNull();
  });
});
