'use client';

import { useMemo } from 'react';
import { useBatches } from '#components/api/use-batches.ts';
import type { Job } from '#contract/jobs.ts';
import { isFinal, JOB_STATUSES } from '#domain/job-status.ts';

/** A job for later is on no one's mind now; what waits for others is, once it is its turn. */
const UNFINISHED = JOB_STATUSES.filter((status) => !isFinal(status) && status !== 'scheduled' && status !== 'blocked');

/** `alone`: it is the only job of its batch. */
export type OwnJob = Job & { alone: boolean };

const NONE: OwnJob[] = [];

/** The signed-in person's jobs that are at work, paused or in line, newest first; the same on every device, since the server knows them. */
export function useOwnJobs(): OwnJob[] {
  const { data } = useBatches({ person: 'me', status: UNFINISHED, limit: 20 });
  return useMemo(
    () =>
      data?.items.flatMap((batch) =>
        batch.jobs
          .filter((job) => UNFINISHED.includes(job.status))
          .map((job) => ({ ...job, alone: batch.jobs.length === 1 })),
      ) ?? NONE,
    [data],
  );
}
