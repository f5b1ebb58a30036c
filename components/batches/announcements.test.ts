import { describe, expect, it } from 'vitest';
import { type Announcement, announcementFor, type Said } from './announcements.ts';

const NOTHING = {
  total: 1_000,
  checked: 0,
  succeeded: 0,
  unchanged: 0,
  skipped: 0,
  failed: 0,
  cancelled: 0,
  rolledBack: 0,
  rollbackConflict: 0,
};
type Snapshot = Parameters<typeof announcementFor>[1];

function sayAll(snapshots: Snapshot[]): Announcement[] {
  const spoken: Announcement[] = [];
  let said: Said | null = null;
  for (const snapshot of snapshots) {
    const step: ReturnType<typeof announcementFor> = announcementFor(said, snapshot);
    said = step.said;
    if (step.announcement) spoken.push(step.announcement);
  }
  return spoken;
}

function importOf1000(failEvery: number): Snapshot[] {
  const list: Snapshot[] = [
    { ...NOTHING, status: 'queued', phase: 'uploading' },
    { ...NOTHING, status: 'checking', phase: 'unpacking' },
  ];
  for (let checked = 0; checked <= 1_000; checked += 1) {
    list.push({ ...NOTHING, status: 'checking', phase: 'checking', checked });
  }
  list.push({ ...NOTHING, checked: 1_000, status: 'awaiting_confirmation', phase: 'confirming' });
  for (let done = 0; done <= 1_000; done += 1) {
    const failed = failEvery > 0 ? Math.floor(done / failEvery) : 0;
    const counts = { ...NOTHING, checked: 1_000, failed, succeeded: done - failed };
    list.push({ ...counts, status: 'running', phase: 'applying' });
  }
  const end = list.at(-1) as Snapshot;
  list.push({ ...end, status: 'finalizing', phase: 'finalizing' });
  list.push({ ...end, status: failEvery > 0 ? 'completed_with_errors' : 'completed', phase: 'report' });
  return list;
}

describe('announcements', () => {
  it('say at most 12 things about an import of 1 000 items, errors included', () => {
    expect(sayAll(importOf1000(10)).length).toBeLessThanOrEqual(12);
  });

  it('tell start, phases, quarters, the first error and the end, in that order', () => {
    expect(sayAll(importOf1000(100)).map((one) => ('percent' in one ? one.percent : one.kind))).toEqual([
      'started',
      'phase',
      'phase',
      'decision_wanted',
      'phase',
      'first_error',
      25,
      50,
      75,
      'phase',
      'ended',
    ]);
  });

  it('interrupt only for a decision that is wanted and for a failure', () => {
    const urgent = sayAll(importOf1000(10)).filter((one) => one.urgent);
    expect(urgent.map((one) => one.kind)).toEqual(['decision_wanted']);
    const failed = sayAll([
      { ...NOTHING, status: 'running', phase: 'applying' },
      { ...NOTHING, status: 'failed', phase: 'report', failed: 3 },
    ]);
    expect(failed.at(-1)).toEqual({ kind: 'ended', status: 'failed', urgent: true });
  });

  it('say nothing about a job that had ended before anybody looked', () => {
    expect(sayAll([{ ...NOTHING, status: 'completed', phase: 'report', succeeded: 1_000 }])).toEqual([]);
  });

  it('name only the last quarter when a chunk skips some', () => {
    const spoken = sayAll([
      { ...NOTHING, status: 'running', phase: 'applying' },
      { ...NOTHING, status: 'running', phase: 'applying', succeeded: 800 },
    ]);
    expect(spoken.at(-1)).toEqual({ kind: 'share', percent: 75, urgent: false });
  });

  it('say once that a job is being stopped, and then how it ended', () => {
    const spoken = sayAll([
      { ...NOTHING, status: 'running', phase: 'applying', succeeded: 100 },
      { ...NOTHING, status: 'cancelling', phase: 'applying', succeeded: 120 },
      { ...NOTHING, status: 'cancelling', phase: 'applying', succeeded: 140 },
      { ...NOTHING, status: 'cancelled', phase: 'report', succeeded: 140, cancelled: 860 },
    ]);
    expect(spoken.map((one) => one.kind)).toEqual(['started', 'stopping', 'ended']);
  });

  it('say that a job was paused and went on, and nothing while it stands still', () => {
    const counts = { ...NOTHING, succeeded: 10 };
    const spoken = sayAll([
      { ...counts, status: 'running', phase: 'applying' },
      { ...counts, status: 'pausing', phase: 'applying' },
      { ...counts, status: 'paused', phase: 'applying' },
      { ...counts, status: 'queued', phase: 'applying' },
      { ...counts, status: 'running', phase: 'applying' },
    ]);
    expect(spoken.map((one) => one.kind)).toEqual(['started', 'paused', 'resumed']);
  });

  it('say nothing about a job that waits for others or its moment, until it starts', () => {
    const spoken = sayAll([
      { ...NOTHING, status: 'scheduled', phase: 'uploading' },
      { ...NOTHING, status: 'blocked', phase: 'uploading' },
      { ...NOTHING, status: 'queued', phase: 'uploading' },
      { ...NOTHING, status: 'checking', phase: 'unpacking' },
    ]);
    expect(spoken.map((one) => one.kind)).toEqual(['started', 'phase']);
  });

  it('say that an ended job is taken back, also to whoever comes in then', () => {
    const ended = { ...NOTHING, status: 'completed', phase: 'report', succeeded: 10 } as const;
    const back = { ...NOTHING, status: 'rolling_back', phase: 'applying', succeeded: 5, rolledBack: 5 } as const;
    expect(sayAll([ended, back]).map((one) => one.kind)).toEqual(['undoing']);
    expect(sayAll([back]).map((one) => one.kind)).toEqual(['undoing']);
  });
});
