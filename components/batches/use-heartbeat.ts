'use client';

import { useEffect, useState } from 'react';
import type { Job } from '#contract/jobs.ts';
import { WORKING_STATUSES } from '#domain/job-status.ts';
import { type Heartbeat, heartbeatOf } from './heartbeat.ts';
import { useNow } from './use-now.ts';

/**
 * Whether a job shows signs of life. Measured on this device's own clock from the moment its last change was seen, since
 * the server's clock may differ; only for the very first snapshot is its own time believed.
 */
export function useHeartbeat(job: Pick<Job, 'status' | 'updatedAt' | 'admitted'>): Heartbeat {
  const working = WORKING_STATUSES.includes(job.status);
  const now = useNow(working);
  const [seen, setSeen] = useState({ updatedAt: job.updatedAt, at: Date.parse(job.updatedAt) });
  useEffect(() => {
    setSeen((before) => (before.updatedAt === job.updatedAt ? before : { updatedAt: job.updatedAt, at: Date.now() }));
  }, [job.updatedAt]);
  return seen.updatedAt === job.updatedAt ? heartbeatOf(job.status, now - seen.at, job.admitted) : 'alive';
}
