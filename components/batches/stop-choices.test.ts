import { describe, expect, it } from 'vitest';
import { JOB_STATUSES } from '#domain/job-status.ts';
import { stopChoices } from './stop-choices.ts';

const job = { operation: 'import', options: { onError: 'continue' }, succeeded: 0 } as const;

describe('stop choices', () => {
  it('ask whether to keep what is done only while something is written', () => {
    const asked = JOB_STATUSES.filter((status) => stopChoices({ ...job, status }) === 'keep_or_undo');
    expect(asked).toEqual(['running', 'finalizing']);
  });

  it('ask it of a job that was paused half-way, and of one that waits to go on', () => {
    for (const status of ['pausing', 'paused', 'queued'] as const) {
      expect(stopChoices({ ...job, status, succeeded: 12 }), status).toBe('keep_or_undo');
      expect(stopChoices({ ...job, status }), status).toBe('nothing_done');
    }
  });

  it('ask so of an export too, of which a file may be made', () => {
    expect(stopChoices({ ...job, operation: 'export', options: {}, status: 'running' })).toBe('keep_or_undo');
  });

  it('just stop what has written nothing: before the plan is confirmed, and all or nothing', () => {
    expect(stopChoices({ ...job, status: 'awaiting_confirmation' })).toBe('nothing_done');
    expect(stopChoices({ ...job, options: { onError: 'all_or_nothing' }, status: 'running' })).toBe('nothing_done');
  });

  it('are none once a job has ended or is already stopping', () => {
    const none = JOB_STATUSES.filter((status) => stopChoices({ ...job, status }) === null);
    expect(none).toEqual([
      'cancelling',
      'rolling_back',
      'completed',
      'completed_with_errors',
      'failed',
      'cancelled',
      'rolled_back',
      'rollback_failed',
      'expired',
    ]);
  });
});
