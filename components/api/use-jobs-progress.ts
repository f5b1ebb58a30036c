'use client';

import { useMemo, useSyncExternalStore } from 'react';
import type { Progress } from '#domain/progress.ts';
import { jobWatcher } from './job-watcher.ts';

const NONE: ReadonlyMap<string, Progress> = new Map();

/** The live progress of several jobs, by id; a job of which no snapshot came yet is not in it. */
export function useJobsProgress(jobIds: readonly string[]): ReadonlyMap<string, Progress> {
  const key = jobIds.join(' ');
  const store = useMemo(() => watching(key === '' ? [] : key.split(' ')), [key]);
  return useSyncExternalStore(store.subscribe, store.latest, () => NONE);
}

function watching(ids: readonly string[]) {
  let seen = NONE;
  return {
    subscribe: (tell: () => void) => {
      const stops = ids.map((id) => jobWatcher.watch(id, tell));
      return () => {
        for (const stop of stops) stop();
      };
    },
    /** The same map until one of the snapshots is another, as a store must. */
    latest: (): ReadonlyMap<string, Progress> => {
      if (ids.every((id) => (jobWatcher.latest(id) ?? undefined) === seen.get(id))) return seen;
      seen = new Map(
        ids.flatMap((id) => {
          const progress = jobWatcher.latest(id);
          return progress ? [[id, progress] as const] : [];
        }),
      );
      return seen;
    },
  };
}
