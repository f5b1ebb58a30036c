import { describe, expect, it } from 'vitest';
import { heartbeatOf } from './heartbeat.ts';

describe('heartbeat', () => {
  it.each([
    ['running', 0, 'alive'],
    ['running', 9_999, 'alive'],
    ['running', 10_000, 'waiting'],
    ['running', 30_000, 'stalled'],
    ['checking', 31_000, 'stalled'],
    ['queued', 12_000, 'waiting'],
    ['queued', 600_000, 'waiting'],
    ['awaiting_confirmation', 600_000, 'alive'],
    ['completed', 600_000, 'alive'],
    ['paused', 600_000, 'alive'],
    ['blocked', 600_000, 'alive'],
    ['scheduled', 600_000, 'alive'],
    ['pausing', 31_000, 'stalled'],
    ['rolling_back', 31_000, 'stalled'],
  ] as const)('of a job that is %s and silent for %i ms is %s', (status, silentMs, expected) => {
    expect(heartbeatOf(status, silentMs)).toBe(expected);
  });
  it('is not missed of a job that waits for its turn', () => {
    for (const status of ['queued', 'running', 'rolling_back'] as const)
      expect(heartbeatOf(status, 600_000, false), status).toBe('alive');
  });
});
