'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { isFinal } from '#domain/job-status.ts';
import { forgetJob } from './forget-job.ts';
import { jobWatcher } from './job-watcher.ts';
import { queryKeys } from './query-keys.ts';
import { liveSocket } from './socket.ts';

const NOT_MORE_OFTEN_THAN_MS = 1_000;

/** Keeps lists of batches, everything about watched jobs, and the definitions they wrote fresh. Mounted once, in the shell. */
export function useInbox(): void {
  const cache = useQueryClient();
  useEffect(() => {
    const socket = liveSocket();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void cache.invalidateQueries({ queryKey: queryKeys.batches });
      }, NOT_MORE_OFTEN_THAN_MS);
    };
    const stopListening = jobWatcher.onChange(({ jobId, status }) => {
      void forgetJob(cache, jobId);
      // What a job wrote is in the grid and its counts only now.
      if (isFinal(status)) void cache.invalidateQueries({ queryKey: queryKeys.definitions });
    });
    socket.on('inbox:changed', refresh);
    socket.io.on('reconnect', refresh);
    return () => {
      clearTimeout(timer);
      stopListening();
      socket.off('inbox:changed', refresh);
      socket.io.off('reconnect', refresh);
    };
  }, [cache]);
}
