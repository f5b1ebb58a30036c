/**
 * The life of a job as a table: every arrow that exists, and why. What is not in the table cannot happen; the database
 * guards each arrow with `WHERE status IN (...)` and answers with the state it found instead.
 */

export const JOB_STATUSES = [
  'scheduled',
  'blocked',
  'queued',
  'checking',
  'awaiting_confirmation',
  'running',
  'finalizing',
  'pausing',
  'paused',
  'cancelling',
  'rolling_back',
  'completed',
  'completed_with_errors',
  'failed',
  'cancelled',
  'rolled_back',
  'rollback_failed',
  'expired',
] as const;
export type JobStatus = (typeof JOB_STATUSES)[number];

export const JOB_EVENTS = [
  'due',
  'due_and_blocked',
  'unblock',
  'skip',
  'dependency_failed',
  'claim_with_check',
  'claim_without_check',
  'plan_ready',
  'plan_accepted',
  'plan_refused',
  'confirm',
  'reject',
  'expire',
  'all_chunks_done',
  'stopped_by_errors',
  'complete',
  'complete_with_errors',
  'pause',
  'pause_waiting',
  'paused',
  'trip',
  'resume',
  'cancel',
  'cancel_and_roll_back',
  'cancelled',
  'rolled_back',
  'roll_back_failed',
  'undo',
  'give_up',
] as const;
export type JobEvent = (typeof JOB_EVENTS)[number];

type Arrow = { event: JobEvent; from: readonly JobStatus[]; to: JobStatus; why: string };

/** States from which a person can stop a job. */
const STOPPABLE: readonly JobStatus[] = [
  'scheduled',
  'blocked',
  'queued',
  'checking',
  'awaiting_confirmation',
  'running',
  'finalizing',
  'pausing',
  'paused',
];

export const JOB_TRANSITIONS: readonly Arrow[] = [
  { event: 'due', from: ['scheduled'], to: 'queued', why: 'its time has come' },
  { event: 'due_and_blocked', from: ['scheduled'], to: 'blocked', why: 'its time has come, but others go first' },
  { event: 'unblock', from: ['blocked'], to: 'queued', why: 'every job it depends on has ended as its policy wants' },
  { event: 'skip', from: ['blocked'], to: 'cancelled', why: 'a job it depends on failed, and then it is not to start' },
  {
    event: 'dependency_failed',
    from: ['blocked'],
    to: 'failed',
    why: 'a job it depends on failed, and then it fails too',
  },
  { event: 'claim_with_check', from: ['queued'], to: 'checking', why: 'a processor took it; look before writing' },
  {
    event: 'claim_without_check',
    from: ['queued'],
    to: 'running',
    why: 'a processor took it; nothing to look at first, or looked at before a pause',
  },
  { event: 'plan_ready', from: ['checking'], to: 'awaiting_confirmation', why: 'a person decides over the plan' },
  { event: 'plan_accepted', from: ['checking'], to: 'running', why: 'nobody asked to see the plan' },
  { event: 'plan_refused', from: ['checking'], to: 'failed', why: 'errors that the job does not tolerate' },
  { event: 'confirm', from: ['awaiting_confirmation'], to: 'running', why: 'a person said yes to this plan' },
  { event: 'reject', from: ['awaiting_confirmation'], to: 'cancelled', why: 'a person said no to this plan' },
  { event: 'expire', from: ['awaiting_confirmation'], to: 'expired', why: 'nobody decided before the deadline' },
  {
    event: 'all_chunks_done',
    from: ['checking', 'running'],
    to: 'finalizing',
    why: 'the work is done, the report is not',
  },
  { event: 'stopped_by_errors', from: ['running'], to: 'failed', why: 'more failures than the job tolerates' },
  { event: 'complete', from: ['finalizing'], to: 'completed', why: 'no item failed' },
  {
    event: 'complete_with_errors',
    from: ['finalizing'],
    to: 'completed_with_errors',
    why: 'some items failed, as tolerated',
  },
  { event: 'pause', from: ['checking', 'running'], to: 'pausing', why: 'a person wants it to wait' },
  { event: 'pause_waiting', from: ['queued'], to: 'paused', why: 'a person wants it to wait; nobody had begun' },
  { event: 'paused', from: ['pausing'], to: 'paused', why: 'the chunks in flight have ended' },
  { event: 'trip', from: ['running'], to: 'paused', why: 'chunk after chunk failed of the same passing error' },
  { event: 'resume', from: ['paused'], to: 'queued', why: 'a person, or a probe that succeeded, lets it go on' },
  { event: 'cancel', from: STOPPABLE, to: 'cancelling', why: 'a person stopped it and keeps what is done' },
  {
    event: 'cancel_and_roll_back',
    from: STOPPABLE,
    to: 'rolling_back',
    why: 'a person stopped it and takes back what is done',
  },
  { event: 'cancelled', from: ['cancelling'], to: 'cancelled', why: 'the chunks in flight have ended' },
  { event: 'rolled_back', from: ['rolling_back'], to: 'rolled_back', why: 'everything this job wrote is taken back' },
  {
    event: 'roll_back_failed',
    from: ['rolling_back'],
    to: 'rollback_failed',
    why: 'something could not be taken back',
  },
  {
    event: 'undo',
    from: ['completed', 'completed_with_errors', 'failed', 'cancelled'],
    to: 'rolling_back',
    why: 'a person takes back what the ended job did',
  },
  {
    event: 'give_up',
    from: ['queued', 'checking', 'running', 'finalizing', 'pausing', 'cancelling'],
    to: 'failed',
    why: 'an error that retrying does not mend, or three processors lost without progress',
  },
];

/** States in which nothing happens any more; only `undo` leaves them. */
export const FINAL_STATUSES: readonly JobStatus[] = [
  'completed',
  'completed_with_errors',
  'failed',
  'cancelled',
  'rolled_back',
  'rollback_failed',
  'expired',
];

/** States in which a processor should be at work. */
export const WORKING_STATUSES: readonly JobStatus[] = [
  'queued',
  'checking',
  'running',
  'finalizing',
  'pausing',
  'cancelling',
  'rolling_back',
];

export function isFinal(status: JobStatus): boolean {
  return FINAL_STATUSES.includes(status);
}

/** Where `event` leads from `status`, or null when the table has no such arrow. */
export function nextStatus(status: JobStatus, event: JobEvent): JobStatus | null {
  return JOB_TRANSITIONS.find((arrow) => arrow.event === event && arrow.from.includes(status))?.to ?? null;
}

/** The states `event` may start from and the one it ends in: the two halves of its guarded UPDATE. */
export function arrowOf(event: JobEvent): Arrow {
  const arrow = JOB_TRANSITIONS.find((candidate) => candidate.event === event);
  if (!arrow) throw new Error(`No transition for ${event}`);
  return arrow;
}
