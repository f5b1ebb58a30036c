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
  ] as const)('of a job that is %s and silent for %i ms is %s', (status, silentMs, expected) => {
    expect(heartbeatOf(status, silentMs)).toBe(expected);
  });
});
