import { describe, expect, it } from 'vitest';
import {
  arrowOf,
  FINAL_STATUSES,
  isFinal,
  JOB_EVENTS,
  JOB_STATUSES,
  JOB_TRANSITIONS,
  type JobEvent,
  type JobStatus,
  nextStatus,
  WORKING_STATUSES,
} from './job-status.ts';

/** The life of a job a second time, by hand: from each state, where each event leads. What is not here cannot happen. */
const LIFE: Record<JobStatus, Partial<Record<JobEvent, JobStatus>>> = {
  scheduled: {
    due: 'queued',
    due_and_blocked: 'blocked',
    cancel: 'cancelling',
    cancel_and_roll_back: 'rolling_back',
  },
  blocked: {
    unblock: 'queued',
    skip: 'cancelled',
    dependency_failed: 'failed',
    cancel: 'cancelling',
    cancel_and_roll_back: 'rolling_back',
  },
  queued: {
    pause_waiting: 'paused',
    claim_with_check: 'checking',
    claim_without_check: 'running',
    cancel: 'cancelling',
    cancel_and_roll_back: 'rolling_back',
    give_up: 'failed',
  },
  checking: {
    plan_ready: 'awaiting_confirmation',
    plan_accepted: 'running',
    plan_refused: 'failed',
    all_chunks_done: 'finalizing',
    pause: 'pausing',
    cancel: 'cancelling',
    cancel_and_roll_back: 'rolling_back',
    give_up: 'failed',
  },
  awaiting_confirmation: {
    confirm: 'running',
    reject: 'cancelled',
    expire: 'expired',
    cancel: 'cancelling',
    cancel_and_roll_back: 'rolling_back',
  },
  running: {
    all_chunks_done: 'finalizing',
    stopped_by_errors: 'failed',
    pause: 'pausing',
    trip: 'paused',
    cancel: 'cancelling',
    cancel_and_roll_back: 'rolling_back',
    give_up: 'failed',
  },
  finalizing: {
    complete: 'completed',
    complete_with_errors: 'completed_with_errors',
    cancel: 'cancelling',
    cancel_and_roll_back: 'rolling_back',
    give_up: 'failed',
  },
  pausing: { paused: 'paused', cancel: 'cancelling', cancel_and_roll_back: 'rolling_back', give_up: 'failed' },
  paused: { resume: 'queued', cancel: 'cancelling', cancel_and_roll_back: 'rolling_back' },
  cancelling: { cancelled: 'cancelled', give_up: 'failed' },
  rolling_back: { rolled_back: 'rolled_back', roll_back_failed: 'rollback_failed' },
  completed: { undo: 'rolling_back' },
  completed_with_errors: { undo: 'rolling_back' },
  failed: { undo: 'rolling_back' },
  cancelled: { undo: 'rolling_back' },
  rolled_back: {},
  rollback_failed: {},
  expired: {},
};

describe('the life of a job', () => {
  it.each(JOB_STATUSES)('leads from %s where the table says, and nowhere else', (status) => {
    for (const event of JOB_EVENTS) expect(nextStatus(status, event), event).toBe(LIFE[status][event] ?? null);
  });

  it('has one arrow for every event', () => {
    expect(JOB_TRANSITIONS.map(({ event }) => event).toSorted()).toEqual(JOB_EVENTS.toSorted());
    for (const event of JOB_EVENTS) expect(arrowOf(event).event).toBe(event);
    expect(() => arrowOf('explode' as JobEvent)).toThrow('explode');
  });

  it('leaves a final state by undo alone', () => {
    for (const { from, event } of JOB_TRANSITIONS)
      if (event !== 'undo') expect(from.filter(isFinal), event).toEqual([]);
  });

  it('says why for every arrow', () => {
    for (const { why } of JOB_TRANSITIONS) expect(why.length).toBeGreaterThan(10);
  });

  it('has a way from every state that is not final to one that is, and from the first to every other', () => {
    const reach = (from: JobStatus): Set<JobStatus> => {
      const seen = new Set<JobStatus>([from]);
      for (const status of seen) for (const next of Object.values(LIFE[status])) seen.add(next);
      return seen;
    };
    for (const status of JOB_STATUSES.filter((one) => !isFinal(one)))
      expect([...reach(status)].some(isFinal), status).toBe(true);
    expect(reach('scheduled')).toEqual(new Set(JOB_STATUSES));
  });

  it('can be stopped, kept or taken back, by a person or by itself, from wherever it is not ending already', () => {
    for (const status of JOB_STATUSES.filter((one) => !isFinal(one))) {
      const ends = ['cancelling', 'rolling_back'].includes(status);
      expect(nextStatus(status, 'cancel'), status).toBe(ends ? null : 'cancelling');
      expect(nextStatus(status, 'cancel_and_roll_back'), status).toBe(ends ? null : 'rolling_back');
    }
  });

  it('has a processor at work in every state that is not final and waits for nobody', () => {
    const waits: JobStatus[] = ['scheduled', 'blocked', 'awaiting_confirmation', 'paused'];
    const working = JOB_STATUSES.filter((status) => !isFinal(status) && !waits.includes(status));
    expect(WORKING_STATUSES.toSorted()).toEqual(working.toSorted());
    expect(FINAL_STATUSES).toHaveLength(JOB_STATUSES.length - working.length - waits.length);
    for (const status of working)
      expect(nextStatus(status, 'give_up') ?? nextStatus(status, 'roll_back_failed'), status).not.toBeNull();
  });
});
