'use client';

import { useEffect } from 'react';
import type { Job } from '#contract/jobs.ts';
import type { Progress } from '#domain/progress.ts';
import { useJob } from './use-job.ts';
import { useJobProgress } from './use-job-progress.ts';

/** useJob with the newest progress merged in: the job of a page that stays open while it works. */
export function useLiveJob(id: string | null) {
  const query = useJob(id);
  const { progress, connection } = useJobProgress(id);
  const { data: job, refetch } = query;
  const newer = job && progress && progress.seq > job.seq ? progress : null;
  // The first snapshot of a watch may already tell of another state than the job was fetched in.
  const movedTo = newer && newer.status !== job?.status ? newer.status : null;
  useEffect(() => {
    if (movedTo) void refetch();
  }, [movedTo, refetch]);
  return { ...query, data: job && newer ? merged(job, newer) : job, connection };
}

/** A snapshot has no plan: until the job came with it there is nothing to decide about, or it would look like an empty one. */
function merged(job: Job, progress: Progress): Job {
  const early = progress.status === 'awaiting_confirmation' && job.plan === null;
  return { ...job, ...progress, ...(early ? { status: job.status, phase: job.phase } : {}) };
}
