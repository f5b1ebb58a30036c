import type { QueryClient } from '@tanstack/react-query';
import { queryKeys } from './query-keys.ts';

/** What is known about a job is out of date: its snapshot, items and report, and the lists it is in. */
export async function forgetJob(cache: QueryClient, jobId: string): Promise<void> {
  await Promise.all([
    cache.invalidateQueries({ queryKey: queryKeys.job(jobId) }),
    cache.invalidateQueries({ queryKey: queryKeys.batches }),
    cache.invalidateQueries({ queryKey: queryKeys.monitoring }),
  ]);
}
