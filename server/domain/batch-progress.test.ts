import { describe, expect, it } from 'vitest';
import { batchProgress, batchStatus } from './batch-progress.ts';
import { JOB_STATUSES, type JobStatus } from './job-status.ts';

describe('where a batch stands', () => {
  it.each([
    [['completed', 'running', 'awaiting_confirmation'], 'awaiting_confirmation'],
    [['completed', 'rolling_back'], 'running'],
    [['paused', 'queued'], 'queued'],
    [['paused', 'blocked'], 'paused'],
    [['completed', 'blocked'], 'queued'],
    [['completed', 'paused', 'blocked'], 'paused'],
    [['scheduled', 'scheduled'], 'scheduled'],
    [['blocked'], 'queued'],
    [['completed', 'completed'], 'completed'],
    [['completed', 'failed'], 'completed_with_errors'],
    [['completed', 'cancelled'], 'completed_with_errors'],
    [['failed', 'cancelled'], 'failed'],
    [['cancelled', 'expired'], 'cancelled'],
    [['rolled_back'], 'rolled_back'],
    [['rolled_back', 'cancelled'], 'cancelled'],
  ] as [JobStatus[], string][])('with %j is %s', (statuses, expected) => {
    expect(batchStatus(statuses)).toBe(expected);
  });

  it('can be said of every state a single job can be in', () => {
    for (const status of JOB_STATUSES) expect(batchStatus([status]), status).toBeTypeOf('string');
  });
});

describe('the progress of a batch', () => {
  const job = (status: JobStatus, total: number, succeeded: number, throughput: number) => ({
    status,
    total,
    processed: succeeded,
    succeeded,
    unchanged: 0,
    skipped: 0,
    failed: 0,
    cancelled: 0,
    rolledBack: 0,
    rollbackConflict: 0,
    throughput,
  });

  it('adds its jobs up', () => {
    expect(batchProgress([job('completed', 100, 100, 0), job('running', 300, 50, 25)])).toMatchObject({
      status: 'running',
      jobs: { total: 2, ended: 1 },
      total: 400,
      processed: 150,
      percent: 37,
      etaSeconds: 10,
    });
  });

  it('says no time left while nothing moves', () => {
    expect(batchProgress([job('queued', 10, 0, 0)]).etaSeconds).toBeNull();
    expect(batchProgress([job('completed', 10, 10, 0)]).etaSeconds).toBeNull();
  });
});
