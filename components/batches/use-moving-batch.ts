'use client';

import { useEffect, useMemo } from 'react';
import { useJobsProgress } from '#components/api/use-jobs-progress.ts';
import { useRefreshBatches } from '#components/api/use-refresh-batches.ts';
import type { Batch } from '#contract/batches.ts';
import type { Job } from '#contract/jobs.ts';
import { batchProgress } from '#domain/batch-progress.ts';
import { isFinal } from '#domain/job-status.ts';
import type { Progress } from '#domain/progress.ts';
import { useSettled } from './use-settled.ts';

const SETTLES_MS = 250;

/** A batch of several jobs with the newest progress of each, and of all together, four times a second at most; not `live`: as it was fetched. */
export function useMovingBatch(fetched: Batch, live = true): Batch {
  const refresh = useRefreshBatches();
  const watched = fetched.jobs.filter(({ status }) => live && !isFinal(status)).map(({ id }) => id);
  const latest = useJobsProgress(watched);
  const moving = useMemo(() => {
    const jobs = fetched.jobs.map((job) => newer(job, latest.get(job.id)));
    return { ...fetched, jobs, progress: batchProgress(jobs) };
  }, [fetched, latest]);
  const states = moving.jobs.map(({ status }) => status).join(' ');
  const known = fetched.jobs.map(({ status }) => status).join(' ');
  // The first snapshot of a watch may already tell of another state than the batch was fetched in.
  useEffect(() => {
    if (states !== known) refresh();
  }, [states, known, refresh]);
  return useSettled(moving, `${fetched.id} ${states}`, SETTLES_MS);
}

function newer(job: Job, progress: Progress | undefined): Job {
  return progress && progress.seq > job.seq ? { ...job, ...progress } : job;
}
