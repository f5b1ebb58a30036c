'use client';

import { useCallback, useSyncExternalStore } from 'react';
import type { Progress } from '#domain/progress.ts';
import { type Connection, jobWatcher } from './job-watcher.ts';

export type JobProgress = {
  /** Null until the first snapshot came. */
  progress: Progress | null;
  connection: Connection;
};

const nothing = () => undefined;

/** The live progress of a job, in step for everything on the page that shows it. Null: nothing is watched. */
export function useJobProgress(jobId: string | null): JobProgress {
  const subscribe = useCallback((tell: () => void) => (jobId ? jobWatcher.watch(jobId, tell) : nothing), [jobId]);
  const progress = useSyncExternalStore(
    subscribe,
    () => (jobId ? jobWatcher.latest(jobId) : null),
    () => null,
  );
  const connection = useSyncExternalStore(
    subscribe,
    () => jobWatcher.connection(),
    () => 'off' as const,
  );
  return { progress, connection };
}
