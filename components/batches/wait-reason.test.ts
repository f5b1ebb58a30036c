import { describe, expect, it } from 'vitest';
import { JOB_STATUSES, type JobStatus } from '#domain/job-status.ts';
import { hasNotBegun, isInLine, waitReason } from './wait-reason.ts';

const job = { admitted: true, dependsOn: [], onDependencyFailure: 'skip', probeAt: null } as const;
const unknown = () => undefined;

describe('what a job waits for', () => {
  it('is nothing while it works, once it has ended, and while a person decides', () => {
    const waiting = JOB_STATUSES.filter((status) => waitReason({ ...job, status }, unknown) !== null);
    expect(waiting).toEqual(['scheduled', 'blocked', 'queued', 'paused']);
  });

  it('are those of the others that have not ended, and what becomes of it when they fail', () => {
    const states: Record<string, JobStatus> = { a: 'completed', b: 'running' };
    const blocked = {
      ...job,
      status: 'blocked',
      dependsOn: ['a', 'b', 'elsewhere'],
      onDependencyFailure: 'run',
    } as const;
    expect(waitReason(blocked, (id) => states[id])).toEqual({ kind: 'others', ids: ['b', 'elsewhere'], policy: 'run' });
  });

  it('are all of the others in the moment between their end and its own start', () => {
    const blocked = { ...job, status: 'blocked', dependsOn: ['a'] } as const;
    expect(waitReason(blocked, () => 'completed')).toMatchObject({ ids: ['a'] });
  });

  it('is its turn, also after a plan was confirmed, until a processor is on its way', () => {
    expect(waitReason({ ...job, status: 'queued', admitted: false }, unknown)).toEqual({ kind: 'turn' });
    expect(waitReason({ ...job, status: 'running', admitted: false }, unknown)).toEqual({ kind: 'turn' });
    expect(waitReason({ ...job, status: 'queued' }, unknown)).toEqual({ kind: 'processor' });
  });

  it('is a person, or its own next attempt when it paused itself', () => {
    const at = '2026-11-22T10:00:00.000Z';
    expect(waitReason({ ...job, status: 'paused' }, unknown)).toEqual({ kind: 'resumption' });
    expect(waitReason({ ...job, status: 'paused', probeAt: at }, unknown)).toEqual({ kind: 'probe', at });
  });
});

describe('a job that waits', () => {
  it('has not begun while it is scheduled, blocked or in line', () => {
    expect(JOB_STATUSES.filter((status) => hasNotBegun({ status, admitted: false }))).toEqual([
      'scheduled',
      'blocked',
      'queued',
    ]);
    expect(hasNotBegun({ status: 'queued', admitted: true })).toBe(false);
  });

  it('can be given another place in line, also a paused one', () => {
    expect(isInLine({ status: 'paused', admitted: false })).toBe(true);
    expect(isInLine({ status: 'running', admitted: false })).toBe(true);
    expect(isInLine({ status: 'running', admitted: true })).toBe(false);
    expect(isInLine({ status: 'completed', admitted: false })).toBe(false);
  });
});
