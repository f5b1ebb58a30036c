import type { JobStatus } from '#domain/job-status.ts';
import { isFinal } from '#domain/job-status.ts';
import { doneInPhase, type Phase, type Progress } from '#domain/progress.ts';

/** Something worth saying to those who cannot see the window. `urgent` ones interrupt: a failure, or a decision that is wanted. */
export type Announcement =
  | { kind: 'started'; urgent: false }
  | { kind: 'phase'; phase: Phase; urgent: false }
  | { kind: 'share'; percent: number; urgent: false }
  | { kind: 'first_error'; urgent: false }
  | { kind: 'stopping'; urgent: false }
  | { kind: 'undoing'; urgent: false }
  | { kind: 'paused'; urgent: false }
  | { kind: 'resumed'; urgent: false }
  | { kind: 'ended'; status: JobStatus; urgent: boolean }
  | { kind: 'decision_wanted'; urgent: true };

/** What was said so far about one job. */
export type Said = { status: JobStatus; phase: Phase; quarter: number; error: boolean };

type Snapshot = Pick<
  Progress,
  | 'status'
  | 'phase'
  | 'total'
  | 'checked'
  | 'succeeded'
  | 'unchanged'
  | 'skipped'
  | 'failed'
  | 'cancelled'
  | 'rolledBack'
  | 'rollbackConflict'
>;

/** Phases too short or too obvious to name; what they lead to is said anyway. */
const SILENT_PHASES: readonly Phase[] = ['uploading', 'confirming', 'report'];

/**
 * What to say at this snapshot: at most one thing, the most important one, since the next would overwrite it. Start, each
 * phase, 25/50/75 % of the work itself, the first error, the end: never more than a dozen however many items there are.
 */
export function announcementFor(before: Said | null, now: Snapshot): { said: Said; announcement: Announcement | null } {
  const error = now.failed > 0 || (before?.error ?? false);
  const quarter = before && before.phase === now.phase ? Math.max(before.quarter, quarterOf(now)) : quarterOf(now);
  const said: Said = { status: now.status, phase: now.phase, quarter, error };
  return { said, announcement: before ? nextAnnouncement(before, now, quarter) : firstAnnouncement(now) };
}

/** A job that stands still by right: nothing of it is worth saying before it moves. */
const WAITING: readonly JobStatus[] = ['scheduled', 'blocked', 'paused'];

function firstAnnouncement(now: Snapshot): Announcement | null {
  if (isFinal(now.status) || WAITING.includes(now.status)) return null;
  if (now.status === 'rolling_back') return { kind: 'undoing', urgent: false };
  return now.status === 'awaiting_confirmation'
    ? { kind: 'decision_wanted', urgent: true }
    : { kind: 'started', urgent: false };
}

function nextAnnouncement(before: Said, now: Snapshot, quarter: number): Announcement | null {
  if (before.status !== now.status) {
    const moved = ofMove(before.status, now.status);
    if (moved) return moved;
  }
  if (!before.error && now.failed > 0) return { kind: 'first_error', urgent: false };
  if (before.phase !== now.phase) {
    return SILENT_PHASES.includes(now.phase) ? null : { kind: 'phase', phase: now.phase, urgent: false };
  }
  return quarter > before.quarter ? { kind: 'share', percent: quarter * 25, urgent: false } : null;
}

/** What a change of state is worth saying by itself. */
function ofMove(from: JobStatus, to: JobStatus): Announcement | null {
  if (isFinal(to)) return { kind: 'ended', status: to, urgent: isFailure(to) };
  if (to === 'awaiting_confirmation') return { kind: 'decision_wanted', urgent: true };
  if (to === 'rolling_back' && isFinal(from)) return { kind: 'undoing', urgent: false };
  if (to === 'cancelling' || to === 'rolling_back') return { kind: 'stopping', urgent: false };
  if (to === 'paused') return { kind: 'paused', urgent: false };
  if (from === 'paused') return { kind: 'resumed', urgent: false };
  return (from === 'scheduled' || from === 'blocked') && to !== 'blocked' ? { kind: 'started', urgent: false } : null;
}

function isFailure(status: JobStatus): boolean {
  return status === 'failed' || status === 'rollback_failed';
}

/** 0 to 3: how many quarters of the work are done. Only the work itself counts, not the check before it. */
function quarterOf(now: Snapshot): number {
  if (now.phase !== 'applying' || now.status !== 'running' || now.total === 0) return 0;
  return Math.min(3, Math.floor((doneInPhase(now, now.phase) * 4) / now.total));
}
