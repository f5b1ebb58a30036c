'use client';

import { useMemo } from 'react';
import { useBatches } from '#components/api/use-batches.ts';
import type { Job } from '#contract/jobs.ts';
import { isFinal, JOB_STATUSES } from '#domain/job-status.ts';

const UNFINISHED = JOB_STATUSES.filter((status) => !isFinal(status));
const NONE: Job[] = [];

/** The signed-in person's jobs that have not ended, newest first; the same on every device, since the server knows them. */
export function useOwnJobs(): Job[] {
  const { data } = useBatches({ person: 'me', status: UNFINISHED, limit: 20 });
  return useMemo(
    () => data?.items.flatMap((batch) => batch.jobs.filter((job) => !isFinal(job.status))) ?? NONE,
    [data],
  );
}
