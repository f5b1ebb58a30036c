import type { ItemCounts } from './item-outcome.ts';
import { processedOf } from './item-outcome.ts';
import type { JobStatus } from './job-status.ts';

/** The steps a person sees a job take, in order; which of them a job has depends on its operation. */
export const PHASES = [
  'uploading',
  'unpacking',
  'checking',
  'comparing',
  'confirming',
  'applying',
  'finalizing',
  'report',
] as const;
export type Phase = (typeof PHASES)[number];

export type TopError = { code: string; count: number; example: string | null };

/** Everything a watcher needs, about 400 bytes, the same in HTTP, sockets and the window. Never a delta. */
export type Progress = ItemCounts & {
  jobId: string;
  /** Rises with every committed change of the job; a client drops what is not newer than what it has. */
  seq: number;
  status: JobStatus;
  phase: Phase;
  processed: number;
  /** Items looked at so far in this phase of the check: one by one, or beside each other; the bar of that phase. */
  checked: number;
  /** 0 to 100, over the items of the current phase. */
  percent: number;
  /** Items per second over the last 10 s. */
  throughput: number;
  /** Null until it can be said: 3 chunks or 2 s of work. */
  etaSeconds: number | null;
  attempt: number;
  lanes: number;
  /** The term last worked on. */
  currentItem: string | null;
  /** How many chunks are done, of how many. */
  chunks: { done: number; total: number };
  startedAt: string | null;
  updatedAt: string;
  topErrors: TopError[];
};

/** Whether items are looked at in a phase, before anything happens to them. */
export function isLooking(phase: Phase): boolean {
  return phase === 'unpacking' || phase === 'checking' || phase === 'comparing';
}

/** How many items of the present phase are done: looked at while checking, ended while applying. */
export function doneInPhase(counts: ItemCounts & { checked: number }, phase: Phase): number {
  return isLooking(phase) ? counts.checked : processedOf(counts);
}

/** Whole percents of `done` in `total`; 100 only when every item is. */
export function percentOf(done: number, total: number): number {
  return total === 0 ? 0 : Math.floor((done * 100) / total);
}

/** Seconds left at this rate, rounded up; null while there is no rate to go by. */
export function etaSeconds(left: number, throughput: number): number | null {
  if (left <= 0) return 0;
  return throughput > 0 ? Math.ceil(left / throughput) : null;
}
