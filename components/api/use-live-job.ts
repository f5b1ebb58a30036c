'use client';

import { useJob } from './use-job.ts';
import { useJobProgress } from './use-job-progress.ts';

/** useJob with the newest progress merged in: the job of a page that stays open while it works. */
export function useLiveJob(id: string | null) {
  const query = useJob(id);
  const { progress, connection } = useJobProgress(id);
  const job = query.data;
  const data = job && progress && progress.seq > job.seq ? { ...job, ...progress } : job;
  return { ...query, data, connection };
}
