import { describe, expect, it } from 'vitest';
import { jobShare } from './job-share.ts';

const job = {
  status: 'running',
  phase: 'applying',
  total: 200,
  checked: 200,
  succeeded: 90,
  unchanged: 5,
  skipped: 3,
  failed: 2,
  cancelled: 0,
  rolledBack: 0,
  rollbackConflict: 0,
} as const;

describe('how far a job is', () => {
  it('counts what was looked at while checking, and what has ended while working', () => {
    expect(jobShare({ ...job, phase: 'checking', status: 'checking', checked: 50 })).toMatchObject({ percent: 25 });
    expect(jobShare(job)).toEqual({ done: 100, total: 200, percent: 50 });
  });

  it('counts what went back, or stays, of what had been written while it is taken back', () => {
    const back = { ...job, status: 'rolling_back', succeeded: 30, rolledBack: 50, rollbackConflict: 10 } as const;
    expect(jobShare(back)).toEqual({ done: 60, total: 90, percent: 66 });
  });

  it('is nothing of nothing before anything is known', () => {
    expect(jobShare({ ...job, total: 0, succeeded: 0, unchanged: 0, skipped: 0, failed: 0 }).percent).toBe(0);
  });
});
