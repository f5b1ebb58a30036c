import type { JobStatus } from '#domain/job-status.ts';
import type { Progress } from '#domain/progress.ts';

/** What an acknowledgement of `job:watch` says: the snapshot, or the code of the problem. */
export type WatchAnswer = { ok: true; progress: Progress } | { ok: false; code: string };

export type ClientToServer = {
  'job:watch': (request: { jobId: string }, answer: (reply: WatchAnswer) => void) => void;
  'job:unwatch': (request: { jobId: string }) => void;
};

export type ServerToClient = {
  /** A tick: latest wins, may be dropped. */
  'job:progress': (progress: Progress) => void;
  /** A change of state: never dropped. */
  'job:changed': (change: { jobId: string; status: JobStatus; progress: Progress }) => void;
  /** Something of this person's batches changed: ask for the list again. */
  'inbox:changed': () => void;
  /** Something came into this person's inbox, or was read elsewhere: ask for it again. */
  'notifications:changed': () => void;
};
